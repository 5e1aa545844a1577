/** The desktop host on a stand-in for Electron: what it asks of it, what it lets a page do, and how it ends. */
import { EventEmitter } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { COMMAND_MESSAGE, FILE_MESSAGE, HERE_MESSAGE } from '../../src/main/hosts/desktop/messages.ts';
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
    readonly webContents = Object.assign(new Emitter(), { setZoomFactor() {}, getZoomFactor: () => 1, reload() {} });
    isShown = false;
    progress = -1;
    constructor(options: Window['options']) {
      super();
      this.options = options;
      Window.opened.push(this);
    }
    async loadURL(url: string) {
      this.loaded.push(url);
    }
    show() {
      this.isShown = true;
    }
    hide() {
      this.isShown = false;
    }
    focus() {}
    isVisible() {
      return this.isShown;
    }
    isMinimized() {
      return false;
    }
    isMaximized() {
      return false;
    }
    isFullScreen() {
      return false;
    }
    isDestroyed() {
      return false;
    }
    getNormalBounds() {
      return { x: 10, y: 20, width: 1300, height: 800 };
    }
    setProgressBar(progress: number) {
      this.progress = progress;
    }
  }
  /** What a menu shows: of the tray, or of the program. */
  interface Entry {
    id?: string;
    label?: string;
    enabled?: boolean;
    click?: () => void;
    submenu?: Entry[];
  }
  class Tray extends Emitter {
    static made: Tray[] = [];
    tooltip = '';
    menu: Entry[] = [];
    constructor() {
      super();
      Tray.made.push(this);
    }
    setImage() {}
    setToolTip(text: string) {
      this.tooltip = text;
    }
    setContextMenu(menu: Entry[]) {
      this.menu = menu;
    }
    destroy() {}
  }
  class Notification extends Emitter {
    static shown: Notification[] = [];
    static isSupported = () => true;
    readonly options: { title: string; body: string };
    constructor(options: Notification['options']) {
      super();
      this.options = options;
    }
    show() {
      Notification.shown.push(this);
    }
  }
  const paths: Record<string, string> = {};
  const app = Object.assign(new Emitter(), {
    paths,
    sandboxed: false,
    exited: null as number | null,
    quitted: 0,
    isPackaged: false,
    badge: 0,
    setBadgeCount: (count: number) => void (app.badge = count),
    getLoginItemSettings: () => ({ wasOpenedAtLogin: false }),
    getAppPath: () => process.cwd(),
    setPath: (name: string, path: string) => void (app.paths[name] = path),
    enableSandbox: () => void (app.sandboxed = true),
    requestSingleInstanceLock: () => true,
    whenReady: () => Promise.resolve(),
    quit: () => {
      app.quitted += 1;
      for (const step of ['before-quit', 'will-quit']) {
        const event = { prevented: false, preventDefault: () => void (event.prevented = true) };
        app.emit(step, event);
        if (event.prevented) return;
      }
      app.exit(0);
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
    Tray,
    Notification,
    menu: { program: [] as Entry[] },
    power: new Emitter(),
    awake: { is: false },
    app,
    own,
    invoked,
    schemes: [] as { scheme: string }[],
    pages: null as null | ((request: { url: string; method: string }) => Promise<Response>),
    asked: [] as { message: string }[],
    answer: 0,
    /** The label that is chosen of the next question; null leaves the first. */
    choice: null as string | null,
    ipcMain: Object.assign(new Emitter(), { handle: (channel: string, handler: never) => void invoked.set(channel, handler) }),
  };
});

