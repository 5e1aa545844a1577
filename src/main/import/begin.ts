/**
 * From checked to writing: the last moment at which an import can be refused or given up. A new campaign is made here, as a draft,
 * in the same transaction.
 */
import type { CampaignSettings } from '../../shared/contract/campaigns.ts';
import { badInput, conflict } from '../../shared/domain/app-error.ts';
import { createDraft, newCampaignRow } from '../campaigns/create.ts';
import { checkAgent, ownCampaign } from '../campaigns/find.ts';
import { refuseNewcomers } from '../campaigns/reopen.ts';
import { checkStart } from '../campaigns/start.ts';
import type { Campaign } from '../data/campaign-store.ts';
import type { ImportRow } from '../data/import-store.ts';
import type { Actor } from '../data/scope.ts';
import type { Parts } from '../parts.ts';
import { rememberReadingTx } from './mappings.ts';
import { hasPhoneColumn, noPhoneColumn } from './recognise.ts';
import { optionsOf, toColumn } from './stored-options.ts';
import { ownImport, usableOf } from './view.ts';

/**
 * @param given the campaign's settings, where they were not known when the file came in.
 * @throws AppError `not_checked`, `no_phone_column`, `nobody_to_import`, `campaign_missing`, and what forbids the campaign.
 */
export function beginWriting(parts: Parts, actor: Actor, id: string, given?: CampaignSettings): ImportRow {
  const { data } = parts;
  return data.database.write(() => {
    const row = ownImport(parts, actor, id);
    if (row.state !== 'checked') throw conflict('not_checked', `Only an import that is checked can begin; this one is ${row.state}.`);
    const options = optionsOf(row);
    const { reading, choices } = options;
    if (reading !== undefined && !hasPhoneColumn(reading.columns)) throw noPhoneColumn(reading.columns);
    const campaign = campaignFor(parts, actor, row, given ?? options.campaign);
    const change = {
      campaignId: campaign?.id ?? null,
      imported: 0,
      known: 0,
      options: toColumn({
        ...options,
        ...(given === undefined ? {} : { campaign: given }),
        ...(campaign === null ? {} : { positionBefore: data.people.lastPosition(campaign.id), added: 0 }),
      }),
    };
    if (reading !== undefined) rememberReadingTx(parts, actor.userId, reading, choices);
    data.imports.moveTx(id, 'checked', 'writing', change);
    return ownImport(parts, actor, id);
  });
}

/** The campaign that the people go into; null where they go into none. */
function campaignFor(parts: Parts, actor: Actor, row: ImportRow, settings: CampaignSettings | undefined): Campaign | null {
  const people = usableOf(row);
  if (row.target === 'people') {
    const campaign = ownCampaign(parts, actor, row.campaignId ?? '');
    refuseNewcomers(parts, campaign);
    refuseNobody(row, people);
    return campaign;
  }
  if (row.target !== 'campaign') {
    refuseNobody(row, people);
    return null;
  }
  if (settings === undefined)
    throw badInput('campaign_missing', 'Say which campaign the people are for: its name, agent, next action and calling window.');
  checkAgent(parts, actor, settings.agentId);
  if (!settings.keepOpen) refuseNobody(row, people);
  if (!settings.draft) checkStart(parts, newCampaignRow(parts, actor, settings) as Campaign, people);
  return createDraft(parts, actor, settings);
}

function refuseNobody({ rows, duplicates, invalid }: ImportRow, people: number): void {
  if (people > 0) return;
  const sentence = `No row of this file has a usable phone number (${rows} ${rows === 1 ? 'row' : 'rows'}). Check the phone column and the default country.`;
  throw badInput('nobody_to_import', sentence, { data: { rows, duplicates, invalid } });
}
