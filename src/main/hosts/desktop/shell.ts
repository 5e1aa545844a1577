/**
 * The shell around the engine: window, tray, menu, notifications, power, quitting. Wiring only: what each of them says or does is
 * decided by the function beside it.
 */
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { app, type BrowserWindow, dialog, shell } from 'electron';
import { countHangable, hangUpAll } from '../../calls/hang-up.ts';
import { pauseAll, resumeAll } from '../../campaigns/all.ts';
import type { Engine } from '../../engine.ts';
import { type Glance, readGlance } from '../../live/glance.ts';
import type { Served } from '../../server/serve.ts';
import { desktopProgram } from '../../settings/desktop.ts';
import { hostTimeZone } from '../../settings/dialing.ts';
import { askSomebody } from './ask-somebody.ts';
import { closingOf, STAYS_IN_TRAY } from './closing.ts';
import { type FaultParts, saveDiagnostics, watchPage } from './crash.ts';
import { showDock } from './dock.ts';
import { dockView } from './dock-view.ts';
import type { Ending } from './ending.ts';
import { GlanceWatch } from './glance-watch.ts';
import type { Kept } from './kept.ts';
import { keepOpenAtLogin, setOpenAtLogin } from './login.ts';
import { openMenu } from './menu.ts';
import type { MenuAct } from './menu-view.ts';
import { NewsDesk } from './news-desk.ts';
import { notifier } from './notifications.ts';
import { PageLink } from './page-link.ts';
import { listenToPages } from './pages-talk.ts';
import { Power } from './power.ts';
import { Quitting } from './quitting.ts';
import { openTray } from './tray.ts';
import type { TrayAct } from './tray-view.ts';
import { updateSource } from './update-source.ts';
import { mayAskToUpdate, Updates } from './updates.ts';
import { WhoIsHere } from './who-is-here.ts';
import { openWindow, showWindow, zoom } from './window.ts';

export interface ShellParts {
  engine: Engine;
  served: Served;
  ending: Ending;
  kept: Kept;
  /** Where the built program lies. */
  root: string;
  /** Where Electron keeps what is its own. */
  ownFolder: string;
  /** Waits in the tray instead of showing its window. */
  isHidden: boolean;
  faults: FaultParts;
}

export interface Shell {
  window(): BrowserWindow | null;
  show(): void;
  /** A list that was opened with the program goes to the page. */
  openFile(path: string): void;
  /** The end is ordered from outside: nobody is asked. */
  order(): void;
  /** Before the engine is stopped. */
  stop(): void;
}

