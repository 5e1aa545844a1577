/**
 * The page that a window of the stand-in is: a real page of Chromium, whose requests the program's own handler answers and beside
 * which the built preload runs in a world of its own. Runs in the test.
 */
import { Buffer } from 'node:buffer';
import { readFileSync } from 'node:fs';
import type { CDPSession, Dialog, Page, Request, Route } from '@playwright/test';
import type { Line } from '../line.ts';
import type { Answered } from '../pages.ts';
import { bridgeHalf } from './bridge-half.ts';
import { type Carried, type FromWorld, preloadWorld, type ToWorld } from './preload-world.ts';

/** No scheme of one's own can be given to a browser from outside: its pages stand under an address that leads nowhere. */
const OWN = 'ringmaster://app';
export const SHOWN = 'https://app.ringmaster.invalid';

const WORLD = 'electron-preload';
const toProgram = (url: string) =>
  url.startsWith(`${SHOWN}/`) ? OWN + url.slice(SHOWN.length) : url.replace(`blob:${SHOWN}`, `blob:${OWN}`);
const toPage = (url: string) => (url.startsWith(`${OWN}/`) ? SHOWN + url.slice(OWN.length) : url);

/** What Chromium asks about by other names. */
const PERMISSIONS = { 'clipboard-sanitized-write': 'clipboard-write', 'clipboard-read': 'clipboard-read' } as const;

export class WindowPage {
  private readonly page: Page;
  private readonly devtools: CDPSession;
  private line: Line | null = null;
  private world: number | null = null;
  private scripts: string[] = [];
  /** Where the page was when its process ended. A page whose process really does is lost to whoever holds it: it is left empty instead. */
  private diedAt: string | null = null;
  /** Opened so far. */
  private windows = 0;
  /** Until the preload is in its place, nothing is loaded. */
  private opening: Promise<void> = Promise.resolve();

  private constructor(page: Page, devtools: CDPSession) {
    this.page = page;
    this.devtools = devtools;
  }

  static async over(page: Page): Promise<WindowPage> {
    const devtools = await page.context().newCDPSession(page);
    const own = new WindowPage(page, devtools);
    await own.listen();
    return own;
  }

  /** Shows the windows of the program at the other end of the line from now on. */
  serve(line: Line): void {
    this.line = line;
    line.offer({
      'page.open': (preload: string) => {
        this.opening = this.open(preload);
        return this.opening;
      },
      'page.load': async (url: string) => {
        await this.opening;
        await this.page.goto(toPage(url));
      },
      'page.reload': () => this.reload(),
      'page.die': () => this.die(),
      'page.leave': () => this.leave(),
      'page.send': (channel: string, args: unknown[]) => this.tellWorld({ kind: 'message', channel, args }),
      'page.port': (id: number, data: string | Uint8Array) => this.tellWorld({ kind: 'port', id, data: carriedOf(data) }),
    });
  }

  /** The program is gone, and its window with it. */
  async blank(): Promise<void> {
    this.line = null;
    if (!this.page.isClosed()) await this.page.goto('about:blank').catch(() => undefined);
  }

