/** Faults of the program and of its page: dumps that stay on this computer, and what is offered to whoever sits before it. */
import { writeFileSync } from 'node:fs';
import { app, type BrowserWindow, crashReporter, dialog } from 'electron';
import type { Logger } from '../../ports/host.ts';
import { afterPageDied, type FaultAnswer, type FaultWords, isFault, PAGE_DIED, PAGE_HANGS, PROGRAM_FAULT } from './crash-view.ts';
import { type BundleSources, diagnosticsBundle } from './diagnostics-bundle.ts';

/** Before the app is ready. Nothing is sent anywhere. */
export const keepDumps = (): void => crashReporter.start({ uploadToServer: false });

export interface FaultParts {
  log: Logger;
  /** What the bundle is made of; null before the engine runs. */
  sources: () => Omit<BundleSources, 'dumps' | 'whole'>;
  /** The window, where there is one. */
  window: () => BrowserWindow | null;
  /** Ends in order, and starts again where asked. */
  end: (again: boolean) => void;
}

/** Offers the bundle as a file: without persons, unless somebody ticks that. */
export async function saveDiagnostics({ log, sources, window }: FaultParts): Promise<void> {
  const parent = window();
  const question = {
    type: 'question' as const,
    message: 'Save what a report of a fault needs?',
    detail: 'Versions, settings without keys, counts, and the log without addresses and numbers. It is a file; nothing is sent.',
    buttons: ['Cancel', 'Save…'],
    defaultId: 1,
    cancelId: 0,
    checkboxLabel: 'With crash dumps and the log as it is: they may name persons',
  };
  const { response, checkboxChecked } = await (parent ? dialog.showMessageBox(parent, question) : dialog.showMessageBox(question));
  if (response !== 1) return;
  const place = { defaultPath: 'ringmaster-diagnostics.zip', filters: [{ name: 'Zip', extensions: ['zip'] }] };
  const { filePath } = await (parent ? dialog.showSaveDialog(parent, place) : dialog.showSaveDialog(place));
  if (!filePath) return;
  try {
    const bundle = diagnosticsBundle({ ...sources(), dumps: app.getPath('crashDumps'), whole: checkboxChecked });
    writeFileSync(filePath, bundle, { mode: 0o600 });
  } catch (error) {
    log.error({ err: error }, 'diagnostics could not be saved');
    dialog.showErrorBox('The diagnostics could not be saved', 'Look whether the disk is full, or choose another folder.');
  }
}

/** The page of the window: what it does when it dies or hangs. The engine goes on. @param shownAnew is told where it was loaded again unasked. */
export function watchPage(window: BrowserWindow, parts: FaultParts, shownAnew: () => void): void {
  const diedAt: number[] = [];
  let asking = false;
  const ask = async (words: FaultWords) => {
    if (asking) return;
    asking = true;
    const answer = await askAbout(words, parts).finally(() => {
      asking = false;
    });
    if (answer === 'reload' && !window.isDestroyed()) window.webContents.reload();
    if (answer === 'quit') app.quit();
  };
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (!isFault(reason)) return;
    parts.log.error({ reason, exitCode }, 'the page died');
    diedAt.push(Date.now());
    if (afterPageDied(diedAt, Date.now()) === 'ask') return void ask(PAGE_DIED);
    window.webContents.reload();
    shownAnew();
  });
  window.on('unresponsive', () => {
    parts.log.warn({}, 'the page does not answer');
    void ask(PAGE_HANGS);
  });
}

/** A mistake of the program itself that nothing caught. */
export function watchProgram(parts: FaultParts): void {
  let isTold = false;
  process.on('uncaughtException', (error) => {
    parts.log.error({ err: error }, 'a mistake that nothing caught');
    if (isTold) return;
    isTold = true;
    void endAfterFault(parts);
  });
  process.on('unhandledRejection', (error) => parts.log.error({ err: error }, 'a promise that nobody waited for failed'));
}

async function endAfterFault(parts: FaultParts): Promise<void> {
  parts.end((await askAbout(PROGRAM_FAULT, parts)) === 'restart');
}

/** Asks until something else than the diagnostics is chosen. */
async function askAbout({ message, detail, answers }: FaultWords, parts: FaultParts): Promise<FaultAnswer> {
  const parent = parts.window();
  const question = {
    type: 'error' as const,
    message,
    detail,
    buttons: answers.map(({ label }) => label),
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  };
  const { response } = await (parent ? dialog.showMessageBox(parent, question) : dialog.showMessageBox(question));
  const answer = answers[response]?.answer ?? 'wait';
  if (answer !== 'save') return answer;
  await saveDiagnostics(parts);
  return await askAbout({ message, detail, answers }, parts);
}
