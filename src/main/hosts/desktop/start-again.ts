/** Starting anew once this process has ended, after a fault. */
import { spawn } from 'node:child_process';
import { app } from 'electron';
import type { Logger } from '../../ports/host.ts';
import { argumentsAgain, fileAgain } from './start-again-view.ts';

/** Ends this process, whose engine is stopped, and starts the program again, with its window shown. */
export function startAgain(log: Logger): void {
  const args = argumentsAgain(process.argv);
  const file = fileAgain(app.isPackaged, process.env);
  if (file === null) app.relaunch({ args });
  else {
    // It may be there before this process is gone, and must not take it for the first one.
    app.releaseSingleInstanceLock();
    spawn(file, args, { detached: true, stdio: 'ignore' })
      .on('error', (error) => log.error({ err: error, file }, 'could not start again'))
      .unref();
  }
  app.quit();
}
