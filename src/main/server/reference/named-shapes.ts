/** The shapes that the contract gives a name: each stands once in the document, and is pointed to from where it is used. */
import * as z from 'zod';
import * as access from '../../../shared/contract/access.ts';
import * as agents from '../../../shared/contract/agents.ts';
import * as analytics from '../../../shared/contract/analytics.ts';
import * as board from '../../../shared/contract/board.ts';
import * as callQueue from '../../../shared/contract/call-queue.ts';
import * as calls from '../../../shared/contract/calls.ts';
import * as campaigns from '../../../shared/contract/campaigns.ts';
import * as compliance from '../../../shared/contract/compliance.ts';
import * as contacts from '../../../shared/contract/contacts.ts';
import * as data from '../../../shared/contract/data.ts';
import * as imports from '../../../shared/contract/imports.ts';
import * as live from '../../../shared/contract/live.ts';
import * as notices from '../../../shared/contract/notices.ts';
import * as queue from '../../../shared/contract/queue.ts';
import * as settings from '../../../shared/contract/settings.ts';
import * as telephony from '../../../shared/contract/telephony.ts';
import * as telephonySettings from '../../../shared/contract/telephony-settings.ts';
import * as tunnel from '../../../shared/contract/tunnel.ts';
import * as users from '../../../shared/contract/users.ts';

const MODULES: readonly object[] = [
  access,
  agents,
  analytics,
  board,
  callQueue,
  calls,
  campaigns,
  compliance,
  contacts,
  data,
  imports,
  live,
  notices,
  queue,
  settings,
  telephony,
  telephonySettings,
  tunnel,
  users,
];

/** By name. Those that are only sent, never answered, are written out where they stand. */
export const NAMED_SHAPES: ReadonlyMap<string, z.ZodType> = new Map(
  MODULES.flatMap((module) => Object.values(module)).flatMap((shape): [string, z.ZodType][] => {
    const name = shape instanceof z.ZodType ? shape.meta()?.id : undefined;
    return name === undefined ? [] : [[name, shape as z.ZodType]];
  }),
);
