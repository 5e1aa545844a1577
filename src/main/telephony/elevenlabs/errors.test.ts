import { describe, expect, it } from 'vitest';
import { readError } from './errors.ts';

const said = { codes: ['rate_limit_exceeded'], message: 'Slow down', fields: [] };

describe('readError', () => {
  it.each<[what: string, body: unknown, expected: ReturnType<typeof readError>]>([
    [
      'the shape of today',
      {
        detail: {
          type: 'RateLimit',
          code: 'rate_limit_exceeded',
          message: 'Slow down',
          status: 'old',
          request_id: 'r',
          param: 'To_Number',
        },
      },
      { codes: ['rate_limit_exceeded', 'old', 'ratelimit'], message: 'Slow down', fields: ['to_number'] },
    ],
    ['the older shape', { detail: { status: 'rate_limit_exceeded', message: 'Slow down' } }, said],
    ['a shape without detail', { code: 'rate_limit_exceeded', message: 'Slow down' }, said],
    ['a text', { detail: 'Slow down' }, { ...said, codes: [] }],
    [
      'the validator',
      {
        detail: [
          { loc: ['body', 'to_number'], msg: 'not E.164', type: 'value_error' },
          { loc: ['body', 'a', 0], msg: 'missing' },
        ],
      },
      { codes: ['value_error'], message: 'to_number: not E.164; a: missing', fields: ['to_number', 'a'] },
    ],
    ['an answer without success', { success: false, message: 'No trunk' }, { codes: [], message: 'No trunk', fields: [] }],
    ...[undefined, null, 'text', 7, [], {}, { detail: null }, { detail: {} }, { detail: [] }, { detail: [null] }].map(
      (body): [string, unknown, ReturnType<typeof readError>] => [
        JSON.stringify(body) ?? 'nothing',
        body,
        { codes: [], message: null, fields: [] },
      ],
    ),
  ])('reads %s', (_, body, expected) => {
    expect(readError(body)).toEqual(expected);
  });

  it('cuts what is no sentence', () => {
    expect(readError({ detail: 'x'.repeat(5000) }).message).toHaveLength(301);
  });
});
