/** How a start with the session is entered and recognised. Pure. */

/** Starts without showing the window: it waits in the tray. */
export const HIDDEN = '--hidden';

/** The autostart entry of a freedesktop session for this program. @param program the file that starts it. */
export function autostartEntry(program: string): string {
  const quoted = `"${program.replaceAll(/["`$\\]/g, (sign) => `\\${sign}`).replaceAll('%', '%%')}"`;
  return ['[Desktop Entry]', 'Type=Application', 'Name=Ringmaster', `Exec=${quoted} ${HIDDEN}`, 'X-GNOME-Autostart-enabled=true', ''].join(
    '\n',
  );
}

/** Whether the window stays hidden at this start. */
export const startsHidden = (argv: readonly string[], wasOpenedAtLogin: boolean): boolean => argv.includes(HIDDEN) || wasOpenedAtLogin;
