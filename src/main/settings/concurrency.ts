/** Limits of users and of the system, and how much of them is in use. */
import { z } from 'zod';
import { CallLimit, type Concurrency, type ConcurrencyChange } from '../../shared/contract/settings.ts';
import { badInput } from '../../shared/domain/app-error.ts';
import { type Actor, everyone, ownScope } from '../data/scope.ts';
import type { SlotsOfUser } from '../data/slot-store.ts';
import type { Parts } from '../parts.ts';
import { mustBeAdmin } from './must-be-admin.ts';

const KEY = 'concurrency';
const Stored = z.object({ systemLimit: CallLimit });

/** Calls up at most in the whole system, where no admin said otherwise. */
const DEFAULT_SYSTEM_LIMIT = 10;

/** Calls up at most in the whole system; 0 is no new calls. */
export function systemLimit({ data }: Pick<Parts, 'data'>): number {
  const stored = Stored.safeParse(data.settings.read(KEY));
  return stored.success ? stored.data.systemLimit : DEFAULT_SYSTEM_LIMIT;
}

/** Limits, calls up and free slots: one's own and the system's; for admins also those of every user. */
export function readConcurrency(parts: Pick<Parts, 'data'>, actor: Actor): Concurrency {
  const { slots } = parts.data;
  const limit = systemLimit(parts);
  const active = slots.systemActive();
  const own = slots.ofUsers(ownScope(actor))[0];
  const { userLimit, userActive, userAvailable } = toSlots(own ?? { userId: actor.userId, name: '', email: '', limit: 0, active: 0 });
  return {
    userLimit,
    userActive,
    userAvailable,
    systemLimit: limit,
    systemActive: active,
    systemAvailable: Math.max(limit - active, 0),
    ...(actor.role === 'admin' ? { users: slots.ofUsers(everyone).map(toSlots) } : {}),
  };
}

/**
 * Changes limits. Lowering one hangs up nobody: no new call starts until there is room. Admins only.
 * @throws AppError `no_such_user`, and then nothing is changed.
 */
export function changeConcurrency(parts: Parts, actor: Actor, change: ConcurrencyChange): Concurrency {
  mustBeAdmin(actor);
  const { data, clock } = parts;
  return data.database.write(() => {
    const now = clock.now();
    if (change.systemLimit !== undefined) {
      data.settings.writeTx(KEY, { systemLimit: change.systemLimit }, now);
      data.database.changes.slots = true;
    }
    for (const [index, { userId, limit }] of (change.users ?? []).entries()) {
      if (data.users.changeTx(userId, { concurrentCallsLimit: limit }, now)) continue;
      throw badInput('no_such_user', 'There is no such user.', {
        details: [{ path: `users.${index}.userId`, message: 'There is no such user.' }],
      });
    }
    return readConcurrency(parts, actor);
  });
}

function toSlots({ userId, name, email, limit, active }: SlotsOfUser) {
  return { userId, name, email, userLimit: limit, userActive: active, userAvailable: Math.max(limit - active, 0) };
}
