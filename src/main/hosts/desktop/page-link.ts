/**
 * What the program asks of its page. While nobody is signed in, or the page is being loaded, it waits: the last way somewhere, or
 * the last file, is what somebody wanted.
 */
import { DesktopCommand } from '../../../shared/desktop-command.ts';

const WAITS: ReadonlySet<DesktopCommand['kind']> = new Set(['go', 'file', 'shown-anew']);

export class PageLink {
  private waiting: DesktopCommand | null = null;
  private send: ((command: DesktopCommand) => void) | null = null;

  /** The page listens from now on: what waited goes to it. */
  listens(send: (command: DesktopCommand) => void): void {
    this.send = send;
    const { waiting } = this;
    this.waiting = null;
    if (waiting) send(waiting);
  }

  /** Nobody is signed in any more, or the page is gone. */
  isDeaf(): void {
    this.send = null;
  }

  ask(command: DesktopCommand): void {
    const fitting = DesktopCommand.parse(command);
    if (this.send) return this.send(fitting);
    // A pause that nobody saw asked for is not kept for whoever signs in next.
    if (WAITS.has(fitting.kind)) this.waiting = fitting;
  }
}
