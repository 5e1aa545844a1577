/** The import's threads give way to the engine's, which has calls to make. */
import { constants, setPriority } from 'node:os';
import { platform } from 'node:process';

/**
 * Lowers the priority of the thread that asks. Only Linux knows priorities of threads: elsewhere it would be the whole program's,
 * and nothing is done.
 */
export function yieldToCalls(): void {
  if (platform === 'linux') setPriority(constants.priority.PRIORITY_LOW);
}
