/** Many contacts at once: what something would do to them, told before it is done, and the do-not-call mark for all of them. */
import type { ContactsTouched } from '../../shared/contract/contacts.ts';
import { type Actor, ownScope } from '../data/scope.ts';
import type { Parts } from '../parts.ts';
import { sleep } from '../ports/clock.ts';

/** Contacts looked at in one go, some milliseconds. */
const LOOK = 1_000;
/** Contacts marked in one transaction. */
const STEP = 200;

/** What deleting or marking these contacts would do. Changes nothing; lets others run between. */
export async function touchedBy(parts: Parts, actor: Actor, ids: readonly number[]): Promise<ContactsTouched> {
  const sum: ContactsTouched = { contacts: 0, queuedCalls: 0, callsUp: 0, doNotCall: 0 };
  const each = [...new Set(ids)];
  for (let from = 0; from < each.length; from += LOOK) {
    if (from > 0) await sleep(parts.clock, 0);
    const some = parts.data.contactBatches.touched(ownScope(actor), each.slice(from, from + LOOK));
    for (const key of ['contacts', 'queuedCalls', 'callsUp', 'doNotCall'] as const) sum[key] += some[key];
  }
  return sum;
}

/** Puts the numbers of contacts on the do-not-call list; their waiting calls are skipped when their turn comes (rule 12). */
export async function markContacts(
  parts: Parts,
  actor: Actor,
  ids: readonly number[],
  reason = '',
): Promise<{ marked: number; known: number }> {
  const { data, clock } = parts;
  const done = { marked: 0, known: 0 };
  for (let from = 0; from < ids.length; from += STEP) {
    if (from > 0) await sleep(clock, 0);
    data.database.write(() => {
      for (const phone of data.contactBatches.numbers(ownScope(actor), ids.slice(from, from + STEP))) {
        const isNew = data.compliance.addNumberTx({ phone, reason, by: actor.userId, at: clock.now() });
        done[isNew ? 'marked' : 'known'] += 1;
      }
    });
  }
  return done;
}
