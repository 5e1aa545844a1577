/**
 * Changes a campaign, field by field as the table of domain.md allows it.
 *
 * A changed window moves the opening at once and spreads anew, in steps, only what was spread before: callbacks, retries and
 * times set by hand stay. A later end date reopens what the earlier one closed, in steps as well, and before any new spread. A new
 * agent holds for all that is not yet claimed, because items without an agent of their own ask the campaign's.
 */
import type { CampaignChanges } from '../../shared/contract/campaigns.ts';
import { conflict } from '../../shared/domain/app-error.ts';
import { windowProblem } from '../../shared/domain/calling-window.ts';
import { type CampaignField, mayEdit } from '../../shared/domain/editable.ts';
import type { CampaignState } from '../../shared/domain/states.ts';
import type { Campaign, CampaignChange } from '../data/campaign-store.ts';
import type { Actor } from '../data/scope.ts';
import type { Parts } from '../parts.ts';
import { weekdaysOf } from './create.ts';
import { checkAgent, ownCampaign } from './find.ts';
import { currentOpening, hasEnded, windowOf } from './opening.ts';
import { reactivateTx } from './reopen.ts';
import { respreadOf } from './respread.ts';
import { settleCampaignTx } from './settle.ts';
import { refusedStart } from './start.ts';

/** Fields of the row by the field that the table of what may be edited names. */
const FIELD_OF: Readonly<Partial<Record<keyof CampaignChange, CampaignField>>> = {
  name: 'name',
  description: 'description',
  nextAction: 'nextAction',
  agentId: 'agentId',
  firstCallTime: 'firstCallTime',
  lastCallTime: 'lastCallTime',
  weekdays: 'weekdays',
  timeZone: 'timeZone',
  useContactZone: 'useContactZone',
  startOn: 'startOn',
  endOn: 'endOn',
  maxAttempts: 'retry',
  retryAfter: 'retry',
  retryByOutcome: 'retry',
  concurrencyLimit: 'concurrencyLimit',
  pacing: 'pacing',
  keepOpen: 'keepOpen',
};

const NAME_IN_REQUEST: Readonly<Partial<Record<CampaignField, string>>> = { startOn: 'startDate', endOn: 'endDate' };
const WINDOW: readonly (keyof CampaignChange)[] = ['firstCallTime', 'lastCallTime', 'weekdays', 'timeZone', 'startOn', 'endOn'];
const HAS_RUN: ReadonlySet<CampaignState> = new Set(['active', 'paused', 'completed']);
const SPREAD_BY: readonly (keyof CampaignChange)[] = [...WINDOW.filter((field) => field !== 'endOn'), 'pacing', 'useContactZone'];

/**
 * @returns the campaign as it is now; waiting items follow in steps (`carry`).
 * @throws AppError `not_found`; `not_editable` naming each field that may not be changed now; `no_such_agent`; what is wrong
 * with the window.
 */
export function updateCampaign(parts: Parts, actor: Actor, id: string, given: CampaignChanges): Campaign {
  return parts.data.database.write(() => {
    changeTx(parts, actor, id, given);
    return ownCampaign(parts, actor, id);
  });
}

function changeTx(parts: Parts, actor: Actor, id: string, given: CampaignChanges): void {
  const { data, clock } = parts;
  const now = clock.now();
  const campaign = ownCampaign(parts, actor, id);
  const change = differing(campaign, rowFieldsOf(campaign, given));
  if (Object.keys(change).length === 0) return;
  refuseForbidden(parts, campaign, change);
  if (change.agentId !== undefined) checkAgent(parts, actor, change.agentId);
  const next = { ...campaign, ...change } as Campaign;
  const touchesWindow = WINDOW.some((field) => field in change);
  if (touchesWindow && campaign.status !== 'draft') refuseBrokenWindow(next);
  const opening = touchesWindow ? currentOpening(next, data.compliance.holidaySet(), now) : {};
  const later = 'endOn' in change && isLater(campaign.endOn, next.endOn) && !hasEnded(next, now);
  const reopens = later && HAS_RUN.has(campaign.status) && data.duties.hasClosedByEnd(id);
  data.campaigns.changeTx(campaign, now, {
    ...change,
    ...opening,
    ...carryOf(campaign, change, { later, ended: touchesWindow && hasEnded(next, now), reopensFor: reopens ? actor.userId : null }),
  });
  // Its script may go on feeding it, though nobody is there to be reopened.
  if (reopens || (later && next.keepOpen)) reactivateTx(parts, next);
  if (change.keepOpen === false) settleCampaignTx(parts, id);
}

