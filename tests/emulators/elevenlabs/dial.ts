/** Reads the bodies of outbound and registered calls, and refuses what ElevenLabs refuses. */
import { E164, type Fields, fieldsOf } from '../routes.ts';
import { invalid, refusal } from './errors.ts';
import type { ElevenLabsAgent, ElevenLabsNumber, ElevenLabsOptions } from './options.ts';

export interface ClientData {
  userId: string | null;
  variables: Fields;
  /** The whole, as it was sent. */
  all: Fields;
}

export interface OutboundCall {
  agent: ElevenLabsAgent;
  number: ElevenLabsNumber;
  to: string;
  client: ClientData;
  ringSeconds: number;
}

const RING_SECONDS = 60;

/** @throws Refusal as the vendor answers. */
export function readOutboundCall(body: Fields, provider: ElevenLabsNumber['provider'], options: ElevenLabsOptions): OutboundCall {
  const agent = knownAgent(text(body, 'agent_id'), options);
  const numberId = text(body, 'agent_phone_number_id');
  const number = options.numbers.find(({ id }) => id === numberId);
  if (!number) throw refusal(options, options.wrongSetUp, 'phone_number_not_found', `Phone number ${numberId} not found`);
  if (number.provider !== provider)
    throw refusal(options, options.wrongSetUp, 'phone_number_mismatch', `Phone number ${numberId} does not belong to this way of calling`);
  const to = text(body, 'to_number');
  if (!E164.test(to)) throw invalid('to_number', 'must be a number in E.164 format');
  const ring = fieldsOf(body['telephony_call_config'])['ringing_timeout_secs'];
  return { agent, number, to, client: readClientData(body), ringSeconds: typeof ring === 'number' && ring > 0 ? ring : RING_SECONDS };
}

export interface RegisteredCall {
  agent: ElevenLabsAgent;
  from: string;
  to: string;
  direction: 'inbound' | 'outbound';
  client: ClientData;
}

/** @throws Refusal as the vendor answers. */
export function readRegisteredCall(body: Fields, options: ElevenLabsOptions): RegisteredCall {
  const agent = knownAgent(text(body, 'agent_id'), options);
  const [from, to] = [text(body, 'from_number'), text(body, 'to_number')];
  return { agent, from, to, direction: body['direction'] === 'outbound' ? 'outbound' : 'inbound', client: readClientData(body) };
}

function knownAgent(agentId: string, options: ElevenLabsOptions): ElevenLabsAgent {
  const agent = options.agents.find(({ id }) => id === agentId);
  if (!agent) throw refusal(options, options.wrongSetUp, 'document_not_found', `Agent ${agentId} not found`);
  return agent;
}

function readClientData(body: Fields): ClientData {
  const all = fieldsOf(body['conversation_initiation_client_data']);
  const variables = fieldsOf(all['dynamic_variables']);
  for (const [name, value] of Object.entries(variables)) {
    if (name.startsWith('system__')) throw invalid('conversation_initiation_client_data', `${name} is a reserved name`);
    if (!['string', 'number', 'boolean'].includes(typeof value))
      throw invalid('conversation_initiation_client_data', `${name} must be a string, a number or a boolean`);
  }
  return { all, variables, userId: typeof all['user_id'] === 'string' ? all['user_id'] : null };
}

function text(body: Fields, field: string): string {
  const value = body[field];
  if (value === undefined) throw invalid(field, 'Field required', 'missing');
  if (typeof value !== 'string' || value === '') throw invalid(field, 'Input should be a valid string', 'string_type');
  return value;
}