  private async listen(): Promise<void> {
    const { devtools, page } = this;
    devtools.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.name === WORLD) this.world = context.id;
    });
    devtools.on('Runtime.bindingCalled', ({ name, payload }) => {
      if (name === 'electronTell') void this.fromWorld(JSON.parse(payload) as FromWorld);
    });
    await devtools.send('Runtime.enable');
    await devtools.send('Page.enable');
    await devtools.send('Runtime.addBinding', { name: 'electronTell', executionContextName: WORLD });
    await page.context().route('**/*', (route) => this.answer(route));
    page.on('load', () => {
      if (page.url().startsWith(SHOWN)) this.line?.tell('page.drawn');
    });
    page.on('popup', (other) => void other.close());
    page.on('crash', () => this.line?.tell('page.died', 'crashed'));
    page.on('dialog', (dialog) => void this.mayLeave(dialog));
    page.on('download', (download) => {
      void this.line?.ask('page.mayDownload', toProgram(download.url())).then((may) => (may ? undefined : download.cancel()));
    });
  }

  private async open(preload: string): Promise<void> {
    const { devtools } = this;
    for (const identifier of this.scripts.splice(0)) {
      // oxlint-disable-next-line no-await-in-loop -- one line, in order
      await devtools.send('Page.removeScriptToEvaluateOnNewDocument', { identifier });
    }
    this.windows += 1;
    const inPage = `(${forgetSession.toString()})(${this.windows}); (${bridgeHalf.toString()})('electron-to-page', 'electron-to-preload')`;
    const beside = `(() => {
      const half = (${bridgeHalf.toString()})('electron-to-preload', 'electron-to-page');
      const electron = (${preloadWorld.toString()})(half);
      const require = (name) => {
        if (name !== 'electron') throw new Error('module not found: ' + name);
        return electron;
      };
      ((require, exports) => {
        ${readFileSync(preload, 'utf8')}
      })(require, {});
    })()`;
    for (const script of [{ source: inPage }, { source: beside, worldName: WORLD }]) {
      // oxlint-disable-next-line no-await-in-loop -- the page's half is there first
      this.scripts.push((await devtools.send('Page.addScriptToEvaluateOnNewDocument', script)).identifier);
    }
    const permitted = await Promise.all(
      Object.entries(PERMISSIONS).map(async ([asked, name]) => ((await this.line?.ask('page.permits', asked, `${OWN}/`)) ? [name] : [])),
    );
    await this.page.context().grantPermissions(permitted.flat());
  }

  private async answer(route: Route): Promise<void> {
    const request = route.request();
    const url = request.url();
    const { line } = this;
    if (!line) return await route.abort();
    if (request.isNavigationRequest() && !this.isOwn(request)) {
      await route.abort();
      line.tell('page.opens', toProgram(url));
      return;
    }
    if (!url.startsWith(`${SHOWN}/`)) {
      const mayGo = request.isNavigationRequest() ? await line.ask('page.mayGo', url) : true;
      return await (mayGo ? route.continue() : route.abort('aborted'));
    }
    try {
      const { status, headers, body } = (await line.ask(
        'page.asks',
        toProgram(url),
        request.method(),
        await request.allHeaders(),
      )) as Answered;
      await route.fulfill({ status, headers, body: Buffer.from(body) });
    } catch {
      await route.abort('failed').catch(() => undefined);
    }
  }

  /** Whether the page itself wants to go there; else it asked for another window, which has no frame yet when it begins to load. */
  private isOwn(request: Request): boolean {
    try {
      return request.frame().page() === this.page;
    } catch {
      return false;
    }
  }

  /** Leaves the page as closing its window does. Answers whether it let itself be left. */
  private async leave(): Promise<boolean> {
    await this.page.goto('about:blank').catch(() => undefined);
    return !this.page.url().startsWith(SHOWN);
  }

  private async die(): Promise<void> {
    this.diedAt = this.page.url();
    await this.page.goto('about:blank');
  }

  private async reload(): Promise<void> {
    const { diedAt } = this;
    this.diedAt = null;
    await (diedAt === null ? this.page.reload() : this.page.goto(diedAt));
  }

  /** What a page asks before it is left, the program decides; one that dies asks nobody. */
  private async mayLeave(dialog: Dialog): Promise<void> {
    if (dialog.type() !== 'beforeunload') return;
    await (this.diedAt !== null || (await this.line?.ask('page.mayLeave')) ? dialog.accept() : dialog.dismiss());
  }

  private async fromWorld(said: FromWorld): Promise<void> {
    const { line } = this;
    const url = toProgram(this.page.url());
    switch (said.kind) {
      case 'starts':
        return line?.tell('page.starts', url);
      case 'send':
        return line?.tell('ipc.send', url, said.channel, said.args);
      case 'post':
        return line?.tell('ipc.post', url, said.channel, said.message, said.ports);
      case 'port':
        return line?.tell('ipc.port', said.id, dataOf(said.data));
      case 'invoke':
        try {
          const value = await line?.ask('ipc.invoke', url, said.channel, said.args);
          return this.tellWorld({ kind: 'invoked', id: said.id, value });
        } catch (error) {
          return this.tellWorld({ kind: 'invoked', id: said.id, error: error instanceof Error ? error.message : String(error) });
        }
      case 'paths':
        return this.tellWorld({ kind: 'paths', id: said.id, paths: await this.pathsOf(said.id, said.count) });
    }
  }

  private tellWorld(said: ToWorld): void {
    if (this.world === null) return;
    const expression = `window.electronHear(${JSON.stringify(said)})`;
    // A page that is being left hears nothing any more.
    this.devtools.send('Runtime.evaluate', { expression, contextId: this.world }).catch(() => undefined);
  }

  /** Where files lie on this computer, as the browser knows it; empty for one that a script made. */
  private async pathsOf(id: number, count: number): Promise<string[]> {
    return await Promise.all(
      Array.from({ length: count }, async (_, place) => {
        const expression = `window.electronFiles[${id}][${place}]`;
        const { result } = await this.devtools.send('Runtime.evaluate', {
          expression,
          ...(this.world !== null && { contextId: this.world }),
        });
        const found = await this.devtools.send('DOM.getFileInfo', { objectId: result.objectId ?? '' }).catch(() => ({ path: '' }));
        return found.path;
      }),
    );
  }
}

/** What a page keeps with its window ends with it, and the page of a test outlives the windows that it is. Runs in the page. */
function forgetSession(window: number): void {
  if (!location.href.startsWith('https:') || sessionStorage.getItem('stand-in.window') === String(window)) return;
  sessionStorage.clear();
  sessionStorage.setItem('stand-in.window', String(window));
}

const carriedOf = (data: string | Uint8Array): Carried =>
  typeof data === 'string' ? { text: data } : { base64: Buffer.from(data).toString('base64') };
const dataOf = (data: Carried): string | Uint8Array => ('text' in data ? data.text : new Uint8Array(Buffer.from(data.base64, 'base64')));
