/** Who sits here: the first run, nobody, or a person. What is signed in anew starts with an empty store. */
import { create } from 'zustand';
import type { SignedIn } from '../../../shared/contract/auth.ts';
import type { User } from '../../../shared/contract/users.ts';
import { api } from '../connection/client.ts';
import { useLine } from '../connection/line-state.ts';
import { isSignedOut } from '../connection/told.ts';
import { forgetToken, keepToken, onTokenRefused, token } from './token.ts';

export type Session =
  | { state: 'looking' }
  | { state: 'unreachable'; error: unknown }
  | { state: 'first-run' }
  /** `ended`: somebody was signed in until now and no longer is. */
  | { state: 'signed-out'; ended: boolean }
  | { state: 'signed-in'; user: User };

export const useSession = create<Session>()(() => ({ state: 'looking' }));

const become = (session: Session) => useSession.setState(session, true);

/** Finds out who sits here: the token of before, else whether anybody was ever here. */
export async function lookWhoIsHere(): Promise<void> {
  become({ state: 'looking' });
  try {
    become((await knownPerson()) ?? (await nobody()));
  } catch (error) {
    become({ state: 'unreachable', error });
  }
}

async function knownPerson(): Promise<Session | null> {
  if (token() === null) return null;
  try {
    return { state: 'signed-in', user: (await api.auth.me()).user };
  } catch (error) {
    if (!isSignedOut(error)) throw error;
    forgetToken();
    return null;
  }
}

async function nobody(): Promise<Session> {
  const { firstRun } = await api.auth.state();
  return firstRun ? { state: 'first-run' } : { state: 'signed-out', ended: false };
}

/** Keeps the proof, without entering yet: the first run still has something to show. */
export function keepSession(signedIn: SignedIn, onThisComputer: boolean): void {
  keepToken(signedIn.token, onThisComputer);
}

export const enter = (user: User): void => become({ state: 'signed-in', user });

/** Ends the session. Where the engine cannot be told, it ends here alone, and there by its time. */
export async function signOut(): Promise<void> {
  if (useLine.getState().state === 'up') await api.auth.logout().catch(() => undefined);
  leave(false);
}

// Nobody has to ask again once the engine is there.
useLine.subscribe(({ state }) => {
  if (state === 'up' && useSession.getState().state === 'unreachable') void lookWhoIsHere();
});

// It ran out, or somebody ended it from elsewhere.
onTokenRefused(() => {
  if (useSession.getState().state === 'signed-in') leave(true);
});

function leave(ended: boolean): void {
  forgetToken();
  become({ state: 'signed-out', ended });
}

/** Who is signed in; only asked where somebody is. */
export function useUser(): User {
  const session = useSession();
  if (session.state !== 'signed-in') throw new Error('nobody is signed in');
  return session.user;
}
