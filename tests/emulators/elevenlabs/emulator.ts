/**
 * ElevenLabs over the practice line: outbound calls both ways, conversations, signed webhooks at a call's end only, and the
 * conversations of calls that another vendor brings by SIP or by a registered stream.
 */
import type { DialResult } from '../../../src/main/telephony/practice/line.ts';
import { WebhookSender, type Webhook } from '../../../src/main/telephony/practice/webhook-sender.ts';
import type { LineCall, LineEvent } from '../../../src/main/telephony/practice/wire.ts';
import { audioOf } from '../audio.ts';
import type { ConversationsBehind, Emulator, EmulatorParts } from '../emulator.ts';
import { hexId } from '../ids.ts';
import { leftOpen } from '../left-open.ts';
import { asTexts, bodyOf, json, type Route, routed } from '../routes.ts';
import { conversationBody } from './conversation-body.ts';
import { type Conversation, Conversations } from './conversations.ts';
import { deskRoutes } from './desk.ts';
import { type ClientData, readOutboundCall, readRegisteredCall } from './dial.ts';
import { errorAnswer, invalid } from './errors.ts';
import { failureOf } from './failures.ts';
import { DEFAULT_ELEVENLABS_OPTIONS, type ElevenLabsNumber, type ElevenLabsOptions } from './options.ts';
import { readRoutes } from './reads.ts';
import { headerOf, sipVariables } from './sip.ts';
import { Webhooks } from './webhooks.ts';

export interface ElevenLabsEmulator extends Emulator, ConversationsBehind {
  readonly options: Readonly<ElevenLabsOptions>;
  /** Holds for what happens from now on. */
  configure(changed: Partial<ElevenLabsOptions>): void;
}

/** A call of another vendor, told by this one. */
type BroughtCall = LineCall & { brought?: true };

const HOLD_LOOK_SECONDS = 0.5;
const HOLD_AFTER_SECONDS = 1;