/** The fields of a request as those of the row; retries are merged into what holds. */
function rowFieldsOf(campaign: Campaign, given: CampaignChanges): CampaignChange {
  const { startDate, endDate, retry, weekdays, ...same } = given;
  return {
    ...(same as CampaignChange),
    ...(weekdays === undefined ? {} : { weekdays: weekdaysOf(weekdays) }),
    ...(startDate === undefined ? {} : { startOn: startDate }),
    ...(endDate === undefined ? {} : { endOn: endDate }),
    ...(retry === undefined
      ? {}
      : {
          maxAttempts: retry.maxAttempts ?? campaign.maxAttempts,
          retryAfter: retry.retryAfter ?? campaign.retryAfter,
          retryByOutcome: retry.byOutcome ?? campaign.retryByOutcome,
        }),
  };
}

/** Only what would be another value than now: sending a campaign back as it was read changes nothing and is never refused. */
function differing(campaign: Campaign, fields: CampaignChange): CampaignChange {
  const changed = Object.entries(fields).filter(
    ([key, value]) => value !== undefined && JSON.stringify(value) !== JSON.stringify(campaign[key as keyof Campaign]),
  );
  return Object.fromEntries(changed);
}

function refuseForbidden(parts: Parts, campaign: Campaign, change: CampaignChange): void {
  const callMade = parts.data.campaigns.hasCalls(campaign.id);
  const details = Object.keys(change).flatMap((key) => {
    const field = FIELD_OF[key as keyof CampaignChange];
    if (!field) return [];
    const verdict = mayEdit(campaign.status, field, { callMade });
    return verdict.ok ? [] : [{ path: NAME_IN_REQUEST[field] ?? field, message: verdict.sentence }];
  });
  const [first] = details;
  if (first) throw conflict('not_editable', first.message, { details });
}

function refuseBrokenWindow(campaign: Campaign): void {
  const problem = windowProblem(windowOf(campaign));
  if (problem) throw refusedStart(problem, campaign);
}

const isLater = (before: string | null, after: string | null) => before !== null && (after === null || after > before);

interface EndMoved {
  later: boolean;
  ended: boolean;
  /** Who reopens what the earlier end date closed; null where it closed nobody. */
  reopensFor: string | null;
}

/**
 * The work on many items that the change begins: a campaign that is past its end now is closed at once, one whose items are being
 * closed or were closed goes on with its later date.
 */
function carryOf(campaign: Campaign, change: CampaignChange, { later, ended, reopensFor }: EndMoved): CampaignChange {
  const runs = ['scheduled', 'active', 'paused'].includes(campaign.status);
  if (runs && ended) return { carry: 'expire', carryAfter: 0 };
  const spreads = runs && SPREAD_BY.some((field) => field in change);
  if (reopensFor !== null) {
    // A spread that this cuts short, or that was to follow a reopening that this begins anew, is still wanted.
    const respreadNext = spreads || campaign.carry === 'respread' || (campaign.carry === 'reopen' && campaign.respreadNext);
    return { carry: 'reopen', carryAfter: 0, reopenedBy: reopensFor, respreadNext };
  }
  if (spreads && (campaign.carry !== 'expire' || later)) return respreadOf(campaign);
  return campaign.carry === 'expire' && later ? { carry: null, carryAfter: 0 } : {};
}
