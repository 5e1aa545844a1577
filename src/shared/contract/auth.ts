/** Who one is: first run, sign-in for screens, login for scripts, one's own password, and the way back in. */
import * as z from 'zod';
import { Instant, route } from './base.ts';
import { Email, Password, PersonName, User } from './users.ts';

/** What proves who asks, sent as `Authorization: Bearer <token>`. */
export const SignedIn = z.object({ token: z.string(), expiresAt: Instant, user: User });
export type SignedIn = z.infer<typeof SignedIn>;

/** Shown once, to be kept outside of the computer. */
const RecoveryCode = z.string();
const GivenPassword = z.string().min(1).max(1_000);
const tags = ['auth'];
const nothing = z.strictObject({}).optional();
const done = z.object({ message: z.string() });

export const authContract = {
  state: route
    .route({ method: 'GET', path: '/auth/state', tags, summary: 'Whether the first admin is still to be created' })
    .input(nothing)
    .output(z.object({ firstRun: z.boolean() })),
  createFirstAdmin: route
    .route({ method: 'POST', path: '/auth/first-admin', tags, summary: 'Create the first admin, once', successStatus: 201 })
    .input(z.strictObject({ email: Email, name: PersonName, password: Password, keep: z.boolean().default(false) }))
    .output(z.object({ ...SignedIn.shape, recoveryCode: RecoveryCode })),
  login: route
    .route({ method: 'POST', path: '/auth/login', tags, summary: 'Log in from a script: a token for 12 hours' })
    .input(z.strictObject({ email: Email, password: GivenPassword }))
    .output(SignedIn),
  signIn: route
    .route({ method: 'POST', path: '/auth/sign-in', tags, summary: 'Sign in on a screen: 12 hours, or 90 days on this computer' })
    .input(z.strictObject({ email: Email, password: GivenPassword, keep: z.boolean().default(false) }))
    .output(SignedIn),
  recover: route
    .route({ method: 'POST', path: '/auth/recover', tags, summary: 'Choose a new password with the recovery code' })
    .input(z.strictObject({ email: Email, code: z.string().min(1).max(100), newPassword: Password }))
    .output(z.object({ ...SignedIn.shape, recoveryCode: RecoveryCode })),
  logout: route.route({ method: 'POST', path: '/auth/logout', tags, summary: 'End this session or token' }).input(nothing).output(done),
  me: route
    .route({ method: 'GET', path: '/me', tags, summary: 'Who one is' })
    .input(nothing)
    .output(z.object({ user: User })),
  changeMe: route
    .route({ method: 'PATCH', path: '/me', tags, summary: "Change one's own name or e-mail address" })
    .input(z.strictObject({ name: PersonName.optional(), email: Email.optional() }))
    .output(z.object({ user: User })),
  changePassword: route
    .route({ method: 'POST', path: '/me/password', tags, summary: "Change one's own password: every other session and token ends" })
    .input(z.strictObject({ currentPassword: GivenPassword, newPassword: Password }))
    .output(SignedIn),
};
