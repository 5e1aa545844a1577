/** The whole contract: client, handlers, REST routes and their reference derive from it. One line a resource, sorted. */
import { agentsContract } from './agents.ts';
import { analyticsContract } from './analytics.ts';
import { authContract } from './auth.ts';
import { accessContract } from './access.ts';
import { callQueueContract } from './call-queue.ts';
import { callsContract } from './calls.ts';
import { campaignsContract } from './campaigns.ts';
import { complianceContract } from './compliance.ts';
import { contactsContract } from './contacts.ts';
import { dataContract } from './data.ts';
import { desktopContract } from './desktop.ts';
import { filesContract } from './files.ts';
import { liveContract } from './live.ts';
import { importsContract } from './imports.ts';
import { noticesContract } from './notices.ts';
import { queueContract } from './queue.ts';
import { settingsContract } from './settings.ts';
import { telephonyContract } from './telephony.ts';
import { tunnelContract } from './tunnel.ts';
import { usersContract } from './users.ts';

export const contract = {
  access: accessContract,
  agents: agentsContract,
  analytics: analyticsContract,
  auth: authContract,
  callQueue: callQueueContract,
  calls: callsContract,
  campaigns: campaignsContract,
  compliance: complianceContract,
  contacts: contactsContract,
  data: dataContract,
  desktop: desktopContract,
  files: filesContract,
  live: liveContract,
  imports: importsContract,
  notices: noticesContract,
  queue: queueContract,
  settings: settingsContract,
  telephony: telephonyContract,
  tunnel: tunnelContract,
  users: usersContract,
};
export type AppContract = typeof contract;
