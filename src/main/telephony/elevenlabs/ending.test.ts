import { describe, expect, it } from 'vitest';
import { aConversation, anUnanswered } from '../../../../tests/helpers/elevenlabs-account.ts';
import { readConversation } from './conversation.ts';
import { endingOf } from './ending.ts';
import { factsOf } from './report.ts';

const read = (body: unknown) => readConversation(body)!;
const silent = { transcript: [{ role: 'agent', message: 'Hello?' }] };
const tool = {
  transcript: [
    { role: 'agent', message: 'Call us back.', tool_calls: [{ tool_name: 'voicemail_detection' }] },
    { role: 'user', message: 'Beep' },
  ],
};

describe('endingOf', () => {
  it.each<[what: string, conversation: Record<string, unknown>, state: string, sure: boolean, seconds: number]>([
    ['a talk', aConversation(), 'completed', true, 27],
    ['a talk in which only the agent spoke', aConversation(silent), 'completed', true, 27],
    ['a call picked up and put down', aConversation({ ...silent, metadata: { call_duration_secs: 0 } }), 'completed', true, 0],
    [
      'a talk without the instant of its answer',
      aConversation({ ...silent, metadata: { accepted_time_unix_secs: undefined } }),
      'completed',
      true,
      27,
    ],
    ['seconds in which nobody picked up', aConversation({ ...silent, metadata: { accepted_time_unix_secs: null } }), 'no-answer', false, 0],
    ['seconds as text', aConversation({ metadata: { call_duration_secs: '27' } }), 'completed', true, 27],
    [
      'a talk that an error cut',
      aConversation({ status: 'failed', metadata: { error: { code: 1011, reason: 'busy' } } }),
      'completed',
      true,
      27,
    ],
    ['an error before anybody spoke', aConversation({ ...silent, status: 'failed' }), 'failed', true, 27],
    ['the voicemail tool', aConversation(tool), 'voicemail', true, 27],
    [
      'the voicemail tool by its use',
      aConversation({ metadata: { features_usage: { voicemail_detection: { enabled: true, used: true } } } }),
      'voicemail',
      true,
      27,
    ],
    [
      'a voicemail tool that was not used',
      aConversation({ metadata: { features_usage: { voicemail_detection: { enabled: true, used: false } } } }),
      'completed',
      true,
      27,
    ],
    ['a machine by the reason', aConversation({ metadata: { termination_reason: 'Voicemail detected' } }), 'voicemail', true, 27],
    ['done with 0 s', anUnanswered(), 'no-answer', false, 0],
    ['done with 0 s and no instant at all', anUnanswered({ metadata: { accepted_time_unix_secs: undefined } }), 'no-answer', false, 0],
    ['done with 0 s and 0 for an instant', anUnanswered({ metadata: { accepted_time_unix_secs: 0 } }), 'no-answer', false, 0],
    ['done with 0 s by Twilio', anUnanswered({ metadata: { phone_call: { type: 'twilio' } } }), 'no-answer', true, 0],
    ['failed by Twilio', anUnanswered({ status: 'failed', metadata: { phone_call: { type: 'twilio' } } }), 'failed', true, 0],
    ['failed', anUnanswered({ status: 'failed' }), 'failed', false, 0],
    ['failed, error 486', anUnanswered({ status: 'failed', metadata: { error: { code: 486 } } }), 'busy', true, 0],
    ['failed, error 480 as text', anUnanswered({ status: 'failed', metadata: { error: { code: '480' } } }), 'no-answer', true, 0],
    ['failed, error 503', anUnanswered({ status: 'failed', metadata: { error: { code: 503 } } }), 'failed', true, 0],
    ['failed, user busy', anUnanswered({ status: 'failed', metadata: { error: { code: null, reason: 'User busy' } } }), 'busy', true, 0],
    ['failed, an error as a text', anUnanswered({ status: 'failed', metadata: { error: 'no-answer' } }), 'no-answer', true, 0],
    ['done, not answered by the reason', anUnanswered({ metadata: { termination_reason: 'Call was not answered' } }), 'no-answer', true, 0],
    ['done, declined by the reason', anUnanswered({ metadata: { termination_reason: 'Declined' } }), 'busy', true, 0],
  ])('%s', (_, body, state, sure, seconds) => {
    const conversation = read(body);
    expect([endingOf(conversation), factsOf(conversation).durationSeconds]).toEqual([{ state, sure }, seconds]);
  });

  it('takes the word of the trunk before the vendor’s, but not for a call that was answered', () => {
    const failed = read(anUnanswered({ status: 'failed', metadata: { error: { reason: 'no answer' } } }));
    expect([endingOf(failed, 486), endingOf(failed, 603), endingOf(failed, 480), endingOf(failed, 404)].map(({ state }) => state)).toEqual([
      'busy',
      'busy',
      'no-answer',
      'failed',
    ]);
    expect(endingOf(read(aConversation()), 486).state).toBe('completed');
  });
});

describe('readConversation', () => {
  it('takes every spelling of our reference, and the user id last', () => {
    const named = (variables: object, phone_call: object = {}) =>
      read(
        aConversation({
          user_id: 'somebody',
          conversation_initiation_client_data: { dynamic_variables: variables },
          metadata: { phone_call },
        }),
      );
    for (const name of [
      'call_reference',
      'X-Call-Reference',
      'sip_call_reference',
      'sip_callreference',
      'sip_call-reference',
      'sip_x_call_reference',
    ])
      expect(named({ [name]: 'call_9' })).toMatchObject({ references: ['call_9', 'somebody'], isNamed: true });
    expect(named({}, { sip_header_dynamic_variables: { sip_call_reference: 'call_8' } }).references).toEqual(['call_8', 'somebody']);
    expect(named({ my_call_reference: 'x', reference: 'y' })).toMatchObject({ references: ['somebody'], isNamed: false });
  });

  it.each([
    undefined,
    null,
    [],
    'text',
    7,
    {},
    { conversation_id: 'conv_1' },
    { conversation_id: 7, status: 'done' },
    { conversation_id: 'conv_1', status: 'odd' },
  ])('reads %j as no conversation', (body) => {
    expect(readConversation(body)).toBeNull();
  });

  it('reads one of which everything else is missing or null', () => {
    const bare = { conversation_id: 'conv_1', status: 'done' };
    const nulls = { ...bare, transcript: null, metadata: null, analysis: null, user_id: null, conversation_initiation_client_data: null };
    for (const body of [bare, nulls]) expect(factsOf(read(body))).toEqual({ durationSeconds: 0 });
  });
});
