/**
 * What a sighting of a call reports. A call that is over and was answered has its result at ElevenLabs: until that is ready the
 * report says `disconnected`, which frees the slot; then it is completed with what was said.
 */
import type { CallHandle, CallReport } from '../../ports/provider.ts';
import type { ConversationFacts } from '../elevenlabs/conversations.ts';
import { objectOf, objectsOf, textOf } from './fields.ts';
import { jsonWord, type JsonWord } from './json-words.ts';
import type { SignalWireParts } from './parts.ts';
import { BEFORE_MS, type Sighting } from './sightings.ts';
import { LOGS_PATH, type Space } from './space.ts';

/** After the end of a call its conversation may not be listed yet: for so long "not found" is no answer. */
export const CONVERSATION_WAIT_MS = 2 * 60_000;

/** A conversation begins after its call was made, by clocks that are both kept right. */
const VENDORS_APART_MS = 5_000;
const NO_CONVERSATION = 'ElevenLabs has no conversation of this call';
const NOBODY_SPOKE = `A machine answered, or the agent was not reached: ${NO_CONVERSATION}`;

export type Reporter = (call: CallHandle, seen: Sighting) => Promise<CallReport>;

/** @param detects whether a machine would have been hung up on before the agent was connected. */
export function callReporter(
  parts: Pick<SignalWireParts, 'clock' | 'conversations'>,
  space: Space,
  detects: (reference: string) => boolean,
): Reporter {
  const { clock, conversations } = parts;

  const conclude = async (call: CallHandle, seen: Sighting, report: CallReport): Promise<CallReport> => {
    if (!conversations.isSetUp()) return { ...report, state: 'completed' };
    const answer = await conversations.find({
      agentId: call.providerAgentId,
      reference: call.reference,
      phone: call.phone,
      // By the vendors' clocks, which agree; ours may be minutes off.
      after: seen.createdAt === null ? call.claimedAt - BEFORE_MS : seen.createdAt - VENDORS_APART_MS,
    });
    if (answer.kind === 'found') {
      const told = withConversation(report, answer.facts);
      if (!answer.done) return told;
      return { ...told, state: told.answeredByMachine === true ? 'voicemail' : 'completed' };
    }
    if (answer.kind === 'no-answer' || clock.now() < (seen.endedAt ?? call.claimedAt) + CONVERSATION_WAIT_MS) return report;
    // No interface tells what detection found. That the agent was never connected does: nobody spoke with it.
    if (report.answeredByMachine === undefined && detects(call.reference))
      return { ...report, state: 'voicemail', answeredByMachine: true, reason: NOBODY_SPOKE };
    return { ...report, state: 'completed', reason: NO_CONVERSATION };
  };

  return async (call, seen) => {
    const { state, at, facts } = seen;
    const report: CallReport = { providerCallId: call.providerCallId ?? seen.id, reference: call.reference, state, at, ...facts };
    // What a log calls failed may have been busy: its events say more.
    if (state !== 'disconnected' && !(state === 'failed' && seen.surface === 'log')) return report;
    const enriched =
      seen.surface === 'log' ? withEvents(report, await eventsOf(space, seen.id), seen.id) : await withRecording(space, report, seen.id);
    if (enriched.answeredByMachine === true) return { ...enriched, state: 'voicemail' };
    return enriched.state === 'disconnected' ? conclude(call, seen, enriched) : enriched;
  };
}

/** What was said and how long; the cost stays SignalWire's where it told one, for that is money. */
function withConversation(report: CallReport, facts: ConversationFacts): CallReport {
  return { ...report, ...facts, ...(report.cost ? { cost: report.cost } : {}) };
}

/**
 * The events of a log entry, whose form is not documented: what can be read of them says whether a machine answered, where the
 * recording is and why the call ended. None where there are none to be read.
 */
async function eventsOf(space: Space, id: string): Promise<JsonWord[]> {
  const answer = await space.ask('GET', `${LOGS_PATH}/${encodeURIComponent(id)}/events`);
  if (answer.kind !== 'answered' || answer.status !== 200) return [];
  return objectsOf(objectOf(answer.body)?.['data']).flatMap((event) => jsonWord(event) ?? []);
}

function withEvents(report: CallReport, words: readonly JsonWord[], id: string): CallReport {
  const told: CallReport = { ...report };
  for (const { about, state, facts, id: of } of words) {
    // The leg to the agent ends as well, and says nothing of why this one did.
    if (about === 'state' && (of !== id || facts.reason === undefined)) continue;
    if (about === 'state') told.state = state;
    Object.assign(told, facts);
  }
  return told;
}

/** The recording that the compatibility interface lists for the call, if it does. */
async function withRecording(space: Space, report: CallReport, id: string): Promise<CallReport> {
  const answer = await space.ask('GET', space.project(`/Calls/${encodeURIComponent(id)}/Recordings`));
  if (answer.kind !== 'answered' || answer.status !== 200) return report;
  const sid = objectsOf(objectOf(answer.body)?.['recordings'])
    .map((recording) => textOf(recording['sid']))
    .find((text) => text !== null);
  return sid ? { ...report, recordingUrl: space.url(space.project(`/Recordings/${encodeURIComponent(sid)}.mp3`)) } : report;
}
