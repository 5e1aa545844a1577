/** How Bolna says no. */
import { json, Refusal } from '../routes.ts';
import type { BolnaOptions } from './options.ts';

/** The documented shape; its `error` is a number of Bolna's own, which here equals the status. */
export const refusal = (status: number, message: string): Refusal => new Refusal(json(status, { error: status, message }));

/** Why the key is not let in; null where it is. */
export function refuseKey(request: Request, { key, badKey }: BolnaOptions): Response | null {
  if (request.headers.get('authorization') === `Bearer ${key}`) return null;
  return badKey === 'observed-403'
    ? json(403, { detail: 'Unrecognized access token' })
    : json(401, { error: 401, message: 'Access denied' });
}

/** The refusal of a number that cannot be called. */
export const wrongNumber = ({ badNumber }: BolnaOptions, message: string): Refusal =>
  badNumber === 400
    ? refusal(400, message)
    : new Refusal(json(422, { detail: [{ loc: ['body', 'recipient_phone_number'], msg: message, type: 'value_error' }] }));
