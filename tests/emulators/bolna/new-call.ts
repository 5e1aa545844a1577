/** Reads the body of `POST /call` and refuses what Bolna refuses. */
import { E164, type Fields } from '../routes.ts';
import { refusal, wrongNumber } from './errors.ts';
import type { Execution } from './executions.ts';
import type { BolnaAgent, BolnaOptions } from './options.ts';
import { readRetryConfig } from './retries.ts';

const SOONEST_MS = 2 * 60_000;

export interface NewCall {
  agent: BolnaAgent;
  call: Pick<Execution, 'to' | 'from' | 'scheduledAt' | 'retryConfig'>;
}

/** @throws Refusal as the vendor answers. */
export function readNewCall(body: Fields, options: BolnaOptions, now: number): NewCall {
  const agentId = body['agent_id'];
  const to = body['recipient_phone_number'];
  if (typeof agentId !== 'string' || agentId === '') throw refusal(400, 'agent_id is required');
  if (typeof to !== 'string' || to === '') throw refusal(400, 'recipient_phone_number is required');
  const agent = options.agents.find(({ id }) => id === agentId);
  if (!agent) throw refusal(404, 'Agent not found');
  if (!E164.test(to)) throw wrongNumber(options, 'recipient_phone_number must be in E.164 format');
  const from = body['from_phone_number'] ?? null;
  if (from !== null && !options.numbers.some(({ number }) => number === from)) throw refusal(400, 'invalid from_phone_number');
  const scheduledAt = readScheduledAt(body['scheduled_at'], now);
  return { agent, call: { to, from: from as string | null, scheduledAt, retryConfig: readRetryConfig(body['retry_config']) } };
}

/** Only a numeric offset is understood: `Z` breaks the vendor. */
function readScheduledAt(value: unknown, now: number): number | null {
  if (value === undefined || value === null) return null;
  if (typeof value !== 'string' || !/[+-]\d\d:\d\d$/.test(value)) throw refusal(500, 'Internal server error');
  const at = Date.parse(value);
  if (Number.isNaN(at)) throw refusal(400, 'invalid scheduled_at');
  if (at < now + SOONEST_MS) throw refusal(400, 'Scheduled time should be atleast 2 minutes in the future');
  return at;
}
