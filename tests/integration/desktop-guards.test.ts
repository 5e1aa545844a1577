/** The guards of the desktop program as Electron calls them: for every window and every session, whoever made it. */
import { EventEmitter } from 'node:events';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { installGuards } from '../../src/main/hosts/desktop/guards.ts';
import type { Logger } from '../../src/main/ports/host.ts';

type Handler = (...args: never[]) => unknown;
const electron = vi.hoisted(() => ({
  handlers: {} as Record<string, Handler>,
  session: null as unknown,
  app: null as unknown,
  opened: [] as string[],
}));

vi.mock('electron', async () => {
  const { EventEmitter: Emitter } = await import('node:events');
  const keeps = (name: string) => (handler: Handler) => void (electron.handlers[name] = handler);
  electron.app = new Emitter();
  electron.session = Object.assign(new Emitter(), {
    setPermissionRequestHandler: keeps('request'),
    setPermissionCheckHandler: keeps('check'),
    setDevicePermissionHandler: keeps('device'),
  });
  return {
    app: electron.app,
    session: { defaultSession: electron.session },
    shell: { openExternal: async (url: string) => void electron.opened.push(url) },
  };
});

const noted: unknown[] = [];
const log = { warn: (what: unknown) => void noted.push(what) } as unknown as Logger;
const page = (url: string) => ({ getURL: () => url });
const OURS = page('ringmaster://app/#/live');
const app = () => electron.app as EventEmitter;

/** The contents of a window that somebody made, as Electron tells of them. */
function contents() {
  const made = Object.assign(new EventEmitter(), {
    opens: null as unknown as (details: { url: string }) => unknown,
    setWindowOpenHandler: (handler: never) => void (made.opens = handler),
  });
  app().emit('web-contents-created', {}, made);
  return made;
}
/** Whether an event goes on after it was told. */
function goesOn(emitter: EventEmitter, name: string, url: string, ...more: unknown[]): boolean {
  let stopped = false;
  emitter.emit(name, { url, preventDefault: () => void (stopped = true) }, ...more);
  return !stopped;
}

beforeEach(() => {
  app().removeAllListeners();
  (electron.session as EventEmitter).removeAllListeners();
  electron.opened.length = 0;
  noted.length = 0;
  installGuards(log);
});

describe('the guards', () => {
  it('answer for a permission before it is used, when it is asked for, and for any device', () => {
    const check = electron.handlers['check'] as unknown as (contents: unknown, permission: string) => boolean;
    expect([
      check(OURS, 'fullscreen'),
      check(OURS, 'media'),
      check(page('https://example.com/'), 'fullscreen'),
      check(null, 'fullscreen'),
    ]).toEqual([true, false, false, false]);
    const request = electron.handlers['request'] as unknown as (
      contents: unknown,
      permission: string,
      answer: (allowed: boolean) => void,
    ) => void;
    const answers: boolean[] = [];
    for (const permission of ['fullscreen', 'geolocation', 'display-capture', 'openExternal', 'fileSystem'])
      request(OURS, permission, (allowed) => void answers.push(allowed));
    expect(answers).toEqual([true, false, false, false, false]);
    expect(
      (electron.handlers['device'] as unknown as (details: unknown) => boolean)({ deviceType: 'hid', origin: 'ringmaster://app' }),
    ).toBe(false);
  });

  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])('stop %s to anywhere but our own pages', (name) => {
    const window = contents();
    expect(goesOn(window, name, 'ringmaster://app/#/queue')).toBe(true);
    for (const url of ['https://example.com/', 'file:///etc/passwd', 'data:text/html,x', 'ringmaster://other/'])
      expect(goesOn(window, name, url)).toBe(false);
    expect(noted.length).toBe(4);
  });

  it('open no window ever, and hand outside only what is https or ours', () => {
    const window = contents();
    const asked = [
      'https://example.com/help',
      'http://127.0.0.1:7411/api/reference',
      'http://example.com/',
      'file:///etc/passwd',
      'javascript:alert(1)',
      'ringmaster://app/',
    ];
    expect(asked.map((url) => window.opens({ url }))).toEqual(asked.map(() => ({ action: 'deny' })));
    expect(electron.opened).toEqual(['https://example.com/help', 'http://127.0.0.1:7411/api/reference']);
  });

  it('attach no webview, whatever a page asks of it', () => {
    expect(goesOn(contents(), 'will-attach-webview', '', { nodeIntegration: false }, { src: 'ringmaster://app/' })).toBe(false);
  });

  it('save what the screens made themselves, and nothing from elsewhere', () => {
    const saves = (url: string) => goesOn(electron.session as EventEmitter, 'will-download', url, { getURL: () => url });
    expect(
      ['blob:ringmaster://app/1f', 'https://example.com/tool.exe', 'ringmaster://app/index.html', 'data:text/plain,x'].map(saves),
    ).toEqual([true, false, false, false]);
  });
});
