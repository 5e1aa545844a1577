import type { DeliveryReading, RawDelivery } from '../../ports/provider.ts';
import { isLineCall, reportOf } from './reports.ts';
import { SIGNATURE_HEADER, whyUnsigned } from './signature.ts';
import type { LineEvent } from './wire.ts';

/** Verifies a webhook of the practice line, by the time at which it came, and reads it. */
export function readPracticeDelivery(secret: string, { headers, body, receivedAt }: RawDelivery): DeliveryReading {
  const reason = whyUnsigned(secret, headers[SIGNATURE_HEADER], body, receivedAt);
  if (reason !== null) return { kind: 'refused', reason };
  const event = parse(body);
  if (!event) return { kind: 'refused', reason: 'the body is not JSON', malformed: true };
  if (event.call === undefined) return { kind: 'nothing' };
  if (typeof event.event_id !== 'string' || !isLineCall(event.call))
    return { kind: 'refused', reason: 'the body is not an event of the practice line', malformed: true };
  return { kind: 'report', report: reportOf(event.call), key: event.event_id };
}

function parse(body: Uint8Array): Partial<LineEvent> | null {
  try {
    const value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body)) as unknown;
    return typeof value === 'object' ? value : null;
  } catch {
    return null;
  }
}
