import { describe, expect, it } from 'vitest';
import { HOUR_MS, MINUTE_MS } from './calendar.ts';
import type { Opening } from './calling-window.ts';
import type { WaitingCode } from './waiting-reason.ts';
import { type CampaignFacts, type ItemFacts, whyCampaignWaits, whyItemWaits } from './why-not-now.ts';

const now = Date.parse('2026-11-18T12:00Z');
const open: Opening = { on: '2026-11-18', from: now - 3 * HOUR_MS, until: now + 6 * HOUR_MS };
const tomorrow: Opening = { on: '2026-11-19', from: now + 21 * HOUR_MS, until: now + 30 * HOUR_MS };

const campaign = (given: Partial<CampaignFacts> = {}): CampaignFacts => ({
  now,
  timeZone: 'Europe/London',
  state: 'active',
  startOn: '2026-11-01',
  endOn: null,
  pause: null,
  engineFault: null,
  providerFault: null,
  fullLimit: null,
  opening: open,
  ...given,
});

const item = (given: Partial<ItemFacts> = {}): ItemFacts => ({
  scheduledFor: now - MINUTE_MS,
  timeSource: 'spread',
  attemptCount: 0,
  maxAttempts: 1,
  doNotCall: false,
  numberBusy: false,
  gap: null,
  ownZone: null,
  ...given,
});

const pause = { by: 'Ada', pausedAt: now, reason: null };
const later = now + 40 * MINUTE_MS;

describe('whyItemWaits', () => {
  it('tells the first reason of all that hold', () => {
    const everything = {
      state: 'paused',
      pause,
      engineFault: 'The disk is full',
      providerFault: { sentence: 'Bolna does not answer', until: null },
      fullLimit: { level: 'user', limit: 2 },
      opening: null,
    } as const;
    const busy = { doNotCall: true, numberBusy: true, gap: { lastCalledAt: now, gapMs: HOUR_MS }, scheduledFor: later };
    const lifted: [Partial<CampaignFacts>, Partial<ItemFacts>, WaitingCode][] = [
      [{}, {}, 'do-not-call'],
      [{}, { doNotCall: false }, 'paused'],
      [{ state: 'active', pause: null }, { doNotCall: false }, 'engine'],
      [{ engineFault: null }, {}, 'no-opening'],
      [{ opening: tomorrow }, {}, 'window-closed'],
      [{ opening: open }, {}, 'planned'],
      [{}, { scheduledFor: now }, 'number-busy'],
      [{}, { numberBusy: false }, 'gap'],
      [{}, { gap: null }, 'provider'],
      [{ providerFault: null }, {}, 'limit-full'],
      [{ fullLimit: null }, {}, 'turn'],
    ];
    let facts: CampaignFacts = campaign(everything);
    let row = item(busy);
    for (const [change, rowChange, code] of lifted) {
      facts = { ...facts, ...change };
      row = { ...row, ...rowChange };
      expect(whyItemWaits(facts, row).code).toBe(code);
    }
  });

  it('knows where the time came from', () => {
    expect([
      whyItemWaits(campaign(), item({ scheduledFor: later, timeSource: 'hand' })),
      whyItemWaits(campaign(), item({ scheduledFor: later, timeSource: 'retry', attemptCount: 1, maxAttempts: 3 })),
      whyItemWaits(campaign(), item({ scheduledFor: later, timeSource: 'callback' })),
    ]).toEqual([
      { code: 'planned', until: later },
      { code: 'retry', attempt: 2, maxAttempts: 3, until: later },
      { code: 'callback', at: later, until: later },
    ]);
  });

  it('says closed until its time, or the time itself where that lies beyond the next opening', () => {
    const shut = campaign({ opening: tomorrow });
    expect([
      whyItemWaits(shut, item({ scheduledFor: tomorrow.from + HOUR_MS })),
      whyItemWaits(shut, item({ scheduledFor: tomorrow.until + HOUR_MS })),
      whyItemWaits(shut, item({ scheduledFor: tomorrow.from + HOUR_MS, timeSource: 'callback' })),
    ]).toEqual([
      { code: 'window-closed', timeZone: 'Europe/London', until: tomorrow.from + HOUR_MS, opensAt: tomorrow.from },
      { code: 'planned', until: tomorrow.until + HOUR_MS },
      { code: 'callback', at: tomorrow.from + HOUR_MS, until: tomorrow.from + HOUR_MS },
    ]);
  });

  it('names the contact’s place where only that one is closed', () => {
    const away = item({ ownZone: { timeZone: 'Australia/Sydney', opening: tomorrow } });
    const place = (facts: CampaignFacts) => {
      const cause = whyItemWaits(facts, away);
      return cause.code === 'window-closed' ? cause.timeZone : cause.code;
    };
    expect([place(campaign()), place(campaign({ opening: tomorrow }))]).toEqual(['Australia/Sydney', 'Europe/London']);
    expect(whyItemWaits(campaign({ endOn: '2026-12-01' }), item({ ownZone: { timeZone: 'Nowhere/Else', opening: null } }))).toEqual({
      code: 'no-opening',
      ended: false,
    });
    expect(whyItemWaits(campaign({ endOn: '2026-11-17', opening: null }), item())).toEqual({ code: 'no-opening', ended: true });
  });

  it('does not tell a gap that is over', () => {
    expect(whyItemWaits(campaign(), item({ gap: { lastCalledAt: now - HOUR_MS, gapMs: HOUR_MS } })).code).toBe('turn');
  });
});

describe('whyCampaignWaits', () => {
  it('tells its own gate before the next item’s reason', () => {
    expect([
      whyCampaignWaits(campaign({ state: 'draft' }), item(), 0).code,
      whyCampaignWaits(campaign({ state: 'scheduled', startOn: '2026-11-19', opening: tomorrow }), item(), 0),
      whyCampaignWaits(campaign({ state: 'completed' }), null, 0).code,
      whyCampaignWaits(campaign({ pause }), null, 0),
      whyCampaignWaits(campaign(), null, 3),
      whyCampaignWaits(campaign(), item({ scheduledFor: later }), 0).code,
    ]).toEqual([
      'not-started',
      { code: 'not-started', startOn: '2026-11-19', todayOn: '2026-11-18', until: tomorrow.from },
      'over',
      { code: 'paused', ...pause },
      { code: 'nobody-waiting', up: 3 },
      'planned',
    ]);
  });
});
