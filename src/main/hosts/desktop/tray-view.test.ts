import { describe, expect, it } from 'vitest';
import { type TrayState, trayView } from './tray-view.ts';

const NOON = Date.UTC(2026, 2, 2, 12);
const nobody: TrayState = { at: NOON, callsUp: 0, isCalling: false, isBlocked: false, own: null, isFinishing: false, timeZone: 'UTC' };
const next = { at: NOON + 5 * 60_000, who: 'Ada Lovelace', campaignName: 'Spring', timeZone: 'UTC' };
const own = { next, progress: null, mayPause: true, mayResume: false };

/** What stands in the menu, a line as `-`, what cannot be chosen in brackets. */
const menu = (state: Partial<TrayState>) =>
  trayView({ ...nobody, ...state }).items.map((item) =>
    item.kind === 'line' ? '-' : item.kind === 'words' || !item.isEnabled ? `(${item.label})` : item.label,
  );

describe('trayView', () => {
  it.each([
    [0, '', 'Ringmaster: no call is up'],
    [1, '1', 'Ringmaster: 1 call up'],
    [12, '12', 'Ringmaster: 12 calls up'],
    [140, '99+', 'Ringmaster: 140 calls up'],
  ])('tells of %i calls', (callsUp, title, tooltip) => {
    expect(trayView({ ...nobody, callsUp })).toMatchObject({ title, tooltip });
  });

  it.each([
    [{}, 'plain'],
    [{ own: { ...own, mayResume: true } }, 'paused'],
    [{ own: { ...own, mayResume: true }, isCalling: true }, 'plain'],
    [{ isBlocked: true, isCalling: true }, 'alert'],
  ])('looks by what can be called: %j', (state, look) => {
    expect(trayView({ ...nobody, ...state }).look).toBe(look);
  });

  it('shows nobody whom is called, and lets nobody pause, while nobody is signed in', () => {
    expect(menu({ callsUp: 2 })).toEqual(['Open Ringmaster', '-', '(2 calls up)', '-', 'Quit Ringmaster']);
  });

  it('shows whoever is signed in the next call and what they may do', () => {
    const words = '(Next call: 12:05, Ada Lovelace (Spring))';
    expect(menu({ own })).toEqual([
      'Open Ringmaster',
      '-',
      '(No call is up)',
      words,
      '-',
      'Pause all',
      '(Resume all)',
      '-',
      'Quit Ringmaster',
    ]);
  });

  it.each([
    [{ ...next, at: NOON }, '(Next call: now, Ada Lovelace (Spring))'],
    [{ ...next, timeZone: 'America/New_York' }, '(Next call: 07:05 in New York, Ada Lovelace (Spring))'],
    [{ ...next, at: NOON + 21 * 3_600_000 }, '(Next call: tomorrow at 09:00, Ada Lovelace (Spring))'],
    [null, '(No call is planned)'],
  ])('tells when and whom', (one, words) => {
    expect(menu({ own: { ...own, next: one } })).toContain(words);
  });

  it('says that it quits after the calls, and offers to stay', () => {
    const shown = menu({ own, callsUp: 2, isFinishing: true });
    expect(shown.slice(2)).toEqual([
      '(Quits once these calls are over)',
      '-',
      'Pause all',
      '(Resume all)',
      '-',
      'Keep running',
      'Quit now…',
    ]);
    expect(trayView({ ...nobody, callsUp: 1, isFinishing: true }).tooltip).toBe('Ringmaster: 1 call up, quits after');
  });
});
