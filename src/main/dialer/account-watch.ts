/**
 * Asks the providers that are set up what their accounts allow: at the start, when their settings change, and every ten minutes. What
 * they say is a further ceiling of every claim, kept by the adapter. Nothing waits for it, and a provider that does not answer keeps
 * the limit that it last told.
 */
import { PROVIDERS } from '../../shared/domain/states.ts';
import type { Parts } from '../parts.ts';
import { keptAccount } from '../settings/telephony.ts';

const EVERY_MS = 10 * 60_000;
/** Several changes of one form are one question. */
const SOON_MS = 1_000;

export class AccountWatch {
  private readonly parts: Parts;
  private cancelTimer = () => {};
  private stopListening = () => {};
  private asked = '';

  constructor(parts: Parts) {
    this.parts = parts;
  }

  start(): void {
    this.stopListening = this.parts.data.database.onChange(({ topics }) => {
      if (topics.has('settings') && this.asked !== this.setUp()) this.sleep(SOON_MS);
    });
    this.sleep(0);
  }

  stop(): void {
    this.cancelTimer();
    this.stopListening();
  }

  private sleep(ms: number): void {
    this.cancelTimer();
    this.cancelTimer = this.parts.clock.after(ms, () => void this.ask());
  }

  private async ask(): Promise<void> {
    this.asked = this.setUp();
    const desks = PROVIDERS.filter((name) => name !== 'practice').flatMap((name) => this.parts.providers[name]?.desk ?? []);
    await Promise.all(desks.map((desk) => desk.readAccount())).catch((error: unknown) =>
      this.parts.log.warn({ err: error }, 'an account could not be read'),
    );
    this.asked = this.setUp();
    this.sleep(EVERY_MS);
  }

  /** Which providers are set up, and of which the account is known: another key may be of another account. */
  private setUp(): string {
    const known = PROVIDERS.filter((name) => this.parts.providers[name] !== undefined);
    return known.map((name) => `${name} ${name === 'practice' || keptAccount(this.parts, name) !== null}`).join();
  }
}
