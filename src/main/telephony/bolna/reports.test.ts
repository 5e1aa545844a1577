import { describe, expect, it } from 'vitest';
import { anExecution, EXECUTION_ID } from '../../../../tests/helpers/bolna.ts';
import type { CallReport } from '../../ports/provider.ts';
import { instantOf } from './instants.ts';
import { type Heard, reportOf } from './reports.ts';
import { readExecution } from './wire.ts';

const NOW = Date.UTC(2026, 2, 2, 9, 1);
const report = (given: Record<string, unknown> = {}, heard: Heard = { at: NOW, notBefore: null }): CallReport => {
  const execution = readExecution(anExecution(given));
  const read = execution && reportOf(execution, heard);
  if (!read) throw new Error('not read');
  return read;
};

describe('reportOf', () => {
  it('tells all of a call that was talked through', () => {
    expect(report()).toEqual({
      providerCallId: EXECUTION_ID,
      reference: 'call_1',
      state: 'completed',
      at: Date.UTC(2026, 2, 2, 9, 0, 40, 500),
      durationSeconds: 27.2,
      answeredByMachine: false,
      cost: { amount: 3.1, unit: 'bolna' },
      recordingUrl: 'https://example.invalid/rec/0d7e5a10.mp3',
      transcript: 'assistant: Hello Mira.\nuser: Yes, speaking.',
      summary: 'Mira confirmed the visit.',
      extracted: { General: { 'Call Summary': { subjective: 'Confirmed for Friday.', confidence_label: 'High' } } },
      hungUpBy: 'Callee',
      reason: 'Normal Hangup (4000)',
    });
  });

  it.each([
    ['scheduled', 'queued'],
    ['prepared', 'queued'],
    ['queued', 'queued'],
    ['rescheduled', 'queued'],
    ['initiated', 'initiated'],
    ['ringing', 'ringing'],
    ['in-progress', 'in-progress'],
    ['call-disconnected', 'disconnected'],
    ['completed', 'completed'],
    ['no-answer', 'no-answer'],
    ['busy', 'busy'],
    ['failed', 'failed'],
    ['error', 'failed'],
    ['canceled', 'cancelled'],
    ['stopped', 'cancelled'],
    ['balance-low', 'not-placed'],
  ])('reads %s as %s', (status, state) => {
    expect(report({ status }).state).toBe(state);
  });

  it('reads no status that it does not know', () => {
    expect(reportOf(readExecution(anExecution({ status: 'dreaming' }))!, { at: NOW, notBefore: null })).toBeNull();
  });

  it('knows a machine from its flag, and a person only when the result is made', () => {
    expect(report({ answered_by_voice_mail: true })).toMatchObject({ state: 'voicemail', answeredByMachine: true });
    expect(report({ status: 'in-progress', answered_by_voice_mail: true })).toMatchObject({
      state: 'in-progress',
      answeredByMachine: true,
    });
    expect(report({ status: 'in-progress' })).not.toHaveProperty('answeredByMachine');
    for (const status of ['call-disconnected', 'busy']) expect(report({ status })).not.toHaveProperty('answeredByMachine');
    expect(report({ answered_by_voice_mail: null })).not.toHaveProperty('answeredByMachine');
  });

  it('takes 0 for a fact at the end, and for not known before it', () => {
    const nothing = { conversation_duration: 0, total_cost: 0 };
    expect(report(nothing)).toMatchObject({ state: 'completed', durationSeconds: 0, cost: { amount: 0 } });
    for (const status of ['call-disconnected', 'in-progress', 'ringing']) {
      expect(report({ ...nothing, status })).not.toHaveProperty('durationSeconds');
      expect(report({ ...nothing, status })).not.toHaveProperty('cost');
    }
    expect(report({ status: 'call-disconnected' })).toMatchObject({ durationSeconds: 27.2, cost: { amount: 3.1 } });
  });

  it.each([
    ['digits in a text', '27', 27],
    ['digits with a fraction in a text', '27.5', 27.5],
    ['what is no number, by the line', 'long', 31],
    ['nothing, by the line', null, 31],
    ['less than nothing, by the line', -1, 31],
  ])('reads a talk time that is %s', (_name, given, seconds) => {
    expect(report({ conversation_duration: given }).durationSeconds).toBe(seconds);
  });

  it('never takes the ringing for talk', () => {
    expect(report({ status: 'no-answer', conversation_duration: null })).not.toHaveProperty('durationSeconds');
    expect(report({ status: 'call-disconnected', conversation_duration: null })).not.toHaveProperty('durationSeconds');
  });

  it('reads a number where an id is one, and objects that are not there', () => {
    expect(
      report({
        id: 7432,
        telephony_data: null,
        context_details: null,
        extracted_data: null,
        transcript: '',
        summary: null,
        total_cost: null,
        conversation_duration: null,
        updated_at: null,
        answered_by_voice_mail: null,
      }),
    ).toEqual({ providerCallId: '7432', reference: null, state: 'completed', at: null });
    expect(reportOf(readExecution({ id: 'x', status: 'busy' })!, { at: NOW, notBefore: null })).toEqual({
      providerCallId: 'x',
      reference: null,
      state: 'busy',
      at: null,
    });
  });

  it('lets no field of a wrong kind spoil the others', () => {
    const wrong = report({ telephony_data: 'none', extracted_data: ['a'], context_details: { recipient_data: 'none' }, transcript: 5 });
    expect(wrong).toMatchObject({ state: 'completed', reference: null, durationSeconds: 27.2, summary: 'Mira confirmed the visit.' });
    expect(wrong).not.toHaveProperty('transcript');
    expect(wrong).not.toHaveProperty('extracted');
  });

  it('keeps extracted data flat or in two levels, and reads a summary that was extracted', () => {
    expect(report({ extracted_data: { user_interested: true }, summary: null })).toMatchObject({ extracted: { user_interested: true } });
    expect(report({ summary: null }).summary).toBe('Confirmed for Friday.');
    expect(report({ summary: null, extracted_data: { a: 'b', c: null, d: { 'Call Summary': 'text' } } })).not.toHaveProperty('summary');
    expect(report({ extracted_data: {} })).not.toHaveProperty('extracted');
  });

  it.each<[string, Record<string, unknown>, string | undefined]>([
    ['the wallet', { status: 'balance-low' }, 'The wallet at Bolna is empty: top it up there'],
    ['their message', { status: 'failed', error_message: 'from number not owned' }, 'from number not owned'],
    ['the hang-up where there is no message', { status: 'failed' }, 'Normal Hangup (4000)'],
    ['who stopped it', { status: 'stopped', telephony_data: null }, 'It was stopped at Bolna'],
    [
      'the hours of the agent',
      { status: 'rescheduled', rescheduled_at: '2026-03-03T03:30:00+00:00' },
      "Bolna put it off because of the agent's own calling hours, to 2026-03-03T03:30:00.000Z",
    ],
    ['their own retry', { status: 'scheduled', retry_count: 2 }, 'Bolna tries again by itself, for the 2. time'],
    ['nothing while it waits', { status: 'scheduled' }, undefined],
    ['the code by its other name', { telephony_data: { hangup_reason: 'Busy', hangup_code: '3010' } }, 'Busy (3010)'],
    ['no code that means nothing', { telephony_data: { hangup_reason: 'Unknown', hangup_provider_code: 0 } }, 'Unknown'],
  ])('gives as the reason %s', (_name, given, reason) => {
    expect(report(given).reason).toBe(reason);
  });

  it('trusts no time that was not meant as UTC, or that was before the call', () => {
    const at = (updated_at: string, notBefore: number | null = null) => report({ updated_at }, { at: NOW, notBefore }).at;
    expect(at('2026-03-02T14:30:40')).toBeNull();
    expect(at('2026-03-02T09:05:00')).toBe(Date.UTC(2026, 2, 2, 9, 5));
    expect(at('2026-03-02T04:00:40', NOW)).toBeNull();
    expect(at('2026-03-02T04:00:40')).toBe(Date.UTC(2026, 2, 2, 4, 0, 40));
    expect(at('yesterday')).toBeNull();
  });
});

describe('instantOf', () => {
  it.each([
    ['2026-09-01T09:30:04.120033', Date.UTC(2026, 8, 1, 9, 30, 4, 120)],
    ['2026-09-01 09:30:04', Date.UTC(2026, 8, 1, 9, 30, 4)],
    ['2026-09-01T09:30:04Z', Date.UTC(2026, 8, 1, 9, 30, 4)],
    ['2026-09-01T15:00:04+05:30', Date.UTC(2026, 8, 1, 9, 30, 4)],
    ['soon', null],
  ])('reads %s', (timestamp, at) => {
    expect(instantOf(timestamp)).toBe(at);
  });
});
