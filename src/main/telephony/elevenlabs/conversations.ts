/**
 * Conversations at ElevenLabs as another provider sees them whose calls lead there: SignalWire dials, an ElevenLabs agent speaks,
 * and what was said is found here.
 */
import type { CallReport, ProviderAgent, RecordingPart, Told } from '../../ports/provider.ts';

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