export function elevenLabsEmulator(parts: EmulatorParts, given: Partial<ElevenLabsOptions> = {}): ElevenLabsEmulator {
  const { clock, newId, line } = parts;
  let options: ElevenLabsOptions = { ...DEFAULT_ELEVENLABS_OPTIONS, ...given };
  const current = () => options;
  const configure = (changed: Partial<ElevenLabsOptions>) => {
    options = { ...options, ...changed };
  };
  let sequence = 1000;
  // The results of calls that another vendor brought are lost and late as what the network tells is.
  const sender = new WebhookSender({ clock, secret: '', send: tell, settings: () => line.settings });
  const webhooks = new Webhooks({ clock, options: current, speed: () => line.settings.speed, post: parts.post });
  const conversations = new Conversations({
    clock,
    line,
    ended: (_, call) => {
      const brought: BroughtCall = { ...call, brought: true };
      sender.tell(brought, sequence++, 1);
    },
  });

  async function tell({ body }: Webhook): Promise<number> {
    const { call } = JSON.parse(new TextDecoder().decode(body)) as Omit<LineEvent, 'call'> & { call: BroughtCall };
    const conversation = conversations.ofLine(call.id);
    // What the network tells of a call that another vendor brought is that vendor's.
    if (!conversation || (conversation.begunAt !== null && !call.brought)) return 200;
    const failure = failureOf(conversation, call, options);
    if (failure) await webhooks.send('call_initiation_failure', failure);
    if (call.status === 'completed' || (failure && options.unanswered === 'done')) await transcribed(conversation, call);
    return 200;
  }

  async function transcribed(conversation: Conversation, call: LineCall): Promise<void> {
    const acceptedAt = conversations.acceptedAt(conversation, call);
    await webhooks.send('post_call_transcription', conversationBody({ conversation, call, acceptedAt, options }));
    const file = options.audio ? audioOf(call) : null;
    if (!file) return;
    const { agentId, id } = conversation;
    const full_audio = Buffer.from(file).toString('base64');
    await webhooks.send('post_call_audio', { agent_id: agentId, conversation_id: id, full_audio });
  }

  const made = (
    of: Pick<Conversation, 'agentId' | 'way' | 'direction' | 'phoneNumberId' | 'agentNumber' | 'externalNumber'>,
    client: ClientData,
  ): Conversation => ({
    ...of,
    id: `conv_${hexId(newId, 24)}`,
    userId: client.userId,
    dynamicVariables: client.variables,
    clientData: client.all,
    sipVariables: null,
    callSid: of.way === 'twilio' ? `CA${hexId(newId, 32)}` : `SCL_${hexId(newId, 12)}`,
    callId: null,
    startedAt: clock.now(),
    lineId: null,
    begunAt: null,
    downAt: null,
  });

  async function dial(request: Request, provider: ElevenLabsNumber['provider']): Promise<Response> {
    const body = await bodyOf(request);
    if (!body) throw invalid('', 'Input should be a valid object');
    const { agent, number, to, client, ringSeconds } = readOutboundCall(body, provider, options);
    if (options.noSuccess) return noSuccess('The call could not be initiated');
    const way = provider === 'twilio' ? 'twilio' : 'sip_trunking';
    const from = number.number;
    const conversation = made(
      { agentId: agent.id, way, direction: 'outbound', phoneNumberId: number.id, agentNumber: from, externalNumber: to },
      client,
    );
    conversations.add(conversation);
    const result = await conversations.dialed(conversation, () =>
      line.dial({
        reference: options.referenceOf(body) ?? conversation.id,
        to,
        from,
        agent: agent.id,
        variables: asTexts(client.variables),
        record: true,
        ringSeconds,
        longestSeconds: agent.longestSeconds,
      }),
    );
    if (result.kind !== 'accepted') conversations.forget(conversation);
    else if (options.failureFirst) await outcome(conversation);
    return answered(result, conversation, request);
  }

  function answered(result: DialResult, conversation: Conversation, request: Request): Promise<Response> | Response {
    if (result.kind === 'silence' || (result.kind === 'accepted' && result.answer === 'none')) return leftOpen(request);
    if (result.kind === 'error' || (result.kind === 'accepted' && result.answer === 'error'))
      return errorAnswer(options, 500, 'internal_error', 'Something went wrong');
    if (result.kind === 'accepted') return accepted(conversation);
    if (result.code === 'too_many_calls')
      return errorAnswer(options, 429, 'concurrent_limit_exceeded', result.message, 'too_many_concurrent_requests');
    if (result.status === 429) return errorAnswer(options, 429, 'rate_limit_exceeded', result.message);
    if (options.wrongNumber === 'success-false') return noSuccess(result.message);
    throw invalid('to_number', result.message);
  }

  function accepted({ id, way, callSid }: Conversation): Response {
    const { nullIds, callIdName } = options;
    const documented = way === 'twilio' ? 'callSid' : 'sip_call_id';
    return json(200, {
      success: true,
      message: 'Success',
      conversation_id: nullIds === 'conversation' || nullIds === 'both' ? null : id,
      [callIdName === 'documented' ? documented : callIdName]: nullIds === 'call' || nullIds === 'both' ? null : callSid,
    });
  }

  /** Resolves when the contact has answered, or the call is over and its failure was told. */
  function outcome(conversation: Conversation): Promise<void> {
    const key = `hold ${conversation.id}`;
    return new Promise((resolve) => {
      const look = () => {
        const status = conversations.callOf(conversation)?.status;
        const dialing = status === 'queued' || status === 'initiated' || status === 'ringing';
        conversations.after(key, dialing ? HOLD_LOOK_SECONDS : HOLD_AFTER_SECONDS, dialing ? look : resolve);
      };
      look();
    });
  }

  async function register(request: Request): Promise<Response> {
    const body = await bodyOf(request);
    if (!body) throw invalid('', 'Input should be a valid object');
    const { agent, from, to, direction, client } = readRegisteredCall(body, options);
    const [agentNumber, externalNumber] = direction === 'outbound' ? [from, to] : [to, from];
    const conversation = made({ agentId: agent.id, way: 'twilio', direction, phoneNumberId: null, agentNumber, externalNumber }, client);
    conversations.add(conversation);
    return new Response(streamDocument(conversation), { headers: { 'content-type': 'application/xml' } });
  }

  function begin(call: LineCall, headers: Record<string, string>, agentId: string): void {
    if (conversations.ofLine(call.id)) return;
    const number = options.numbers.find((one) => one.number === agentId) ?? options.numbers.find((one) => one.agentId === agentId);
    const agent = number?.number === agentId ? (number.agentId ?? agentId) : agentId;
    const conversation = conversations.registered(agent, headers, call) ?? arriving(call, headers, agent, number ?? null);
    conversations.add(conversation);
    conversations.follow(conversation, call);
  }

  function arriving(call: LineCall, headers: Record<string, string>, agentId: string, number: ElevenLabsNumber | null): Conversation {
    const variables = sipVariables(headers, options);
    const externalNumber = headerOf(headers, 'x-caller-id') ?? (options.externalNumber === 'caller' ? (call.from ?? call.to) : call.to);
    const of = { agentId, way: 'sip_trunking', direction: 'inbound', phoneNumberId: number?.id ?? null } as const;
    return {
      ...made({ ...of, agentNumber: number?.number ?? null, externalNumber }, { userId: null, variables, all: {} }),
      sipVariables: variables,
      callId: headerOf(headers, 'x-call-id'),
    };
  }

  const routes: readonly Route[] = [
    ['POST', /^\/v1\/convai\/sip-trunk\/outbound-call$/, (_, request) => dial(request, 'sip_trunk')],
    ['POST', /^\/v1\/convai\/twilio\/outbound-call$/, (_, request) => dial(request, 'twilio')],
    ['POST', /^\/v1\/convai\/twilio\/register-call$/, (_, request) => register(request)],
    ...readRoutes({ options: current, conversations }),
    ...deskRoutes({ options: current, configure, webhooks, clock, newId }),
  ];

  return {
    handle: routed({
      clock,
      skewMs: () => options.clockSkewMs,
      routes,
      refuse: (request) =>
        request.headers.get('xi-api-key') === options.key ? null : errorAnswer(options, 401, 'invalid_api_key', 'Invalid API key'),
      unknown: () => json(404, { detail: 'Not Found' }),
    }),
    tell,
    begin,
    stop: () => {
      sender.stop();
      webhooks.stop();
      conversations.close();
    },
    configure,
    get options() {
      return options;
    },
  };
}

const noSuccess = (message: string) => json(200, { success: false, message, conversation_id: null });

const streamDocument = ({ id, agentId }: Conversation) =>
  `<?xml version="1.0" encoding="UTF-8"?><Response><Connect><Stream url="wss://api.elevenlabs.io/v1/convai/conversation/stream">` +
  `<Parameter name="conversation_id" value="${id}"/><Parameter name="agent_id" value="${agentId}"/></Stream></Connect></Response>`;
