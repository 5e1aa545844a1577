/** Files that are on this computer already: the desktop names one by a token, so that no path goes through the contract. */
import * as z from 'zod';
import { Id, route } from './base.ts';
import { CampaignSettings } from './campaigns.ts';
import { Import, ImportChoices, ImportTarget } from './imports.ts';

/** What an import is begun with, beside the file: where its people go and how it is read. */
export const ImportBeginning = z.strictObject({
  target: ImportTarget,
  /** For people who are added to a campaign. */
  campaignId: Id.optional(),
  /** For a new campaign; may be left to the moment when the writing begins. */
  campaign: CampaignSettings.optional(),
  ...ImportChoices.shape,
});
export type ImportBeginning = z.infer<typeof ImportBeginning>;

export const filesContract = {
  takeIn: route
    .route({
      method: 'POST',
      path: '/imports/from-file',
      tags: ['imports'],
      summary: 'Take in a file that was dropped on the desktop',
      successStatus: 202,
    })
    .input(z.strictObject({ fileToken: z.string().min(1).max(100), ...ImportBeginning.shape }))
    .output(z.object({ import: Import })),
};
