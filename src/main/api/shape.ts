/** Instants and reasons as the contract tells them: the database keeps UTC milliseconds, the contract speaks of dates. */
import type { WaitingReason as ReasonInContract } from '../../shared/contract/campaigns.ts';
import type { WaitingReason } from '../../shared/domain/waiting-reason.ts';

export const dateOf = (at: number) => new Date(at);
export const dateOrNull = (at: number | null) => (at === null ? null : new Date(at));

export const reasonOf = (reason: WaitingReason | null): ReasonInContract | null =>
  reason && { code: reason.code, sentence: reason.sentence, until: dateOrNull(reason.until) };
