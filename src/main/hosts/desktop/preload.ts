/** The one file between the page and the program: hands the page's port to main and files to tokens. Holds no logic. */
import { contextBridge, type IpcRendererEvent, ipcRenderer, webUtils } from 'electron';
import { type Bridge, PORT_MESSAGE } from '../../../shared/bridge.ts';
import { COMMAND_MESSAGE, FILE_MESSAGE, HERE_MESSAGE, ONLINE_MESSAGE } from './messages.ts';

const bridge: Bridge = {
  host: 'desktop',
  async fileToken(file) {
    const path = webUtils.getPathForFile(file);
    if (path === '') throw new Error('This file has no path on this computer.');
    return (await ipcRenderer.invoke(FILE_MESSAGE, path)) as string;
  },
  here: (authorization) => ipcRenderer.send(HERE_MESSAGE, authorization),
  online: () => ipcRenderer.send(ONLINE_MESSAGE),
  onCommand(listener) {
    const heard = (_event: IpcRendererEvent, command: unknown) => listener(command);
    ipcRenderer.on(COMMAND_MESSAGE, heard);
    return () => void ipcRenderer.off(COMMAND_MESSAGE, heard);
  },
};
contextBridge.exposeInMainWorld('bridge', bridge);

window.addEventListener('message', (event) => {
  const [port] = event.ports;
  if (event.source === window && event.data === PORT_MESSAGE && port) ipcRenderer.postMessage(PORT_MESSAGE, null, [port]);
});
