import { describe, expect, it } from 'vitest';
import type { Campaign } from '../../../shared/contract/campaigns.ts';
import { nextCall, passingReason, stateWord, stripOf } from './campaign-state.ts';

// Wednesday 18 November 2026, 14:32:22 in New York.
const NOW = Date.UTC(2026, 10, 18, 19, 32, 22);
const NEW_YORK = 'America/New_York';
const viewer = { now: NOW, timeZone: NEW_YORK, userId: 'user_1' };

function aCampaign(part: Partial<Campaign>): Campaign {
  return {
    status: 'active',
    timeZone: NEW_YORK,
    nextCallAt: null,
    whyNoCalls: null,
    callsUp: 0,
    paused: null,
    completedAt: null,
    ...part,
  } as Campaign;
}
const why = (code: string, sentence: string, until: number | null = null) => ({
  code,
  sentence,
  until: until === null ? null : new Date(until),
});

describe('nextCall', () => {
  it('counts down to the next call and names its time', () => {
    expect(nextCall(aCampaign({ nextCallAt: new Date(NOW + 98_000) }), NOW, NEW_YORK)).toEqual({
      figure: 'in 1:38',
      note: '14:34',
      quiet: false,
    });
  });

  it('says whose time it is where the campaign lives by another clock', () => {
    const at = new Date(Date.UTC(2026, 10, 19, 9));
    const next = nextCall(aCampaign({ nextCallAt: at, timeZone: 'Europe/London' }), NOW, NEW_YORK);
    expect(next).toEqual({ figure: 'in 13 h 27 min', note: 'tomorrow at 04:00 your time', quiet: false });
  });

  it('does not speak of your time where both clocks say the same', () => {
    const next = nextCall(aCampaign({ nextCallAt: new Date(NOW + 60_000), timeZone: 'America/Toronto' }), NOW, NEW_YORK);
    expect(next.note).toBe('14:33');
  });

  it('is now when the time has come, or comes within this second', () => {
    for (const at of [NOW - 5_000, NOW, NOW + 999])
      expect(nextCall(aCampaign({ nextCallAt: new Date(at) }), NOW, NEW_YORK).figure).toBe('now');
  });

  it.each([
    ['draft', 'not started'],
    ['paused', 'after it is resumed'],
    ['cancelled', 'cancelled for good'],
  ] as const)('is quiet while a campaign is %s', (status, note) => {
    expect(nextCall(aCampaign({ status, nextCallAt: new Date(NOW) }), NOW, NEW_YORK)).toEqual({ figure: '—', note, quiet: true });
  });

  it('says that the last calls are up while nobody waits any more', () => {
    expect(nextCall(aCampaign({ callsUp: 1 }), NOW, NEW_YORK).note).toBe('the last calls are up');
  });

  it('tells when a completed campaign made its last call', () => {
    const completed = (completedAt: number) =>
      nextCall(aCampaign({ status: 'completed', completedAt: new Date(completedAt) }), NOW, NEW_YORK);
    expect(completed(NOW - 60_000)).toEqual({ figure: '14:31', note: 'the last call', quiet: false });
    expect(completed(Date.UTC(2026, 10, 12, 15))).toEqual({ figure: '10:00', note: 'the last call, Thu 12 Nov', quiet: false });
  });
});

describe('stripOf', () => {
  it('stands in grey for a closed window, with the time here', () => {
    const until = Date.UTC(2026, 10, 19, 9);
    const campaign = aCampaign({ timeZone: 'Europe/London', whyNoCalls: why('window-closed', 'It opens tomorrow at 09:00 there.', until) });
    const sentence = 'It opens tomorrow at 09:00 there. That is tomorrow at 04:00 your time.';
    expect(stripOf(campaign, viewer)).toEqual({ tone: 'neutral', kind: 'window', sentence });
    expect(stateWord(campaign)).toBe('Running, window closed');
  });

  const paused = (by: string, byName: string) =>
    aCampaign({
      status: 'paused',
      paused: { by, byName, at: new Date(NOW), reason: null, all: false },
      whyNoCalls: why('paused', `${byName} paused it at 14:30.`),
    });

  it('stands in yellow for a person’s pause, who is you where it was you', () => {
    expect(stripOf(paused('user_1', 'Maya'), viewer)).toEqual({ tone: 'warning', kind: 'pause', sentence: 'You paused it at 14:30.' });
    expect(stripOf(paused('user_2', 'Sam'), viewer)?.sentence).toBe('Sam paused it at 14:30.');
  });

  it('stands in red where the program paused it, the provider refuses or no opening is left', () => {
    expect(stripOf(paused('ringmaster', 'Ringmaster'), viewer)).toMatchObject({ tone: 'error', kind: 'fault' });
    for (const code of ['provider', 'engine', 'no-opening']) {
      expect(stripOf(aCampaign({ whyNoCalls: why(code, 'Because.') }), viewer)).toMatchObject({ tone: 'error' });
    }
  });

  it('leaves to the countdown what the countdown tells, and to the line of words what comes and goes', () => {
    for (const code of ['planned', 'turn', 'limit-full', 'gap', 'retry', 'callback', 'nobody-waiting']) {
      expect(stripOf(aCampaign({ whyNoCalls: why(code, 'Because.') }), viewer)).toBeNull();
    }
    expect(passingReason(aCampaign({ whyNoCalls: why('limit-full', 'The system’s 10 slots are in use.') }))).toBe(
      'The system’s 10 slots are in use',
    );
    expect(passingReason(aCampaign({ whyNoCalls: why('planned', 'Planned.') }))).toBeNull();
  });

  it('shows a reason that it does not know', () => {
    expect(stripOf(aCampaign({ whyNoCalls: why('something-new', 'A new reason.') }), viewer)).toEqual({
      tone: 'neutral',
      kind: 'wait',
      sentence: 'A new reason.',
    });
  });

  it('is silent about campaigns that are over or were never started', () => {
    for (const status of ['draft', 'completed', 'cancelled'] as const)
      expect(stripOf(aCampaign({ status, whyNoCalls: why('over', 'Over.') }), viewer)).toBeNull();
  });
});
