/**
 * What a preload finds when it asks for electron, in the world beside the page's. Runs in the page as text, so that it may use nothing
 * from outside itself.
 */
import type Electron from 'electron';
import type { Half } from './bridge-half.ts';

/** What goes over a port, as it goes through the debugger's line. */
export type Carried = { text: string } | { base64: string };

/** From the preload's world to the test. */
export type FromWorld =
  | { kind: 'starts' }
  | { kind: 'send'; channel: string; args: unknown[] }
  | { kind: 'invoke'; id: number; channel: string; args: unknown[] }
  | { kind: 'post'; channel: string; message: unknown; ports: number[] }
  | { kind: 'port'; id: number; data: Carried }
  | { kind: 'paths'; id: number; count: number };

/** From the test to the preload's world. */
export type ToWorld =
  | { kind: 'message'; channel: string; args: unknown[] }
  | { kind: 'invoked'; id: number; value?: unknown; error?: string }
  | { kind: 'port'; id: number; data: Carried }
  | { kind: 'paths'; id: number; paths: string[] };

declare global {
  interface Window {
    /** Set by the debugger, in this world alone. */
    electronTell?: (text: string) => void;
    electronHear?: (said: ToWorld) => void;
    /** Files whose paths are asked for. */
    electronFiles?: Record<number, File[]>;
  }
}

export function preloadWorld(half: Half): Record<string, unknown> {
  const tell = (said: FromWorld) => window.electronTell?.(JSON.stringify(said));
  const listeners = new Map<string, Set<(event: unknown, ...args: unknown[]) => void>>();
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  const asking = new Map<number, (paths: string[]) => void>();
  const ports = new Map<number, MessagePort>();
  const paths = new WeakMap<File, string>();
  let last = 0;
  const next = () => {
    last += 1;
    return last;
  };

  const carried = (data: string | Uint8Array | ArrayBuffer): Carried => {
    if (typeof data === 'string') return { text: data };
    return { base64: btoa(Array.from(new Uint8Array(data), (byte) => String.fromCharCode(byte)).join('')) };
  };
  const arrived = (data: Carried) => ('text' in data ? data.text : Uint8Array.from(atob(data.base64), (letter) => letter.charCodeAt(0)));

  function listen(port: MessagePort): number {
    const id = next();
    ports.set(id, port);
    port.addEventListener('message', ({ data }) => tell({ kind: 'port', id, data: carried(data as string) }));
    port.start();
    return id;
  }

  // The path of a file is known to the browser alone, and a preload asks for it without waiting: it is looked up before.
  half.before = (args) => {
    const files = args.filter((arg) => arg instanceof File);
    if (files.length === 0) return null;
    const id = next();
    window.electronFiles = { ...window.electronFiles, [id]: files };
    return new Promise((resolve) => {
      asking.set(id, (found) => {
        delete window.electronFiles?.[id];
        files.forEach((file, place) => paths.set(file, found[place] ?? ''));
        resolve();
      });
      tell({ kind: 'paths', id, count: files.length });
    });
  };

  window.electronHear = (said) => {
    switch (said.kind) {
      case 'message':
        for (const listener of listeners.get(said.channel) ?? []) listener({}, ...said.args);
        return;
      case 'invoked': {
        const { resolve, reject } = waiting.get(said.id) ?? {};
        waiting.delete(said.id);
        if (said.error === undefined) resolve?.(said.value);
        else reject?.(new Error(`Error invoking remote method: ${said.error}`));
        return;
      }
      case 'port':
        return ports.get(said.id)?.postMessage(arrived(said.data));
      case 'paths':
        return asking.get(said.id)?.(said.paths);
    }
  };
  tell({ kind: 'starts' });

  const ipcRenderer = {
    invoke: (channel: string, ...args: unknown[]) =>
      new Promise((resolve, reject) => {
        const id = next();
        waiting.set(id, { resolve, reject });
        tell({ kind: 'invoke', id, channel, args });
      }),
    send: (channel: string, ...args: unknown[]) => tell({ kind: 'send', channel, args }),
    postMessage: (channel: string, message: unknown, transfer: MessagePort[] = []) =>
      tell({ kind: 'post', channel, message, ports: transfer.map(listen) }),
    on: (channel: string, listener: never) => void listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener)),
    off: (channel: string, listener: never) => void listeners.get(channel)?.delete(listener),
  };
  const contextBridge = { exposeInMainWorld: half.expose } satisfies Pick<Electron.ContextBridge, 'exposeInMainWorld'>;
  const webUtils = { getPathForFile: (file: File) => paths.get(file) ?? '' } satisfies Pick<Electron.WebUtils, 'getPathForFile'>;
  return { ipcRenderer, contextBridge, webUtils };
}
