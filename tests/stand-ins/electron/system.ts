/** What the program asks of the system, and what it hears from it. */
import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { request } from 'node:https';
import type Electron from 'electron';
import { given } from './test-line.ts';

export const opened: string[] = [];
export const network = { isOnline: true };
export const awake = new Set<number>();

export const powerMonitor = new EventEmitter();

let lastBlocker = 0;
export const powerSaveBlocker = {
  start() {
    lastBlocker += 1;
    awake.add(lastBlocker);
    return lastBlocker;
  },
  stop: (id: number) => awake.delete(id),
  isStarted: (id: number) => awake.has(id),
} satisfies Electron.PowerSaveBlocker;

export const net = {
  isOnline: () => network.isOnline,
  /** Node's own over TLS: alike as far as the updater uses it, and by the certificates that Node trusts. */
  request: (options) => request({ ...(options as object), session: undefined } as object) as unknown as Electron.ClientRequest,
} satisfies Pick<Electron.Net, 'isOnline' | 'request'>;

/** The system's own updater, which is told that the program goes for an update. */
export const autoUpdater = new EventEmitter();

export const shell = {
  async openExternal(url: string) {
    opened.push(url);
  },
  async openPath(path: string) {
    opened.push(path);
    return '';
  },
} satisfies Partial<Electron.Shell>;

export const crashReporter = { start() {} } satisfies Partial<Electron.CrashReporter>;
export const nativeTheme = { shouldUseDarkColors: false } satisfies Partial<Electron.NativeTheme>;
export const nativeImage = { createFromPath: (path: string) => ({ path }), createFromBitmap: () => ({}) };

const [main, ...others] = given.screens.map((workArea) => ({ workArea }));
export const screen = { getPrimaryDisplay: () => main, getAllDisplays: () => [main, ...others] };

/** Seals for real, so that what a run sealed the next one opens; the key is no secret. */
const KEY = scryptSync('stand-in', 'stand-in', 32);
export const safeStorage = {
  isEncryptionAvailable: () => true,
  getSelectedStorageBackend: () => (given.hasKeyRing ? 'gnome_libsecret' : 'basic_text'),
  encryptString(plain: string) {
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', KEY, iv);
    return Buffer.concat([iv, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  },
  decryptString(sealed: Buffer) {
    const cipher = createDecipheriv('aes-256-gcm', KEY, sealed.subarray(0, 12));
    cipher.setAuthTag(sealed.subarray(-16));
    return Buffer.concat([cipher.update(sealed.subarray(12, -16)), cipher.final()]).toString('utf8');
  },
} satisfies Partial<Electron.SafeStorage>;
