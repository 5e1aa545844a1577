/** The do-not-call list: anyone adds to it, only an admin takes a number off, with a reason (rule 12). */
import { COUNTED_TO } from '../../shared/contract/base.ts';
import type {
  DoNotCallAdded,
  DoNotCallAddition,
  DoNotCallNumber,
  DoNotCallQuery,
  DoNotCallRemoval,
} from '../../shared/contract/compliance.ts';
import { AppError, badInput, notFound } from '../../shared/domain/app-error.ts';
import { formatPhoneNumber, readPhoneNumber } from '../../shared/domain/phone-number.ts';
import type { Page } from '../data/compliance-store.ts';
import type { Actor } from '../data/scope.ts';
import type { Parts } from '../parts.ts';
import { dialingSettings } from '../settings/dialing.ts';
import { mustBeAdmin } from '../settings/must-be-admin.ts';

/** One page of the list, the latest first, and how many there are, exact to 10,000. */
export async function listDoNotCall(
  { data }: Parts,
  { search = '', page, limit }: DoNotCallQuery,
): Promise<{ numbers: DoNotCallNumber[]; total: number }> {
  const { phones, total } = await data.doNotCallSearch.find({ search, offset: (page - 1) * limit, limit, most: COUNTED_TO });
  const rows = data.compliance.someNumbers(phones);
  return { numbers: rows.map(({ phone, addedAt, ...rest }) => ({ phoneNumber: phone, ...rest, addedAt: new Date(addedAt) })), total };
}

/**
 * Adds one number or many. Of many, those that are no numbers are told and the others added.
 * @throws AppError `bad_phone_number` where the only number is none.
 */
export function addDoNotCall(
  parts: Parts,
  actor: Actor,
  { phoneNumber, phoneNumbers = [], reason = '' }: DoNotCallAddition,
): DoNotCallAdded {
  const { data, clock } = parts;
  const country = dialingSettings(parts).defaultCountry ?? undefined;
  const values = phoneNumber === undefined ? phoneNumbers : [phoneNumber, ...phoneNumbers];
  const answer: DoNotCallAdded = { added: 0, known: 0, refused: [] };
  data.database.write(() => {
    for (const value of values) {
      const number = readPhoneNumber(value, country);
      if (!number.ok) answer.refused.push({ value, reason: number.reason });
      else if (data.compliance.addNumberTx({ phone: number.e164, reason, by: actor.userId, at: clock.now() })) answer.added += 1;
      else answer.known += 1;
    }
  });
  const only = values.length === 1 ? answer.refused[0] : undefined;
  if (only) throw badInput('bad_phone_number', `${only.reason}.`, { details: [{ path: 'phoneNumber', message: only.reason }] });
  return answer;
}

/**
 * Takes a number off the list, and records who did it and why. Admins only.
 * @throws AppError `bad_phone_number`; `not_found` where the number is not on the list.
 */
export function removeDoNotCall(
  parts: Parts,
  actor: Actor,
  { phoneNumber, reason }: { phoneNumber: string; reason: string },
): { phone: string } {
  mustBeAdmin(actor);
  const number = readPhoneNumber(phoneNumber, dialingSettings(parts).defaultCountry ?? undefined);
  if (!number.ok) throw badInput('bad_phone_number', `${number.reason}.`, { details: [{ path: 'phoneNumber', message: number.reason }] });
  const { data, clock } = parts;
  return data.database.write(() => {
    const entry = { phone: number.e164, reason, by: actor.userId, at: clock.now() };
    if (!data.compliance.removeNumberTx(entry)) throw notFound('number on the do-not-call list');
    return { phone: number.e164 };
  });
}

/** One page of what was taken off the list, the latest first. Admins only. */
export function listDoNotCallRemovals(parts: Parts, actor: Actor, page: Page): { removals: DoNotCallRemoval[]; total: number } {
  mustBeAdmin(actor);
  const { compliance } = parts.data;
  const removals = compliance
    .listRemovals(page)
    .map(({ phone, removedAt, ...rest }) => ({ phoneNumber: phone, ...rest, removedAt: new Date(removedAt) }));
  return { removals, total: compliance.countRemovals(COUNTED_TO) };
}

/**
 * The mark of a contact: it writes the list, so that it outlives the contact. Inside a transaction.
 * @throws AppError `do_not_call_stays` (403) where a supervisor would take a number off, `reason_missing` where an admin gives none.
 */
export function markTx(parts: Parts, actor: Actor, phone: string, doNotCall: boolean, reason?: string): void {
  const { data, clock } = parts;
  const entry = { phone, reason: reason ?? '', by: actor.userId, at: clock.now() };
  if (doNotCall) {
    data.compliance.addNumberTx(entry);
    return;
  }
  if (!data.compliance.isListed(phone)) return;
  if (actor.role !== 'admin') {
    const sentence = `${formatPhoneNumber(phone)} is on the do-not-call list. Only an admin may take it off.`;
    throw new AppError('not-allowed', 'do_not_call_stays', sentence, { details: [{ path: 'doNotCall', message: sentence }] });
  }
  if (!reason) {
    const sentence = 'Say why the number may be called again.';
    throw badInput('reason_missing', sentence, { details: [{ path: 'doNotCallReason', message: sentence }] });
  }
  data.compliance.removeNumberTx(entry);
}
