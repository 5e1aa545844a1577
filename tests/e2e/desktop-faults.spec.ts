/** Faults of the page and of the program: what is said, what is offered, and what the diagnostics hold. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test, twoCallsUp } from './desktop.ts';
import { ADMIN, signIn } from './fixtures.ts';
import type { Desktop } from './hosts/stand-in.ts';

const SHOWN_ANEW = 'The screens had a fault and are shown anew; calls and campaigns went on.';
const PAGE_DIED = {
  message: 'The screens of Ringmaster keep ending',
  buttons: ['Show them again', 'Save diagnostics…', 'Quit Ringmaster'],
};
const PROGRAM_FAULT = {
  message: 'Ringmaster made a mistake and has to start again',
  buttons: ['Start again', 'Save diagnostics…', 'Quit'],
};

/** What the fault tells, and the memory of whoever crashed. */
const PERSON = { email: 'ada.lovelace@example.com', phone: '+442079460958' };
const MISTAKE = `nobody expected ${PERSON.email} at ${PERSON.phone}`;

/** Saves the diagnostics from a question that offers them, and reads what is in the file. */
async function saved(desktop: Desktop, isWhole: boolean): Promise<Record<string, string>> {
  const file = join(mkdtempSync(join(tmpdir(), 'ringmaster-saved-')), 'diagnostics.zip');
  await desktop.chooseFiles([], file);
  await desktop.answer('Save diagnostics…');
  await expect.poll(async () => (await desktop.standing())[0]?.message).toBe('Save what a report of a fault needs?');
  await desktop.answer('Save…', isWhole);
  await expect.poll(() => existsSync(file)).toBe(true);
  return Object.fromEntries(Object.entries(unzipSync(readFileSync(file))).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

test('screens that end are shown anew with a word about it; those that keep ending are asked about, and calls go on', async ({
  page,
  host,
  desktop,
}) => {
  await twoCallsUp(page, host);
  const card = page.getByRole('article', { name: 'Renewals' });
  for (const reason of ['crashed', 'oom'] as const) {
    await desktop.pageDies(reason);
    await expect(page.getByText(SHOWN_ANEW)).toBeVisible();
    await expect(card).toContainText('2 up');
  }
  expect(await desktop.asked()).toEqual([]);
  await desktop.pageDies('crashed');
  await expect.poll(() => desktop.standing()).toEqual([PAGE_DIED]);
  expect((await desktop.tray())?.tooltip).toBe('Ringmaster: 2 calls up');
  const files = await saved(desktop, false);
  expect(Object.keys(files).toSorted()).toEqual(['crashes.json', 'report.json', 'ringmaster.log']);
  expect(files['ringmaster.log']).toContain('the page died');
  // The question stands again: what becomes of the screens is still to be said.
  await expect.poll(() => desktop.standing()).toEqual([PAGE_DIED]);
  await desktop.answer('Show them again');
  await expect(card).toContainText('2 up');
});

test('screens that do not answer are waited for, or shown anew', async ({ page, host, desktop }) => {
  await twoCallsUp(page, host);
  await desktop.pageHangs();
  await desktop.pageHangs();
  await expect
    .poll(() => desktop.standing())
    .toEqual([{ message: 'The screens of Ringmaster do not answer', buttons: ['Wait', 'Show them anew', 'Save diagnostics…'] }]);
  await desktop.answer('Wait');
  await page.evaluate(() => void (document.documentElement.dataset['page'] = 'same'));
  const same = page.locator('html[data-page=same]');
  await desktop.pageHangs();
  await expect.poll(async () => (await desktop.standing()).length).toBe(1);
  await expect(same).toHaveCount(1);
  await desktop.answer('Show them anew');
  await expect(same).toHaveCount(0);
  await expect(page.getByRole('article', { name: 'Renewals' })).toContainText('2 up');
});

test('a mistake that nothing caught is told, with diagnostics that name nobody unless asked, and a new start', async ({
  page,
  host,
  ground,
  program,
  desktop,
}) => {
  const dumps = join(ground.dataDir, 'desktop/crashDumps/completed');
  mkdirSync(dumps, { recursive: true });
  writeFileSync(join(dumps, 'earlier.dmp'), `memory of ${PERSON.email}`);
  await host.stop();
  program.args = ['--hidden'];
  await host.start();
  await twoCallsUp(page, host);
  await desktop.makeMistake(MISTAKE);
  await expect.poll(() => desktop.standing()).toEqual([PROGRAM_FAULT]);
  // One mistake seldom comes alone, and one question is enough.
  await desktop.makeMistake('another one');
  const files = await saved(desktop, false);
  expect(JSON.parse(files['report.json'] ?? '')).toMatchObject({ versions: { ringmaster: expect.any(String) }, counts: {} });
  expect(JSON.parse(files['crashes.json'] ?? '')).toMatchObject([{ name: 'earlier.dmp' }]);
  expect(files['ringmaster.log']).toContain('nobody expected (e-mail) at (number)');
  expect(files['ringmaster.log']).toContain('another one');
  const everything = Object.values(files).join('\n');
  for (const person of [
    PERSON.email,
    PERSON.phone,
    ADMIN.email,
    ADMIN.name,
    'Person 0',
    'Renewals',
    '+4915',
    `"hostname":"${hostname()}"`,
  ]) {
    expect(everything).not.toContain(person);
  }
  await expect.poll(() => desktop.standing()).toEqual([PROGRAM_FAULT]);
  const whole = await saved(desktop, true);
  expect(whole['crashes/earlier.dmp']).toBe(`memory of ${PERSON.email}`);
  expect(whole['ringmaster.log']).toContain(MISTAKE);
  await expect.poll(() => desktop.standing()).toEqual([PROGRAM_FAULT]);

  await desktop.answer('Start again');
  expect(await program.gone()).toBe(0);
  // As it was started, save that whoever asked for it wants to see it.
  expect(program.again?.slice(1)).toEqual(['--data-dir', ground.dataDir, '--port', new URL(host.rest).port]);
  program.args = [];
  await host.start();
  expect((await desktop.window())?.isVisible).toBe(true);
  await signIn(page);
  await expect(page.getByRole('article', { name: 'Renewals' })).toContainText('2 up');
});

test('an AppImage starts again from its own file, and after a mistake the program can also just end', async ({
  page,
  host,
  ground,
  program,
  desktop,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'ringmaster-appimage-'));
  const [image, told] = [join(folder, 'Ringmaster.AppImage'), join(folder, 'told')];
  // Its own start: the first one is gone, or it would only have been shown.
  writeFileSync(
    image,
    `#!/bin/sh\nls '${ground.dataDir}/desktop' > '${told}.new'; echo "$@" >> '${told}.new'; mv '${told}.new' '${told}'\n`,
    {
      mode: 0o755,
    },
  );
  await host.stop();
  program.given = { isPackaged: true };
  ground.env['APPIMAGE'] = image;
  await host.start();
  await signIn(page);
  await desktop.makeMistake(MISTAKE);
  await expect.poll(() => desktop.standing()).toEqual([PROGRAM_FAULT]);
  await desktop.answer('Start again');
  expect(await program.gone()).toBe(0);
  expect(program.again).toBe(null);
  await expect.poll(() => existsSync(told)).toBe(true);
  expect(readFileSync(told, 'utf8')).toContain(`--data-dir ${ground.dataDir}`);
  expect(readFileSync(told, 'utf8')).not.toContain('stand-in.lock');

  await host.start();
  await signIn(page);
  await desktop.makeMistake(MISTAKE);
  await expect.poll(() => desktop.standing()).toEqual([PROGRAM_FAULT]);
  await desktop.answer('Quit');
  expect(await program.gone()).toBe(0);
  expect(program.again).toBe(null);
});
