/**
 * An execution of Bolna's as a report of the engine's.
 *
 * Decides what is known and what is not yet: figures that are 0 while the call is up or its result is being made say nothing and
 * are left out, at its end 0 is a fact (a call that was turned away ends as `completed` with 0 seconds).
 */
import { type CallState, isCallEnd } from '../../../shared/domain/states.ts';
import type { CallReport } from '../../ports/provider.ts';
import { instantOf } from './instants.ts';
import { stateOf } from './states.ts';
import type { Execution } from './wire.ts';

/** What `total_cost` counts is told in several ways: it has a unit of its own and is never shown as money. */
const COST_UNIT = 'bolna';
/** A time further from ours than clocks may be apart was not meant as UTC. */
const MOST_APART_MS = 5 * 60_000;

export interface Heard {
  at: number;
  /** The call cannot have had a status before this instant; null where that is not known. */
  notBefore: number | null;
}

/** @returns null where the status is a word that is not known. */
export function reportOf(execution: Execution, heard: Heard): CallReport | null {
  const state = stateOf(execution.status);
  if (state === null) return null;
  const { telephony_data: line, answered_by_voice_mail: machine } = execution;
  const over = isCallEnd(state);
  const report: CallReport = {
    providerCallId: execution.id,
    reference: referenceOf(execution),
    state: state === 'completed' && machine ? 'voicemail' : state,
    at: trusted(instantOf(execution.updated_at), heard),
  };
  const duration = talkSeconds(execution, state);
  if (duration !== undefined && (over || duration > 0)) report.durationSeconds = duration;
  if (machine === true || (machine === false && state === 'completed')) report.answeredByMachine = machine;
  const cost = execution.total_cost;
  if (cost !== undefined && (over || cost > 0)) report.cost = { amount: cost, unit: COST_UNIT };
  if (line?.recording_url !== undefined) report.recordingUrl = line.recording_url;
  if (execution.transcript !== undefined) report.transcript = execution.transcript;
  const summary = execution.summary ?? extractedSummary(execution.extracted_data);
  if (summary !== undefined) report.summary = summary;
  if (execution.extracted_data !== undefined && Object.keys(execution.extracted_data).length > 0)
    report.extracted = execution.extracted_data;
  if (line?.hangup_by !== undefined) report.hungUpBy = line.hangup_by;
  const reason = reasonOf(execution);
  if (reason !== undefined) report.reason = reason;
  if (execution.status === 'balance-low') report.stopsEverything = true;
  return report;
}

/** Our reference, which went along as a variable of the call. */
export const referenceOf = ({ context_details: context }: Execution): string | null => context?.recipient_data?.call_reference ?? null;

function trusted(at: number | null, { at: heardAt, notBefore }: Heard): number | null {
  if (at === null || at > heardAt + MOST_APART_MS) return null;
  return notBefore !== null && at < notBefore - MOST_APART_MS ? null : at;
}

/** The line's own duration counts where the conversation's is missing at the end; of a call that nobody took it is the ringing. */
function talkSeconds({ conversation_duration: talk, telephony_data: line }: Execution, state: CallState): number | undefined {
  return talk ?? (state === 'completed' ? line?.duration : undefined);
}

/** Agents that have no summary may extract one, under this name and in whatever category. */
function extractedSummary(extracted: Execution['extracted_data']): string | undefined {
  for (const category of Object.values(extracted ?? {})) {
    const { subjective } = ((category as Record<string, unknown> | null)?.['Call Summary'] ?? {}) as { subjective?: unknown };
    if (typeof subjective === 'string' && subjective.trim() !== '') return subjective.trim();
  }
  return undefined;
}

function reasonOf(execution: Execution): string | undefined {
  const { status, error_message: error, telephony_data: line } = execution;
  const code = line?.hangup_provider_code ?? line?.hangup_code;
  // 0 is their code for not knowing.
  const hangUp = line?.hangup_reason && code ? `${line.hangup_reason} (${code})` : line?.hangup_reason;
  switch (status) {
    case 'balance-low':
      return `The wallet at Bolna is empty: top it up there${error === undefined ? '' : ` (${error})`}`;
    case 'rescheduled':
      return `Bolna put it off because of the agent's own calling hours${until(execution.rescheduled_at)}`;
    case 'scheduled':
      return execution.retry_count ? `Bolna tries again by itself, for the ${execution.retry_count}. time` : undefined;
    case 'failed':
    case 'error':
      return error ?? hangUp;
    case 'stopped':
      return error ?? hangUp ?? 'It was stopped at Bolna';
    default:
      return hangUp ?? error;
  }
}

function until(timestamp: string | undefined): string {
  const at = instantOf(timestamp);
  return at === null ? '' : `, to ${new Date(at).toISOString()}`;
}
