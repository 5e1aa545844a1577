/** Shows a notification of the system; a click leads to the screen it speaks of. */
import { Notification } from 'electron';
import type { Show } from './news-desk.ts';

/** @param open shows the window at an address. */
export function notifier(open: (address: string) => void): Show {
  // Kept until they are closed: what nobody holds loses its click.
  const shown = new Set<Notification>();
  return ({ title, body, address }) => {
    if (!Notification.isSupported()) return;
    const notification = new Notification({ title, body });
    shown.add(notification);
    notification.on('click', () => {
      shown.delete(notification);
      open(address);
    });
    notification.on('close', () => shown.delete(notification));
    notification.on('failed', () => shown.delete(notification));
    notification.show();
  };
}
