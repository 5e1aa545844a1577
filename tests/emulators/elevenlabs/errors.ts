/** How ElevenLabs says no. */
import { json, Refusal } from '../routes.ts';
import type { ElevenLabsOptions } from './options.ts';

const TYPES: Readonly<Record<number, string>> = {
  400: 'invalid_request',
  401: 'authentication_error',
  404: 'not_found',
  422: 'validation_error',
  429: 'rate_limit_error',
  500: 'api_error',
};

/** @param legacy the word of older answers, where it differs. */
export function errorAnswer(
  { errors }: Pick<ElevenLabsOptions, 'errors'>,
  status: number,
  code: string,
  message: string,
  legacy = code,
): Response {
  if (errors === 'text') return json(status, { detail: message });
  if (errors === 'legacy') return json(status, { detail: { status: legacy, message } });
  const detail = { type: TYPES[status] ?? 'api_error', code, message, status: legacy, request_id: 'req_emulator', param: null };
  return json(status, { detail });
}

export const refusal = (...of: Parameters<typeof errorAnswer>): Refusal => new Refusal(errorAnswer(...of));

/** The answer to a body that is not what was asked for: one entry for the field at fault. */
export const invalid = (field: string, msg: string, type = 'value_error'): Refusal =>
  new Refusal(json(422, { detail: [{ loc: ['body', field], msg, type }] }));
