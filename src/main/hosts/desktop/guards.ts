/** Wires the predicates of `security.ts` app-wide, before any window is made: whatever they do not allow is denied. */
import { app, session, shell } from 'electron';
import type { Logger } from '../../ports/host.ts';
import { mayHavePermission, mayNavigate, mayOpenOutside } from './security.ts';

/** Called once, when the app is ready. */
export function installGuards(log: Logger): void {
  const own = session.defaultSession;
  own.setPermissionRequestHandler((contents, permission, answer) => answer(mayHavePermission(permission, contents.getURL())));
  own.setPermissionCheckHandler((contents, permission) => mayHavePermission(permission, contents?.getURL() ?? ''));
  own.setDevicePermissionHandler(() => false);
  own.on('will-download', (event, item) => {
    // What the screens offer for saving is made by them; anything else has no business here.
    if (!item.getURL().startsWith('blob:')) event.preventDefault();
  });
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(({ url }) => {
      if (mayOpenOutside(url)) void shell.openExternal(url);
      else log.warn({ url }, 'a page asked for a window');
      return { action: 'deny' };
    });
    const refuse = (event: { preventDefault(): void; url: string }) => {
      if (mayNavigate(event.url)) return;
      event.preventDefault();
      log.warn({ url: event.url }, 'a page asked to go elsewhere');
    };
    contents.on('will-navigate', refuse);
    contents.on('will-frame-navigate', refuse);
    contents.on('will-redirect', refuse);
    contents.on('will-attach-webview', (event) => event.preventDefault());
  });
}
