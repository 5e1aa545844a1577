/** Answers SignalWire's question what to do with a call that was answered, in the way in which it asks (cXML). */
import { sleep } from '../../ports/clock.ts';
import type { DialRequest, Instruction, RawDelivery } from '../../ports/provider.ts';
import { sipUri } from './addresses.ts';
import { dialSip, HANG_UP } from './cxml.ts';
import { openDelivery } from './deliveries.ts';
import { callerOf } from './dial.ts';
import type { CallSetUp, SignalWireParts } from './parts.ts';
import { machineOf } from './states.ts';

/** SignalWire waits five seconds for instructions and does not ask again. */
const REGISTER_MS = 3_500;
/** Longer than a call and its result take. */
const KEPT_MS = 3 * 60 * 60_000;

const XML = 'application/xml; charset=utf-8';
const document = (body: string): Instruction => ({ status: 200, contentType: XML, body });
const refusal = (status: number, reason: string): Instruction => ({ status, contentType: 'text/plain; charset=utf-8', body: reason });

/** Remembers what calls were dialed with, for the instructions and the result; over a restart `setUpOf` tells. */
export class DialMemory {
  private readonly parts: Pick<SignalWireParts, 'clock' | 'setUpOf'>;
  private readonly calls = new Map<string, { setUp: CallSetUp; at: number }>();

  constructor(parts: Pick<SignalWireParts, 'clock' | 'setUpOf'>) {
    this.parts = parts;
  }

  keep(request: DialRequest): void {
    const now = this.parts.clock.now();
    // Oldest first: the map keeps the order in which they came.
    for (const [reference, { at }] of this.calls) {
      if (now - at < KEPT_MS) break;
      this.calls.delete(reference);
    }
    this.calls.set(request.reference, { setUp: request, at: now });
  }

  of(reference: string): CallSetUp | null {
    return this.calls.get(reference)?.setUp ?? this.parts.setUpOf?.(reference) ?? null;
  }
}

/** The document for one call; null for what asks nothing. Never throws, whatever came. */
export async function instruct(parts: SignalWireParts, memory: DialMemory, question: RawDelivery): Promise<Instruction | null> {
  if (!/^[^/]+\/[^/]+\/cxml$/.test(question.path)) return null;
  try {
    const opened = openDelivery(parts, question, 'instructions');
    if (opened.kind === 'refused') return refusal(opened.malformed ? 400 : 403, opened.reason);
    const { reference, content } = opened;
    if (!('form' in content)) return refusal(400, 'the question is no form');
    if (machineOf(content.form.get('AnsweredBy')) === true) return document(HANG_UP);
    const setUp = memory.of(reference);
    return document((setUp && (await connected(parts, reference, setUp))) ?? HANG_UP);
  } catch {
    return refusal(400, 'it cannot be read');
  }
}

/** Connects to the agent: registered at ElevenLabs with the agent's variables, else at its SIP address; null where neither goes. */
async function connected(parts: SignalWireParts, reference: string, setUp: CallSetUp): Promise<string | null> {
  const from = callerOf(parts, setUp) ?? '';
  return (await registered(parts, reference, from, setUp)) ?? atSip(setUp, from);
}

async function registered(
  { conversations, clock }: SignalWireParts,
  reference: string,
  from: string,
  { phone, providerAgentId, variables }: CallSetUp,
): Promise<string | null> {
  if (!conversations.isSetUp() || providerAgentId === '') return null;
  const told = conversations
    .register({ agentId: providerAgentId, from, to: phone, reference, variables: { ...variables, call_reference: reference } })
    .catch(() => null);
  const answer = await Promise.race([told, sleep(clock, REGISTER_MS).then(() => null)]);
  return answer?.kind === 'told' && answer.value.includes('<Response') ? answer.value : null;
}

function atSip({ options, longestSeconds }: CallSetUp, from: string): string | null {
  const sip = sipUri(options['sipAddress']);
  return sip === null ? null : dialSip({ sip, from, longestSeconds });
}
