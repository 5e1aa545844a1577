/** Where REST answers right now, as settings see it: the listeners themselves are in `server/`, opened by the host. */

export interface Answering {
  /** The base before `/api`; null where nothing listens. */
  url: string | null;
  /** Why nothing listens, in a sentence; null where nothing should. */
  trouble: string | null;
}

export interface FrontDoorState extends Answering {
  network: Answering;
}

export interface FrontDoorPort {
  state(): FrontDoorState;
  /** Opens, moves and closes what the settings now ask for; resolves when that is done. Never fails: what went wrong is in the state. */
  follow(): Promise<void>;
}

const CLOSED: Answering = { url: null, trouble: null };

/** Stands in the engine from its start; the host hangs its listeners in when it opens them. */
export class FrontDoor implements FrontDoorPort {
  private hung: FrontDoorPort | null = null;

  hang(listeners: FrontDoorPort | null): void {
    this.hung = listeners;
  }

  state(): FrontDoorState {
    return this.hung?.state() ?? { ...CLOSED, network: CLOSED };
  }

  async follow(): Promise<void> {
    await this.hung?.follow();
  }
}
