/**
 * A file comes in: measured against the limits, noted, and given to the worker. What is wrong with it as a whole is said at once, and
 * then nothing of it is left.
 */
import { statSync } from 'node:fs';
import type { ImportChoices } from '../../shared/contract/imports.ts';
import { AppError, badInput, conflict } from '../../shared/domain/app-error.ts';
import { isPhoneCountry } from '../../shared/domain/phone-number.ts';
import { checkAgent, ownCampaign } from '../campaigns/find.ts';
import { checkCreationLimitTx, newCampaignRow } from '../campaigns/create.ts';
import { refuseNewcomers } from '../campaigns/reopen.ts';
import { checkStart } from '../campaigns/start.ts';
import type { ImportRow } from '../data/import-store.ts';
import type { Actor } from '../data/scope.ts';
import type { Campaign } from '../data/campaign-store.ts';
import type { Parts } from '../parts.ts';
import type { ImportIntent, ImportUpload } from '../ports/import.ts';
import { dialingSettings } from '../settings/dialing.ts';
import { dropSource } from './clear-away.ts';
import { toColumn } from './stored-options.ts';

/**
 * Notes a file as an import that is being read.
 * @throws AppError `file_too_large`, `file_gone`, `unknown_country`, and what forbids the campaign; then an upload is deleted.
 */
export function noteUpload(parts: Parts, actor: Actor, upload: ImportUpload, intent: ImportIntent): ImportRow {
  try {
    const bytes = measured(parts, upload.path);
    checkIntent(parts, actor, intent);
    const { data, ids, clock } = parts;
    return data.database.write(() =>
      data.imports.insertTx({
        id: ids.next('import'),
        userId: actor.userId,
        target: intent.target,
        campaignId: intent.target === 'people' ? intent.campaignId : null,
        fileName: upload.fileName.slice(0, 255),
        bytes,
        options: toColumn({
          path: upload.path,
          owned: upload.owned,
          choices: completeChoices(parts, upload.choices ?? {}),
          ...(intent.target === 'campaign' && intent.campaign ? { campaign: intent.campaign } : {}),
        }),
        createdAt: clock.now(),
      }),
    );
  } catch (error) {
    dropSource(upload);
    throw error;
  }
}

/** What was left out has its default, so that it holds to the end of the import whatever is set meanwhile. @throws AppError `unknown_country`. */
export function completeChoices(parts: Parts, choices: ImportChoices): ImportChoices {
  const { defaultCountry = dialingSettings(parts).defaultCountry } = choices;
  if (defaultCountry !== null && !isPhoneCountry(defaultCountry)) {
    const message = `There is no country “${defaultCountry}”. Write it as two capital letters, DE for Germany.`;
    throw badInput('unknown_country', message, { details: [{ path: 'defaultCountry', message }] });
  }
  return { knownContacts: 'keep', refuseUnassigned: false, ...choices, defaultCountry };
}

function measured(parts: Parts, path: string): number {
  const size = statSync(path, { throwIfNoEntry: false })?.size;
  if (size === undefined) throw conflict('file_gone', 'The file is not there any more. Choose it again.');
  const { importMaxBytes } = dialingSettings(parts);
  if (size <= importMaxBytes) return size;
  const megabytes = (bytes: number) => Math.ceil(bytes / 1_048_576);
  const sentence = `The file has ${megabytes(size)} MB; at most ${megabytes(importMaxBytes)} MB can be imported. Split it, or ask an admin to raise the limit in Settings.`;
  throw new AppError('too-large', 'file_too_large', sentence, { data: { bytes: size, most: importMaxBytes } });
}

/** What can be refused before a row is read: an agent of another's, a window that is never open, a campaign that takes nobody. */
function checkIntent(parts: Parts, actor: Actor, intent: ImportIntent): void {
  if (intent.target === 'people') refuseNewcomers(parts, ownCampaign(parts, actor, intent.campaignId));
  if (intent.target !== 'campaign' || intent.campaign === undefined) return;
  checkAgent(parts, actor, intent.campaign.agentId);
  checkCreationLimitTx(parts, actor);
  if (!intent.campaign.draft) checkStart(parts, newCampaignRow(parts, actor, intent.campaign) as Campaign, 1);
}
