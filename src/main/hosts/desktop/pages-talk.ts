/** What a page may say to this process, and nothing else: each message is heard from our own page alone, and only as it should look. */
import { ipcMain } from 'electron';
import { PORT_MESSAGE } from '../../../shared/bridge.ts';
import type { Engine } from '../../engine.ts';
import type { Rpc } from '../../server/rpc.ts';
import { FilePath, Here } from './message-shapes.ts';
import { COMMAND_MESSAGE, FILE_MESSAGE, HERE_MESSAGE, ONLINE_MESSAGE } from './messages.ts';
import type { PageLink } from './page-link.ts';
import { isTrustedSender } from './security.ts';
import type { WhoIsHere } from './who-is-here.ts';

export interface Talk {
  engine: Engine;
  rpc: Rpc;
  who: WhoIsHere;
  link: PageLink;
  /** The network is back. */
  online: () => void;
}

/** Its port, the path of a file that was dropped on it, who is signed in, and that the network is back. */
export function listenToPages({ engine, rpc, who, link, online }: Talk): void {
  ipcMain.on(PORT_MESSAGE, (event) => {
    const [port] = event.ports;
    if (!port || !isTrustedSender(event.senderFrame)) return;
    rpc.attachPort(port);
    port.start();
  });
  ipcMain.handle(FILE_MESSAGE, (event, path: unknown) => {
    const fitting = FilePath.safeParse(path);
    if (!isTrustedSender(event.senderFrame) || !fitting.success) throw new Error('not from a page of ours');
    return engine.context.files.put(fitting.data);
  });
  ipcMain.on(HERE_MESSAGE, (event, said: unknown) => {
    const here = Here.safeParse(said);
    if (!isTrustedSender(event.senderFrame) || !here.success) return;
    const { sender } = event;
    void who.told(here.data).then(() => {
      if (!who.actor) return link.isDeaf();
      link.listens((command) => {
        if (!sender.isDestroyed()) sender.send(COMMAND_MESSAGE, command);
      });
    });
  });
  ipcMain.on(ONLINE_MESSAGE, (event) => {
    if (isTrustedSender(event.senderFrame)) online();
  });
}
