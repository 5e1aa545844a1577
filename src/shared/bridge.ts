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
}

/** The `window.postMessage` tag that carries the page's MessagePort to the preload, and the channel from there to main. */
export const PORT_MESSAGE = 'ringmaster:port';