vi.mock('electron', () => ({
  app: electron.app,
  BrowserWindow: electron.Window,
  Tray: electron.Tray,
  Notification: electron.Notification,
  Menu: {
    buildFromTemplate: (entries: unknown) => entries,
    setApplicationMenu: (entries: never) => void (electron.menu.program = entries),
  },
  nativeImage: { createFromPath: () => ({}), createFromBitmap: () => ({}) },
  screen: {
    getPrimaryDisplay: () => ({ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }),
    getAllDisplays: () => [],
  },
  powerMonitor: electron.power,
  powerSaveBlocker: {
    start: () => {
      electron.awake.is = true;
      return 1;
    },
    stop: () => void (electron.awake.is = false),
  },
  net: { isOnline: () => true },
  crashReporter: { start() {} },
  dialog: {
    showMessageBoxSync: (...given: { message: string }[]) => {
      electron.asked.push(given.at(-1)!);
      return electron.answer;
    },
    showMessageBox: async (...given: { message: string; buttons: string[] }[]) => {
      const question = given.at(-1)!;
      electron.asked.push(question);
      return { response: Math.max(0, question.buttons.indexOf(electron.choice ?? '')), checkboxChecked: false };
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

let signedIn: Api;
/** What the program asked of the page. */
const heard: unknown[] = [];
const page = { send: (channel: string, command: unknown) => channel === COMMAND_MESSAGE && heard.push(command), isDestroyed: () => false };
const isHere = (authorization: string | null, senderFrame: unknown = OURS) =>
  electron.ipcMain.emit(HERE_MESSAGE, { senderFrame, sender: page }, authorization);
/** A campaign that calls at once, at any time of the day. */
async function campaign(name: string, phones: readonly string[]) {
  const { agents } = await signedIn.agents.list({});
  const agentId = agents[0]?.id ?? (await signedIn.agents.create({ name: 'Practice', provider: 'practice' })).agent.id;
  const people = await Promise.all(phones.map((phoneNumber) => signedIn.contacts.create({ phoneNumber })));
  const contactIds = people.map(({ contact }) => contact.id);
  const window = { firstCallTime: '00:00', lastCallTime: '24:00', pacing: 'asap' as const };
  return (await signedIn.campaigns.create({ name, agentId, nextAction: 'Talk', ...window, contactIds })).campaign;
}
/** What stands against new calls. */
async function problems(): Promise<string[]> {
  for await (const event of await signedIn.live.subscribe({})) return (event.problems ?? []).map(({ code }) => code);
  return [];
}
const trayLabels = () => electron.Tray.made[0]!.menu.map(({ label }) => label ?? '-');
const trayAct = (name: string) => electron.Tray.made[0]!.menu.find(({ id }) => id === name)?.click?.();

describe('the desktop host', () => {
  it('says that the system keeps no keys before it makes a key file', () => {
    expect(electron.asked.map(({ message }) => message)).toEqual(['This system keeps no keys. Use a key file instead?']);
    expect(JSON.parse(readFileSync(join(dataDir, 'desktop/kept.json'), 'utf8'))).toMatchObject({ isKeyFileAgreed: true });
    electron.asked.length = 0;
  });

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
    const { api: hers } = handOver(OURS, token);
    const { import: taken } = await hers.files.takeIn({ fileToken, target: 'contacts' });
    expect(taken).toMatchObject({ fileName: 'people.csv', target: 'contacts' });
    await expect(hers.files.takeIn({ fileToken: 'another', target: 'contacts' })).rejects.toMatchObject({
      data: { code: 'unknown_file' },
    });
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

  it('tells whoever signs in, and nobody else, what they may see', async () => {
    const { api } = handOver(OURS);
    const { token } = await api.auth.signIn({ email: 'admin@example.com', password: 'a long password' });
    signedIn = handOver(OURS, token).api;
    expect(trayLabels()).not.toContain('Pause all');
    isHere(`Bearer ${token}x`);
    isHere(`Bearer ${token}`, { url: 'https://example.com/', parent: null });
    isHere(7 as never);
    isHere(`Bearer ${token}`);
    await untilReal(() => trayLabels().includes('Pause all'), 'the menu of whoever is here');
  });

  it('shows as a notification that a campaign is completed, and leads there', async () => {
    const { id } = await campaign('Wrong number', ['+442079460105']);
    await untilReal(() => electron.Notification.shown.length === 1, 'the notification');
    const [shown] = electron.Notification.shown;
    expect(shown!.options).toEqual({ title: '“Wrong number” is completed', body: '0 calls of 1 person went well.' });
    electron.Window.opened[0]!.hide();
    shown!.emit('click');
    expect([electron.Window.opened[0]!.isShown, heard.at(-1)]).toEqual([true, { kind: 'go', address: `/campaign/${id}` }]);
  });

  it('shows the calls that are up in the tray, keeps the computer awake, and pauses from there', async () => {
    const { id } = await campaign('Spring', ['+442079460101', '+442079460111', '+442079460121']);
    await untilReal(() => electron.Tray.made[0]!.tooltip === 'Ringmaster: 2 calls up', 'two calls in the tray');
    const [window] = electron.Window.opened;
    expect([electron.app.badge, electron.awake.is, window!.progress]).toEqual([2, true, 0]);
    expect(trayLabels().some((label) => /^Next call: .*\(Spring\)$/.test(label))).toBe(true);
    trayAct('pause');
    await untilReal(() => !electron.awake.is, 'the pause');
    expect((await signedIn.campaigns.get({ id })).campaign).toMatchObject({ status: 'paused', paused: { all: true } });
    await untilReal(() => electron.Tray.made[0]!.menu.some((entry) => entry.id === 'resume' && entry.enabled === true), 'the way back');
    trayAct('resume');
    await untilReal(() => electron.awake.is, 'the end of the pause');
  });

  it('shows its window to a second start, and takes the list that it was started with', async () => {
    const [window] = electron.Window.opened;
    window!.hide();
    electron.app.emit('second-instance', {}, ['ringmaster', '--no-sandbox', 'people.csv'], dataDir);
    expect([window!.isShown, heard.at(-1)]).toEqual([true, { kind: 'file', fileToken: expect.any(String), fileName: 'people.csv' }]);
    const { fileToken } = heard.at(-1) as { fileToken: string };
    expect((await signedIn.files.takeIn({ fileToken, target: 'contacts' })).import.fileName).toBe('people.csv');
    const before = heard.length;
    electron.app.emit('open-file', { preventDefault() {} }, join(dataDir, 'not-there.csv'));
    electron.app.emit('open-file', { preventDefault() {} }, join(dataDir, 'ringmaster.db'));
    expect(heard.length).toBe(before);
  });

  it('claims nothing while the computer goes to sleep, and looks before it dials once it is awake', async () => {
    electron.power.emit('suspend');
    expect(await problems()).toEqual(['held']);
    electron.power.emit('resume');
    expect(await problems()).not.toContain('held');
  });

  it('goes on in the tray when its window closes, and says so once', async () => {
    const [window] = electron.Window.opened;
    const closes = () => {
      let prevented = false;
      window!.emit('close', { preventDefault: () => void (prevented = true) });
      return prevented;
    };
    electron.asked.length = 0;
    window!.show();
    expect(closes()).toBe(true);
    await untilReal(() => !window!.isShown, 'the hidden window');
    expect(electron.asked.map(({ message }) => message)).toEqual(['Ringmaster goes on dialing in the tray']);
    trayAct('open');
    expect([window!.isShown, closes(), window!.isShown, electron.asked.length]).toEqual([true, true, false, 1]);
    expect(JSON.parse(readFileSync(join(dataDir, 'desktop/kept.json'), 'utf8'))).toMatchObject({
      place: { x: 10, width: 1300 },
      isTrayTold: true,
    });
  });

  it('shows nobody anything of anybody once they signed out', async () => {
    isHere(null);
    await untilReal(() => !trayLabels().includes('Pause all'), 'the menu of nobody');
    expect(trayLabels().join()).not.toContain('Spring');
  });

  it('asks before it quits while calls are up', async () => {
    electron.asked.length = 0;
    trayAct('quit');
    await untilReal(() => electron.asked.length === 1, 'the question');
    expect([electron.asked[0]?.message, electron.app.exited]).toEqual(['2 calls are up. Quit Ringmaster?', null]);
  });

  it('finishes first where that is wanted, also over a sleep, until somebody thinks better of it', async () => {
    electron.choice = 'Finish first';
    trayAct('quit');
    await untilReal(() => trayLabels().includes('Keep running'), 'the way back');
    electron.power.emit('resume');
    expect(await problems()).toContain('held');
    trayAct('stay');
    expect(await problems()).not.toContain('held');
    expect(electron.app.exited).toBe(null);
  });

  it('leaves them running where that is wanted, and ends the engine first', async () => {
    electron.choice = 'Leave running';
    trayAct('quit');
    await untilReal(() => electron.app.exited !== null, 'the end');
    expect([electron.app.exited, electron.awake.is]).toEqual([0, false]);
    expect(() => handOver(OURS).api).not.toThrow();
  });
});
