/** With what the program starts again. Pure. */
import { HIDDEN } from './autostart.ts';
import { mayBeList } from './open-files.ts';

/**
 * What it is told: whoever asked for it wants to see it, and lists were taken at the first start.
 * @param argv of this start; the program itself stands first and is left out.
 */
export const argumentsAgain = (argv: readonly string[]): string[] => argv.slice(1).filter((arg) => arg !== HIDDEN && !mayBeList(arg));

/**
 * The file that has to be started by oneself; null where Electron can. An AppImage's program lies in a place that is gone as soon as
 * it ends, Electron's own helper for starting it again with it.
 */
export const fileAgain = (isPackaged: boolean, { APPIMAGE }: { readonly APPIMAGE?: string | undefined }): string | null =>
  isPackaged && APPIMAGE ? APPIMAGE : null;
