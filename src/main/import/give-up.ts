/** Giving an import up before it is written, and taking one back afterwards. */
import { AppError, conflict } from '../../shared/domain/app-error.ts';
import { settleCampaignTx } from '../campaigns/settle.ts';
import type { ImportRow } from '../data/import-store.ts';
import { type Actor, everyone } from '../data/scope.ts';
import type { Parts } from '../parts.ts';
import { nextTurn } from '../ports/turn.ts';
import { dropAll } from './clear-away.ts';
import type { ImportRoom } from './room.ts';
import { fillsCampaign, ownImport } from './view.ts';

/**
 * Gives an import up. Nothing of it stays.
 * @throws AppError `being_written`, `import_over`.
 */
export async function cancelImport(parts: Parts, room: ImportRoom, actor: Actor, id: string): Promise<void> {
  const { data, clock } = parts;
  const row = ownImport(parts, actor, id);
  if (row.state === 'cancelled') return;
  const moved = data.database.write(() =>
    (['reading', 'checked'] as const).some((from) => data.imports.moveTx(id, from, 'cancelled', { finishedAt: clock.now() })),
  );
  if (!moved) {
    if (row.state === 'writing')
      throw conflict('being_written', 'This import is being written and goes on to its end. Undo it afterwards.', { retryable: true });
    throw conflict('import_over', `This import is ${row.state}.`);
  }
  room.stopReading(id);
  await dropAll(room, row);
}

const FIRST = Number.MIN_SAFE_INTEGER;

/**
 * Begins to take a whole import back: its people leave the campaign, the contacts that it brought go unless they are used elsewhere,
 * and a campaign that it made is cancelled and hidden. What it filled in at known contacts stays.
 * @throws AppError `not_finished`, `people_were_called`, `do_not_call_stays`.
 */
export function beginUndo(parts: Parts, actor: Actor, id: string): ImportRow {
  const { data, clock } = parts;
  return data.database.write(() => {
    const row = ownImport(parts, actor, id);
    if (row.state === 'undoing' || row.state === 'undone') return row;
    if (row.state !== 'finished')
      throw conflict('not_finished', `Only an import that is finished can be undone; this one is ${row.state}.`);
    if (row.target === 'do-not-call') {
      throw new AppError(
        'not-allowed',
        'do_not_call_stays',
        'Numbers stay on the do-not-call list; an admin takes them off one by one, with a reason.',
      );
    }
    const { campaignId } = row;
    if (campaignId !== null && data.imports.wasCalled({ id, campaignId })) {
      throw conflict(
        'people_were_called',
        'People of this import were called already, so it cannot be undone. Cancel the campaign instead.',
      );
    }
    data.imports.moveTx(id, 'finished', 'undoing', { finishedAt: null });
    if (row.target === 'campaign' && campaignId !== null) stopCampaignTx(parts, actor, campaignId, clock.now());
    return ownImport(parts, actor, id);
  });
}

/** No call goes out any more: the campaign's row gates it before the first item is taken out. */
function stopCampaignTx({ data }: Parts, actor: Actor, campaignId: string, at: number): void {
  const campaign = data.campaigns.get(everyone, campaignId);
  if (!campaign || campaign.status === 'completed' || campaign.status === 'cancelled') return;
  data.campaigns.moveTx(campaign, campaign.status, 'cancelled', at, {
    cancelledBy: actor.userId,
    cancelledReason: 'The import was undone',
    carry: null,
  });
}

/** Takes an import that is `undoing` back to its end, in steps of 500. @returns false where the engine stops first. */
export async function undoImport(parts: Parts, room: ImportRoom, id: string): Promise<boolean> {
  const { data, clock } = parts;
  const row = data.imports.get(everyone, id);
  if (row?.state !== 'undoing') return true;
  const { campaignId } = row;
  const steps: ((after: number) => number | null)[] = [];
  if (fillsCampaign(row) && campaignId !== null) {
    for (const status of ['queued', 'cancelled', 'skipped'] as const) {
      steps.push((after) => data.imports.removeItemsTx({ id, campaignId }, status, after, clock.now(), row.userId));
    }
  }
  steps.push((after) => data.imports.deleteContactsTx(id, after, clock.now()));
  for (const step of steps) {
    for (let after: number | null = FIRST; after !== null; await nextTurn()) {
      if (room.closing) return false;
      const from: number = after;
      after = data.database.write(() => step(from));
    }
  }
  data.database.write(() => {
    const campaign = row.target === 'campaign' && campaignId !== null ? data.campaigns.get(everyone, campaignId) : undefined;
    if (campaign) data.campaigns.hideTx(campaign, clock.now());
    else if (campaignId !== null) settleCampaignTx(parts, campaignId);
    data.imports.moveTx(id, 'undoing', 'undone', { finishedAt: clock.now() });
  });
  await dropAll(room, row);
  return true;
}