export async function openShell({ engine, served, ending, kept, root, ownFolder, isHidden, faults }: ShellParts): Promise<Shell> {
  const { parts, context } = engine;
  const { log } = parts;
  const after = (ms: number, run: () => void) => parts.clock.after(ms, run);
  const timeZone = hostTimeZone();
  const guide = [join(process.resourcesPath ?? root, 'guide/README.md'), join(root, 'docs/guide/README.md')].find(existsSync);
  let window: BrowserWindow | null = null;
  let glance: Glance = readGlance(parts, null);

  const who = new WhoIsHere(context.authenticate);
  const link = new PageLink();
  const show = () => {
    if (window) showWindow(window);
  };
  const quitting = new Quitting({
    callsUp: () => parts.data.slots.systemActive(),
    hangable: () => (who.actor ? countHangable(parts, who.actor) : 0),
    ask: ({ message, detail, answers }) => askSomebody(window, { message, detail, answers }),
    hold: (sentence) => context.dialer.hold(sentence),
    wake: () => context.dialer.wake(),
    hangUp: async () => (who.actor ? await hangUpAll(parts, who.actor) : undefined),
    quit: () => app.quit(),
    changed: () => watch.soon(),
    after,
  });
  const wake = () => {
    context.dialer.wake();
    quitting.holdAgain();
    if (parts.tunnel.state().state === 'down') context.tunnel.tryNow();
  };
  const sessionEnds = () => {
    quitting.order();
    ending.begin();
  };

  const tray = openTray(root, log, (act) => trayActs[act]());
  const setMenu = openMenu((act) => void menuAct(act));
  const power = new Power({ hold: (sentence) => context.dialer.hold(sentence), wake, end: () => quitting.order(), after });
  const updates = new Updates({
    feed: () => desktopProgram(parts).updateFeed,
    source: updateSource(ownFolder, log),
    mayAsk: () => mayAskToUpdate({ ...readGlance(parts, null), isFinishing: quitting.isFinishing || quitting.isGoing }),
    ask: async ({ message, detail, answers: [later, yes] }) =>
      (await askSomebody(window, {
        message,
        detail,
        answers: [
          { answer: 'later', label: later },
          { answer: 'yes', label: yes },
        ],
      })) === 'yes',
    endWith(install) {
      ending.endWith(install);
      quitting.order();
    },
    after,
    log,
  });
  const watch = new GlanceWatch(engine, who, (now) => {
    glance = now;
    tray?.show({ ...now, isFinishing: quitting.isFinishing, timeZone });
    setMenu({ isMac: process.platform === 'darwin', isSource: !app.isPackaged, own: menuOwn(now), hasGuide: guide !== undefined });
    if (window) showDock(window, dockView(now));
    power.keepAwake(now.isCalling);
    quitting.look();
    updates.soon();
  });
  const news = new NewsDesk(
    engine,
    who,
    timeZone,
    notifier((address) => {
      show();
      link.ask({ kind: 'go', address });
    }),
  );
  const stopFollowing = followSettings(engine, updates);

  const trayActs: Readonly<Record<TrayAct, () => void>> = {
    open: show,
    pause: () => void (who.actor && pauseAll(parts, who.actor).catch((error: unknown) => log.error({ err: error }, 'Pause all failed'))),
    resume: () => void (who.actor && resumeAll(parts, who.actor)),
    stay: () => quitting.stay(),
    quit: () => app.quit(),
  };

  async function menuAct(act: MenuAct): Promise<void> {
    switch (act.kind) {
      case 'page':
        show();
        return link.ask(act.command);
      case 'zoom':
        return window ? zoom(window, kept, act.step) : undefined;
      case 'import':
        return await chooseList();
      case 'guide':
        return void (guide && (await shell.openPath(guide)));
      case 'reference':
        return await shell.openExternal(`${served.rest}/api/reference`);
      case 'save-diagnostics':
        return await saveDiagnostics(faults);
      case 'quit':
        return app.quit();
    }
  }

  async function chooseList(): Promise<void> {
    show();
    if (!window) return;
    const { filePaths } = await dialog.showOpenDialog(window, {
      properties: ['openFile'],
      filters: [{ name: 'Lists', extensions: ['csv', 'tsv', 'txt'] }],
    });
    if (filePaths[0] !== undefined) openFile(filePaths[0]);
  }

  function openFile(path: string): void {
    if (!existsSync(path)) return log.warn({}, 'a list that was to be opened is not there');
    show();
    link.ask({ kind: 'file', fileToken: context.files.put(path), fileName: basename(path) });
  }

  /** Whether the window may close; where it may not, what is done instead is begun here. */
  function mayClose(): boolean {
    const { keepInTray } = desktopProgram(parts);
    switch (closingOf({ isGoing: quitting.isGoing, hasTray: tray !== null, keepInTray, wasTold: kept.now.isTrayTold })) {
      case 'close':
        return true;
      case 'quit':
        return quitting.mayQuit();
      case 'hide':
        window?.hide();
        return false;
      case 'hide-and-say':
        void sayThatItStays();
        return false;
    }
  }

  async function sayThatItStays(): Promise<void> {
    kept.keep({ isTrayTold: true });
    const { message, detail, answers } = STAYS_IN_TRAY;
    const [stay, quit] = answers;
    const labels = [
      { answer: 'hide', label: stay },
      { answer: 'quit', label: quit },
    ] as const;
    if ((await askSomebody(window, { message, detail, answers: labels })) === 'quit') app.quit();
    else window?.hide();
  }

  app.on('before-quit', (event) => {
    if (!quitting.mayQuit()) event.preventDefault();
  });
  app.on('activate', show);
  listenToPages({ engine, rpc: served.rpc, who, link, online: () => power.online() });
  const isOrdered = () => quitting.isOrdered;
  const stays = () => quitting.stay();
  const opened = { root, kept, isHidden: isHidden && tray !== null, isOrdered, mayClose, stays, sessionEnds };
  await openWindow(opened, (made) => {
    window = made;
    // First: what is said of its end waits for the page that comes after it.
    made.webContents.on('render-process-gone', () => link.isDeaf());
    watchPage(made, faults, () => link.ask({ kind: 'shown-anew' }));
    // Until the new page says who is here, nobody hears. A page that was to be left and was not goes on hearing.
    made.webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
      if (isMainFrame && !isSameDocument) link.isDeaf();
    });
    showDock(made, dockView(glance));
  });

  return {
    window: () => window,
    show,
    openFile,
    order: () => quitting.order(),
    stop() {
      stopFollowing();
      watch.stop();
      news.stop();
      updates.stop();
      power.stop();
      tray?.remove();
    },
  };
}

const menuOwn = ({ own }: Glance) => own && { mayPause: own.mayPause, mayResume: own.mayResume };

/** What the settings of the program change while it runs. */
function followSettings({ parts }: Engine, updates: Updates): () => void {
  let { openAtLogin } = desktopProgram(parts);
  keepOpenAtLogin(openAtLogin, parts.log);
  return parts.data.database.onChange(({ topics }) => {
    if (!topics.has('settings')) return;
    const program = desktopProgram(parts);
    if (program.openAtLogin !== openAtLogin) setOpenAtLogin(program.openAtLogin, parts.log);
    openAtLogin = program.openAtLogin;
    updates.settle();
  });
}
