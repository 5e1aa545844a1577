/** A space in the same process, without sockets: what it posts is collected and answered as the test says. */
import { memoryJournal } from '../../../src/main/telephony/practice/journal.ts';
import { PracticeLine } from '../../../src/main/telephony/practice/line.ts';
import type { PracticeFaults, PracticeSettings } from '../../../src/shared/domain/practice-settings.ts';
import { aPracticeSetting } from '../../helpers/practice-line.ts';
import { seededIds } from '../../helpers/seeded-ids.ts';
import { VirtualClock } from '../../helpers/virtual-clock.ts';
import { type SignalWireEmulator, signalWireEmulator } from './emulator.ts';
import { DEFAULT_SPACE, type SignalWireOptions } from './options.ts';

export interface Posted {
  method: string;
  url: string;
  signature: string | null;
  body: string;
  form: URLSearchParams;
}

export interface EmulatedSpaceOptions {
  options?: Partial<SignalWireOptions>;
  settings?: Partial<Omit<PracticeSettings, 'faults'>> & { faults?: Partial<PracticeFaults> };
  /** Answers what the space posts; 200 without a body otherwise. */
  answer?: (posted: Posted, nth: number) => Response | Promise<Response>;
}

export interface AskOptions {
  form?: readonly (readonly [string, string])[];
  json?: unknown;
  method?: string;
  token?: string;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

export function emulatedSpace({ options, settings, answer = () => new Response(null) }: EmulatedSpaceOptions = {}) {
  const clock = new VirtualClock();
  const ids = seededIds(3);
  const newId = (bytes: number) => ids.secret(bytes);
  const posted: Posted[] = [];
  const linked: { space?: SignalWireEmulator } = {};
  const line = new PracticeLine({
    clock: clock.world,
    newId,
    journal: memoryJournal(),
    settings: aPracticeSetting(settings),
    secret: 'unused',
    send: (webhook) => linked.space!.tell(webhook),
  });
  const post = async (request: Request) => {
    const body = await request.text();
    const signature = request.headers.get('x-signalwire-signature');
    const one = { method: request.method, url: request.url, signature, body, form: new URLSearchParams(body) };
    posted.push(one);
    return answer(one, posted.length);
  };
  const space = signalWireEmulator({ clock: clock.world, newId, line, post }, options);
  linked.space = space;

  /** Asks the space with its key. A path that begins with `Calls` and the like is one of the account. */
  const ask = (path: string, { form, json, method, token = DEFAULT_SPACE.token, headers, signal }: AskOptions = {}): Promise<Response> => {
    const { projectId } = DEFAULT_SPACE;
    const whole = path.startsWith('/') ? path : `/api/laml/2010-04-01/Accounts/${projectId}/${path}`;
    const authorization = `Basic ${Buffer.from(`${projectId}:${token}`).toString('base64')}`;
    const kind = json === undefined ? 'application/x-www-form-urlencoded' : 'application/json';
    const body =
      json === undefined ? form && new URLSearchParams(form.map(([name, value]) => [name, value])).toString() : JSON.stringify(json);
    return space.handle(
      new Request(`https://demo.signalwire.com${whole}`, {
        method: method ?? (body === undefined ? 'GET' : 'POST'),
        headers: { authorization, ...(body !== undefined && { 'content-type': kind }), ...headers },
        ...(body !== undefined && { body }),
        ...(signal && { signal }),
      }),
    );
  };
  const told = (what: string) => posted.filter(({ url }) => url.includes(what));
  return { clock, line, space, posted, told, ask };
}

export const STATUS_URL = 'https://hooks.example.test/webhooks/signalwire/call_42';
export const CXML_URL = `${STATUS_URL}/cxml`;
export const EVERY_EVENT = ['initiated', 'ringing', 'answered', 'completed'].map((event) => ['StatusCallbackEvent', event] as const);

/** The form of a dial; what is given comes instead, or is left out where it is null. */
export function aDial(given: Readonly<Record<string, string | null>> = {}): (readonly [string, string])[] {
  const usual = { To: '+15550100000', From: '+15550100001', Url: CXML_URL, StatusCallback: STATUS_URL };
  return Object.entries({ ...usual, ...given }).filter((field): field is [string, string] => field[1] !== null);
}

export const aSwmlDial = (given: Readonly<Record<string, unknown>> = {}) => ({
  command: 'dial',
  params: {
    from: '+15550100001',
    to: '+15550100000',
    timeout: 40,
    custom_variables: { call_reference: 'call_42' },
    swml: {
      version: '1.0.0',
      sections: {
        main: [
          { answer: {} },
          {
            connect: {
              to: 'sip:agent_7@sip.rtc.elevenlabs.io:5060;transport=tcp',
              headers: [{ name: 'X-Call-Reference', value: '${envs.call_reference}' }],
            },
          },
        ],
      },
    },
    ...given,
  },
});

export const CXML_TO_AGENT =
  '<?xml version="1.0" encoding="UTF-8"?>\n<Response><Dial answerOnBridge="true" timeout="20"><Sip>sip:agent_7@sip.rtc.elevenlabs.io:5060;transport=tcp?X-Call-Reference=call_42&amp;X-First-Name=Mira</Sip></Dial></Response>';
