import { homedir, platform } from 'node:os';
import { join, resolve } from 'node:path';

/** Where the data lies when nobody says otherwise: the place that the system keeps for it. */
function defaultDataDir(
  environment: NodeJS.ProcessEnv = process.env,
  system: NodeJS.Platform = platform(),
  home: string = homedir(),
): string {
  if (system === 'win32') return join(environment.APPDATA ?? join(home, 'AppData', 'Roaming'), 'Ringmaster');
  if (system === 'darwin') return join(home, 'Library', 'Application Support', 'Ringmaster');
  return join(environment.XDG_DATA_HOME || join(home, '.local', 'share'), 'ringmaster');
}

/** The directory that was asked for, else the default one; absolute. */
export const dataDirOf = (asked: string | undefined) => resolve(asked ?? defaultDataDir());
