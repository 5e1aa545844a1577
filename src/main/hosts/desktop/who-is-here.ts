/**
 * Who is signed in at this window, as far as the engine knows them: what the tray, notifications and the menu may show. Kept while
 * the window is hidden; nobody from the moment on at which the page says so or the session ends.
 */
import type { Actor } from '../../parts.ts';

export class WhoIsHere {
  private readonly authenticate: (authorization: string | null) => Promise<Actor | null>;
  private readonly listeners = new Set<() => void>();
  private authorization: string | null = null;
  private known: Actor | null = null;

  constructor(authenticate: (authorization: string | null) => Promise<Actor | null>) {
    this.authenticate = authenticate;
  }

  get actor(): Actor | null {
    return this.known;
  }

  /** The page says who is here. Nobody is taken at their word. */
  async told(authorization: string | null): Promise<void> {
    this.authorization = authorization;
    if (authorization === null) return this.become(null);
    const actor = await this.authenticate(authorization);
    // Told otherwise meanwhile.
    if (this.authorization === authorization) this.become(actor);
  }

  /** Whether the session still stands; where it does not, nobody is here. */
  async isStillGood(): Promise<boolean> {
    await this.told(this.authorization);
    return this.known !== null;
  }

  /** Told when somebody else is here, or nobody. */
  onChange(listener: () => void): void {
    this.listeners.add(listener);
  }

  private become(actor: Actor | null): void {
    const isSame = actor?.userId === this.known?.userId && actor?.role === this.known?.role;
    this.known = actor;
    if (!isSame) for (const listener of this.listeners) listener();
  }
}
