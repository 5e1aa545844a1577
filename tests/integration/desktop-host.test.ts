/** The desktop host on a stand-in for Electron: what it asks of it, what it lets a page do, and how it ends. */
import { EventEmitter } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { FILE_MESSAGE } from '../../src/main/hosts/desktop/messages.ts';
import { closingQuestion } from '../../src/main/hosts/desktop/window.ts';
import { PORT_MESSAGE } from '../../src/shared/bridge.ts';
import type { AppContract } from '../../src/shared/contract/index.ts';
import { untilReal } from '../helpers/virtual-clock.ts';

/** Everything of Electron that the host touches, as far as it touches it. */
const electron = await vi.hoisted(async () => {
  const { EventEmitter: Emitter } = await import('node:events');
  class Window extends Emitter {
    static opened: Window[] = [];
    readonly options: { webPreferences: Record<string, unknown> };
    readonly loaded: string[] = [];
    readonly webContents = new Emitter();
    constructor(options: Window['options']) {
      super();
      this.options = options;
      Window.opened.push(this);
    }
    async loadURL(url: string) {
      this.loaded.push(url);
    }
    show() {}
    focus() {}
    isMinimized() {
      return false;
    }
  }
  const paths: Record<string, string> = {};
  const app = Object.assign(new Emitter(), {
    paths,
    sandboxed: false,
    exited: null as number | null,
    quitted: 0,
    getAppPath: () => process.cwd(),
    setPath: (name: string, path: string) => void (app.paths[name] = path),
    enableSandbox: () => void (app.sandboxed = true),
    requestSingleInstanceLock: () => true,
    whenReady: () => Promise.resolve(),
    quit: () => {
      app.quitted += 1;
      const event = { prevented: false, preventDefault: () => void (event.prevented = true) };
      app.emit('will-quit', event);
      if (!event.prevented) app.exit(0);
    },
    exit: (code: number) => void (app.exited = code),
  });
  const own = Object.assign(new Emitter(), {
    permission: null as null | ((contents: { getURL(): string }, name: string, answer: (allowed: boolean) => void) => void),
    setPermissionRequestHandler: (handler: never) => void (own.permission = handler),
    setPermissionCheckHandler: () => {},
    setDevicePermissionHandler: () => {},
  });
  const invoked = new Map<string, (event: unknown, ...args: unknown[]) => unknown>();
  return {
    Window,
    app,
    own,
    invoked,
    schemes: [] as { scheme: string }[],
    pages: null as null | ((request: { url: string; method: string }) => Promise<Response>),
    asked: [] as { message: string }[],
    answer: 0,
    ipcMain: Object.assign(new Emitter(), { handle: (channel: string, handler: never) => void invoked.set(channel, handler) }),
  };
});

vi.mock('electron', () => ({
  app: electron.app,
  BrowserWindow: electron.Window,
  dialog: {
    showMessageBoxSync: (_window: unknown, question: { message: string }) => {
      electron.asked.push(question);
      return electron.answer;
    },
    showErrorBox: (title: string, text: string) => {
      throw new Error(`${title}: ${text}`);
    },
  },
  ipcMain: electron.ipcMain,
  nativeTheme: { shouldUseDarkColors: false },
  protocol: {
    registerSchemesAsPrivileged: (schemes: { scheme: string }[]) => electron.schemes.push(...schemes),
    handle: (_scheme: string, handler: never) => void (electron.pages = handler),
  },
  safeStorage: { isEncryptionAvailable: () => false },
  session: { defaultSession: electron.own },
  shell: { openExternal: () => Promise.resolve() },
}));

const OURS = { url: 'ringmaster://app/', parent: null };
const dataDir = mkdtempSync(join(tmpdir(), 'ringmaster-'));

beforeAll(async () => {
  vi.stubEnv('RINGMASTER_ADMIN_EMAIL', 'admin@example.com');
  vi.stubEnv('RINGMASTER_ADMIN_PASSWORD', 'a long password');
  vi.stubEnv('RINGMASTER_LOG', 'silent');
  process.argv.splice(1, Infinity, '--no-sandbox', process.cwd(), '--data-dir', dataDir, '--port', '0');
  await import('../../src/main/hosts/desktop/main.ts');
  await untilReal(() => electron.Window.opened[0]?.loaded.length === 1, 'the window');
});
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

type Api = ContractRouterClient<AppContract>;

/** A port as a page hands it over; what main holds is an EventEmitter. */
function handOver(senderFrame: unknown, token?: string): { api: Api; started: () => boolean } {
  const { port1, port2 } = new MessageChannel();
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  let started = false;
  const main = Object.assign(new EventEmitter(), {
    postMessage: (data: unknown) => port1.postMessage(data),
    start() {
      started = true;
      port1.on('message', (data: unknown) => main.emit('message', { data, ports: [] }));
    },
  });
  port1.unref();
  port2.unref();
  electron.ipcMain.emit(PORT_MESSAGE, { ports: [main], senderFrame });
  port2.start();
  return { api: createORPCClient(new PortLink({ port: port2, headers })), started: () => started };
}

