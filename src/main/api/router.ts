/** Every handler of the contract. One line a resource, sorted. */
import { implement } from '@orpc/server';
import { contract } from '../../shared/contract/index.ts';
import { accessRouter } from './access.ts';
import { agentsRouter } from './agents.ts';
import { analyticsRouter } from './analytics.ts';
import { authRouter } from './auth.ts';
import type { ApiContext } from './base.ts';
import { callQueueRouter } from './call-queue.ts';
import { callsRouter } from './calls.ts';
import { campaignsRouter } from './campaigns.ts';
import { complianceRouter } from './compliance.ts';
import { contactsRouter } from './contacts.ts';
import { dataRouter } from './data.ts';
import { desktopRouter } from './desktop.ts';
import { filesRouter } from './files.ts';
import { liveRouter } from './live.ts';
import { importsRouter } from './imports.ts';
import { noticesRouter } from './notices.ts';
import { queueRouter } from './queue.ts';
import { settingsRouter } from './settings.ts';
import { telephonyRouter } from './telephony.ts';
import { tunnelRouter } from './tunnel.ts';
import { usersRouter } from './users.ts';

export const router = implement(contract).$context<ApiContext>().router({
  access: accessRouter,
  agents: agentsRouter,
  analytics: analyticsRouter,
  auth: authRouter,
  callQueue: callQueueRouter,
  calls: callsRouter,
  campaigns: campaignsRouter,
  compliance: complianceRouter,
  contacts: contactsRouter,
  data: dataRouter,
  desktop: desktopRouter,
  files: filesRouter,
  live: liveRouter,
  imports: importsRouter,
  notices: noticesRouter,
  queue: queueRouter,
  settings: settingsRouter,
  telephony: telephonyRouter,
  tunnel: tunnelRouter,
  users: usersRouter,
});
