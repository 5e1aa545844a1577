/**
 * Conversations at ElevenLabs as another provider sees them whose calls lead there: SignalWire dials, an ElevenLabs agent speaks,
 * and what was said is found here.
 */
import type { CallReport, ProviderAgent, RecordingPart, Told } from '../../ports/provider.ts';
import { readAgents } from './account-reads.ts';
import { type Api, type ElevenLabsParts, elevenLabsApi, VENDOR } from './api.ts';
import type { Conversation } from './conversation.ts';
import { clientData } from './dial.ts';
import { exchange, type Fetch } from '../exchange.ts';
import { Candidates, listSince } from './listing.ts';
import { fetchAudio } from './recording.ts';
import { factsOf, isOver } from './report.ts';

/** What a conversation tells of the call that led to it. */
export type ConversationFacts = Pick<
  CallReport,
  'durationSeconds' | 'answeredByMachine' | 'cost' | 'recordingUrl' | 'transcript' | 'summary' | 'extracted' | 'reason'
>;

export type ConversationAnswer =
  | { kind: 'found'; conversationId: string /** Transcript and analysis are ready. */; done: boolean; facts: ConversationFacts }
  | { kind: 'not-found' }
  | { kind: 'no-answer'; sentence: string };

export interface SoughtConversation {
  agentId: string;
  /** Our reference, which went along as the SIP header `X-Call-Reference` or as the variable `call_reference`. */
  reference: string;
  phone: string;
  /** Not begun before this instant. */
  after: number;
}

export interface Conversations {
  /** Whether a key is set; without one nothing is asked. */
  isSetUp(): boolean;
  /** The agents of the account, where they can be read. */
  agents?(): Promise<Told<readonly ProviderAgent[]>>;
  find(sought: SoughtConversation): Promise<ConversationAnswer>;
  /** The document with which a call of one's own is connected to the agent (register-call), as XML. */
  register(call: {
    agentId: string;
    from: string;
    to: string;
    reference: string;
    variables: Readonly<Record<string, string>>;
  }): Promise<{ kind: 'told'; value: string } | { kind: 'no-answer'; sentence: string }>;
  /** `recordingUrl` is one that `find` told. */
  fetchAudio(recordingUrl: string, range: string | null): Promise<RecordingPart | null>;
}

/** The conversations of the account whose key is set. */
export function elevenLabsConversations(parts: ElevenLabsParts): Conversations {
  const api = elevenLabsApi(parts);
  const candidates = new Candidates(api);
  return {
    isSetUp: () => parts.key() !== '',
    agents: () => readAgents(api),
    find: (sought) => find(api, candidates, sought),
    register: (call) => register(api, call),
    fetchAudio: (recordingUrl, range) => fetchAudio(api, recordingUrl, range),
  };
}

/** By our reference, where it came through; else by the number that was called, which is called once at a time (rule 15). */
async function find(api: Api, candidates: Candidates, sought: SoughtConversation): Promise<ConversationAnswer> {
  const listed = await listSince(api, { agentId: sought.agentId, since: sought.after });
  if (listed.kind === 'no-answer') return listed;
  const read = await candidates.withReference(listed.value, sought.reference);
  if (read.kind === 'no-answer') return read;
  const { found, nameless } = read.value;
  const conversation = found ?? nameless.find(({ externalNumber }) => isSameNumber(externalNumber, sought.phone));
  return conversation === undefined ? { kind: 'not-found' } : foundAnswer(conversation);
}

function foundAnswer(conversation: Conversation): ConversationAnswer {
  return { kind: 'found', conversationId: conversation.id, done: isOver(conversation), facts: factsOf(conversation) };
}

/** The vendor may tell a number as part of a SIP address, or without its plus. */
function isSameNumber(told: string | null, phone: string): boolean {
  const [digits] = /\d{5,15}/.exec(told ?? '') ?? [];
  return digits !== undefined && digits === phone.replace('+', '');
}

async function register(api: Api, { agentId, from, to, reference, variables }: Parameters<Conversations['register']>[0]) {
  const body = {
    agent_id: agentId,
    from_number: from,
    to_number: to,
    direction: 'outbound',
    conversation_initiation_client_data: clientData(reference, variables),
  };
  let request: Request;
  try {
    request = api.request('POST', '/twilio/register-call', body);
  } catch (error) {
    return api.silence({ kind: 'failed', error });
  }
  const parts = api.parts();
  const answer = await exchange({ ...parts, fetch: readingText(parts.fetch) }, request);
  if (answer.kind !== 'answered' || answer.status < 200 || answer.status > 299) return api.silence(answer);
  const document = typeof answer.body === 'string' ? answer.body : '';
  if (!document.includes('<Response'))
    return { kind: 'no-answer' as const, sentence: `${VENDOR} answered without a document for the call.` };
  return { kind: 'told' as const, value: document };
}

/** Lets an exchange, which reads JSON, read the document of a 2xx: as it is, or as a JSON text. */
function readingText(fetch: Fetch): Fetch {
  return async (request) => {
    const response = await fetch(request);
    if (!response.ok) return response;
    const text = await response.text();
    const { status, headers } = response;
    return new Response(text.trimStart().startsWith('"') ? text : JSON.stringify(text), { status, headers });
  };
}
