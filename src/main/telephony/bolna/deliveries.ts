/**
 * A delivery of Bolna's: the execution, as JSON, at each change of its status. Nothing signs it. What can be asked is that it came
 * to the address that holds our secret word, and so it is a hint: the engine asks Bolna before it believes in an end.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { DeliveryReading, RawDelivery } from '../../ports/provider.ts';
import { reportOf } from './reports.ts';
import { type Execution, readExecution } from './wire.ts';

/** The address behind the public one that Bolna's agents send to. */
export const deliveryAddress = (publicUrl: string, secret: string) => `${publicUrl}/webhooks/bolna/${encodeURIComponent(secret)}`;

/** Verifies a delivery by its path and reads it. Never throws. */
export function readBolnaDelivery(secret: string, { path, body, receivedAt }: RawDelivery): DeliveryReading {
  if (secret === '' || !isSame(path, encodeURIComponent(secret)))
    return { kind: 'refused', reason: 'its address does not hold our secret word' };
  const value = parse(body);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { kind: 'refused', reason: 'the body is not a JSON object', malformed: true };
  const execution = readExecution(value);
  // What an agent's own tools or a batch send to the same address, and calls to the agent, are none of ours.
  if (execution === null || execution.telephony_data?.call_type === 'inbound') return { kind: 'nothing' };
  const report = reportOf(execution, { at: receivedAt, notBefore: null });
  return report ? { kind: 'report', report, key: keyOf(execution), hint: true, unproven: true } : { kind: 'nothing' };
}

/** Bolna numbers nothing: two copies are alike in these four. */
const keyOf = ({ id, status, retry_count: tries, updated_at: at }: Execution) => [id, status, tries ?? 0, at ?? ''].join(' ');

/** In constant time, whatever the lengths are. */
function isSame(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}

function parse(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body)) as unknown;
  } catch {
    return undefined;
  }
}
