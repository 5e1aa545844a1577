/** What concerns SIP: which variables the headers of an arriving call become, and the log of a call's messages. */
import type { LineCall } from '../../../src/main/telephony/practice/wire.ts';
import type { Fields } from '../routes.ts';
import { SIP_ANSWERS } from './conversation-body.ts';
import type { Conversation } from './conversations.ts';
import type { ElevenLabsOptions } from './options.ts';

/** Headers that have a meaning of their own and become no variable. */
const OWN_HEADERS = new Set(['x-call-id', 'x-caller-id']);

/** `X-CallerID` becomes `sip_callerid`; what does not begin with `X-` becomes none. */
export function sipVariables(
  headers: Readonly<Record<string, string>>,
  { innerDashes }: Pick<ElevenLabsOptions, 'innerDashes'>,
): Record<string, string> {
  const dash = { kept: '-', underscores: '_', removed: '' }[innerDashes];
  return Object.fromEntries(
    Object.entries(headers)
      .map(([name, value]) => [name.toLowerCase(), value] as const)
      .filter(([name]) => name.startsWith('x-') && !OWN_HEADERS.has(name))
      .map(([name, value]) => [`sip_${name.slice(2).replaceAll('-', dash)}`, value]),
  );
}

/** The header by its name, in whatever case it was sent. */
export const headerOf = (headers: Readonly<Record<string, string>>, name: string): string | null =>
  Object.entries(headers).find(([one]) => one.toLowerCase() === name)?.[1] ?? null;

/** The log of an outbound call over a trunk: what was sent and what the network answered so far. */
export function sipMessages({ callSid, agentNumber, externalNumber, startedAt }: Conversation, call: LineCall | null): Fields[] {
  const message = (direction: 'in' | 'out', first: string, atMs: number): Fields => ({
    call_id: callSid,
    phone_numbers: [agentNumber, externalNumber],
    local_address: 'sip.rtc.elevenlabs.io:5060',
    remote_address: 'sip.example.invalid:5060',
    transport: 'tcp',
    raw_message: `${first}\r\nCall-ID: ${callSid}\r\n\r\n`,
    error_message: '',
    direction,
    created_at_unix_micro: atMs * 1000,
  });
  const invited = message('out', `INVITE sip:${externalNumber}@sip.example.invalid SIP/2.0`, startedAt);
  if (!call || call.status === 'queued' || call.status === 'initiated') return [invited];
  const rang = message('in', 'SIP/2.0 180 Ringing', startedAt);
  if (call.status === 'ringing') return [invited, rang];
  const [code, phrase] = SIP_ANSWERS[call.status] ?? [200, 'OK'];
  return [invited, message('in', `SIP/2.0 ${code} ${phrase}`, call.status_at)];
}
