/**
 * What the preload gives the page on the desktop, and the word with which the page hands over its port. In the browser host
 * there is no bridge: the page speaks to its own origin.
 */
export interface Bridge {
  readonly host: 'desktop';
  /**
   * Exchanges a file that was dropped or chosen for an opaque token, which then goes through the contract: paths never do.
   * Rejects where the file has no path on this computer.
   */
  fileToken(file: File): Promise<string>;
  /** Tells the program who is signed in here, by the header of every request; null once nobody is. */
  here(authorization: string | null): void;
  /** Tells the program that the network is back. */
  online(): void;
  /** Hears what the program asks of the page (`desktop-command.ts`); the answer stops it. */
  onCommand(listener: (command: unknown) => void): () => void;
}

/** The `window.postMessage` tag that carries the page's MessagePort to the preload, and the channel from there to main. */
export const PORT_MESSAGE = 'ringmaster:port';
