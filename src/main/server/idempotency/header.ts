import type { IncomingMessage } from 'node:http';
import { badInput } from '../../../shared/domain/app-error.ts';

const HEADER = 'idempotency-key';

/**
 * The key that a POST came with; null where none did, and for every other method: those do nothing twice by their nature.
 * @throws AppError `bad_idempotency_key`.
 */
export function idempotencyKeyOf({ method, headers }: Pick<IncomingMessage, 'method' | 'headers'>): string | null {
  const given = headers[HEADER];
  if (method !== 'POST' || given === undefined) return null;
  if (typeof given === 'string' && /^[!-~]{1,255}$/.test(given)) return given;
  throw badInput('bad_idempotency_key', 'The Idempotency-Key must have 1 to 255 visible ASCII characters and no spaces.', {
    details: [{ path: 'Idempotency-Key', message: 'Write 1 to 255 visible ASCII characters.' }],
  });
}
