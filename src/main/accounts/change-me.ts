/** One's own name and address, by oneself: role and limit are an admin's to change. */
import type { User } from '../../shared/contract/users.ts';
import type { Actor } from '../data/scope.ts';
import type { Parts } from '../parts.ts';
import { toUser, userRow } from './user.ts';
import { mustBeFree } from './users.ts';

/** Changes one's own name or e-mail address; what is left out stays. @throws AppError `email_taken`. */
export function changeMe(parts: Parts, actor: Actor, { name, email }: { name?: string | undefined; email?: string | undefined }): User {
  return parts.data.database.write(() => {
    const before = userRow(parts, actor.userId);
    if (email !== undefined && email !== before.email) mustBeFree(parts, email);
    parts.data.users.changeTx(before.id, { name: name ?? before.name, email: email ?? before.email }, parts.clock.now());
    return toUser(userRow(parts, before.id));
  });
}