describe('the desktop host', () => {
  it('opens one hardened window on its own scheme', () => {
    expect(electron.app.sandboxed).toBe(true);
    expect(electron.schemes).toMatchObject([{ scheme: 'ringmaster' }]);
    expect(electron.Window.opened.length).toBe(1);
    const [window] = electron.Window.opened;
    expect(window!.loaded).toEqual(['ringmaster://app/']);
    expect(window!.options.webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
    });
    expect(electron.app.paths.userData).toBe(join(dataDir, 'desktop'));
  });

  it('serves nothing but the screens, with their policy', async () => {
    for (const url of ['ringmaster://app/../package.json', 'ringmaster://other/', 'ringmaster://app/%2e%2e%2fpackage.json']) {
      expect((await electron.pages!({ url, method: 'GET' })).status).toBe(404);
    }
  });

  it('grants no permission that is not on the list', () => {
    const asked = (name: string) => {
      let answer: boolean | null = null;
      electron.own.permission!({ getURL: () => 'ringmaster://app/' }, name, (allowed) => {
        answer = allowed;
      });
      return answer;
    };
    expect([asked('fullscreen'), asked('media'), asked('geolocation')]).toEqual([true, false, false]);
  });

  it('lets no page go or open elsewhere', () => {
    const contents = Object.assign(new EventEmitter(), {
      open: null as null | ((details: { url: string }) => unknown),
      setWindowOpenHandler: (handler: never) => void (contents.open = handler),
    });
    electron.app.emit('web-contents-created', {}, contents);
    const goes = (url: string) => {
      let prevented = false;
      contents.emit('will-navigate', { url, preventDefault: () => void (prevented = true) });
      return !prevented;
    };
    expect([goes('ringmaster://app/#/live'), goes('https://example.com/')]).toEqual([true, false]);
    expect(contents.open!({ url: 'file:///etc/passwd' })).toEqual({ action: 'deny' });
  });

  it('speaks the contract over the port of its own page, and of no other', async () => {
    const { api, started } = handOver(OURS);
    expect(started()).toBe(true);
    expect(await api.auth.state({})).toEqual({ firstRun: false });
    expect(handOver({ url: 'https://example.com/', parent: null }).started()).toBe(false);
    expect(handOver({ url: 'ringmaster://app/', parent: {} }).started()).toBe(false);
  });

  it('exchanges a dropped file for a token, which becomes an import', async () => {
    const file = join(dataDir, 'people.csv');
    writeFileSync(file, 'name,phone\nAda,+442079460958\n');
    const exchange = electron.invoked.get(FILE_MESSAGE)!;
    expect(() => exchange({ senderFrame: { url: 'https://example.com/', parent: null } }, file)).toThrow('not from a page of ours');
    const fileToken = exchange({ senderFrame: OURS }, file) as string;
    expect(fileToken).not.toContain('people');
    const { api } = handOver(OURS);
    const { token } = await api.auth.signIn({ email: 'admin@example.com', password: 'a long password' });
    const { api: signedIn } = handOver(OURS, token);
    const { import: taken } = await signedIn.files.takeIn({ fileToken, target: 'contacts' });
    expect(taken).toMatchObject({ fileName: 'people.csv', target: 'contacts' });
    await expect(signedIn.files.takeIn({ fileToken: 'another', target: 'contacts' })).rejects.toMatchObject({
      data: { code: 'unknown_file' },
    });
  });

  it('asks before it closes while calls are up', () => {
    expect(closingQuestion(0)).toBe(null);
    expect([closingQuestion(1)?.message, closingQuestion(2)?.message]).toEqual([
      '1 call is up. Quit Ringmaster?',
      '2 calls are up. Quit Ringmaster?',
    ]);
  });

  it('asks before what was typed is lost, and stays where that is wanted', () => {
    const [window] = electron.Window.opened;
    const closes = (answer: number) => {
      electron.answer = answer;
      let leaves = false;
      window!.webContents.emit('will-prevent-unload', { preventDefault: () => void (leaves = true) });
      return leaves;
    };
    expect([closes(0), closes(1)]).toEqual([false, true]);
    expect(electron.asked.map(({ message }) => message)).toEqual(['Close without saving?', 'Close without saving?']);
    electron.asked.length = 0;
  });

  it('quits when its window closes, and ends the engine first', async () => {
    const [window] = electron.Window.opened;
    let prevented = false;
    window!.emit('close', { preventDefault: () => void (prevented = true) });
    expect([prevented, electron.asked]).toEqual([false, []]);
    electron.app.emit('window-all-closed');
    expect(electron.app.exited).toBe(null);
    await untilReal(() => electron.app.exited !== null, 'the end');
    expect(electron.app.exited).toBe(0);
  });
});
