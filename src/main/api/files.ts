/** Files that the desktop holds a token for become imports; uploads come by their own way (`server/uploads.ts`). */
import { implement } from '@orpc/server';
import { filesContract, type ImportBeginning } from '../../shared/contract/files.ts';
import { badInput } from '../../shared/domain/app-error.ts';
import type { ImportIntent } from '../ports/import.ts';
import { type ApiContext, asPerson, tellErrors } from './base.ts';

const person = implement(filesContract).$context<ApiContext>().use(tellErrors).use(asPerson);

export const filesRouter = person.router({
  takeIn: person.takeIn.handler(({ context, input: { fileToken, ...beginning } }) => {
    const file = context.files.get(fileToken);
    if (!file) throw badInput('unknown_file', 'This file is not known any more. Drop it again.');
    const { intent, choices } = readBeginning(beginning);
    return { import: context.importer.takeIn(context.actor, { ...file, owned: false, choices }, intent) };
  }),
});

/**
 * Where the people of a file go, and how it is read.
 * @throws AppError `campaign_missing` where people are added to no campaign.
 */
export function readBeginning({ target, campaignId, campaign, ...choices }: ImportBeginning): {
  intent: ImportIntent;
  choices: typeof choices;
} {
  if (target === 'campaign') return { intent: { target, ...(campaign ? { campaign } : {}) }, choices };
  if (target !== 'people') return { intent: { target }, choices };
  if (campaignId !== undefined) return { intent: { target, campaignId }, choices };
  const message = 'Name the campaign that the people are added to.';
  throw badInput('campaign_missing', message, { details: [{ path: 'campaignId', message }] });
}
