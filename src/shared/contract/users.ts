/** Users as admins see them and as everyone sees themselves. */
import * as z from 'zod';
import { ROLES } from '../domain/states.ts';
import { Id, Instant, route } from './base.ts';

/** The shortest password that a person may choose. */
export const PASSWORD_LENGTH = 8;

export const User = z
  .object({
    id: Id,
    email: z.string(),
    name: z.string(),
    role: z.enum(ROLES),
    concurrentCallsLimit: z.int(),
    active: z.boolean(),
    createdAt: Instant,
  })
  .meta({ id: 'User' });
export type User = z.infer<typeof User>;

export const Email = z.string().trim().toLowerCase().max(254).pipe(z.email('Write the e-mail address as name@example.com.'));
export const Password = z.string().min(PASSWORD_LENGTH, `Choose a password of at least ${PASSWORD_LENGTH} characters.`).max(1_000);
export const PersonName = z.string().trim().min(1, 'Write a name.').max(255);
const UserLimit = z.int().min(0).max(100_000);

export const NewUser = z.strictObject({
  email: Email,
  name: PersonName,
  password: Password,
  role: z.enum(ROLES).default('supervisor'),
  concurrentCallsLimit: UserLimit.optional(),
  active: z.boolean().optional(),
});
export type NewUser = z.infer<typeof NewUser>;

export const UserChange = z.strictObject({
  email: Email.optional(),
  name: PersonName.optional(),
  password: Password.optional(),
  role: z.enum(ROLES).optional(),
  concurrentCallsLimit: UserLimit.optional(),
  active: z.boolean().optional(),
});
export type UserChange = z.infer<typeof UserChange>;

const tags = ['users'];
const one = z.object({ user: User });

export const usersContract = {
  list: route
    .route({ method: 'GET', path: '/users', tags, summary: 'List users' })
    .input(z.strictObject({}).optional())
    .output(z.object({ count: z.int(), users: z.array(User) })),
  create: route.route({ method: 'POST', path: '/users', tags, summary: 'Add a user', successStatus: 201 }).input(NewUser).output(one),
  update: route
    .route({ method: 'PATCH', path: '/users/{id}', tags, summary: 'Change a user' })
    .input(z.strictObject({ id: Id, ...UserChange.shape }))
    .output(one),
  switchOff: route
    .route({ method: 'DELETE', path: '/users/{id}', tags, summary: 'Switch a user off: campaigns pause, sessions and tokens end' })
    .input(z.strictObject({ id: Id }))
    .output(z.object({ user: User, paused: z.int() })),
  handOver: route
    .route({ method: 'POST', path: '/users/{id}/hand-over', tags, summary: "Hand a user's campaigns over to another" })
    .input(z.strictObject({ id: Id, toUserId: Id }))
    .output(z.object({ user: User, handedOver: z.int() })),
};
