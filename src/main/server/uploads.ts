/** What comes in as a file: each upload is streamed to the disk and then becomes an import. */
import { rm } from 'node:fs/promises';
import * as z from 'zod';
import { Campaign, CampaignSettings, PeopleAdded } from '../../shared/contract/campaigns.ts';
import { ImportBeginning } from '../../shared/contract/files.ts';
import { Import, ImportChoices } from '../../shared/contract/imports.ts';
import { toCampaign } from '../api/campaign-shape.ts';
import { readBeginning } from '../api/files.ts';
import { ownCampaign } from '../campaigns/find.ts';
import { readCampaign } from '../campaigns/summary.ts';
import type { Actor, Parts } from '../parts.ts';
import type { ImportAnswer, Importer, ImportIntent } from '../ports/import.ts';
import { dialingSettings } from '../settings/dialing.ts';
import { readFields } from './form-fields.ts';
import { FORM, type RawAnswer, type RawRequest, type RawRoute } from './raw-route.ts';
import { receiveUpload, type Upload } from './receive-upload.ts';

const NAME_BYTES = 12;
const multipart = { method: 'POST', takes: FORM, gives: 'application/json' } as const;
const imported = z.object({ import: Import });

export interface UploadParts {
  parts: Parts;
  importer: Importer;
}

/** Every route that takes a file. */
export function uploadRoutes(given: UploadParts): RawRoute[] {
  const { parts } = given;
  return [
    {
      ...multipart,
      name: 'campaigns.uploadCsv',
      path: '/campaigns/upload-csv',
      tags: ['campaigns'],
      summary: 'Create a campaign from a CSV file',
      fields: z.strictObject({ ...CampaignSettings.shape, ...ImportChoices.shape }),
      answers: imported.extend({ campaign: Campaign.optional() }),
      statuses: [201, 202],
      handle: (request) =>
        answerUpload(given, request, async (upload) => {
          const { choices, rest } = splitChoices(upload.fields);
          const answer = await importAll(
            given,
            request,
            upload,
            choices,
            (): ImportIntent => ({ target: 'campaign', campaign: readFields(CampaignSettings, rest) }),
          );
          return { status: answer.finished ? 201 : 202, answer: { ...campaignOf(parts, request.actor, answer), import: answer.import } };
        }),
    },
    {
      ...multipart,
      name: 'campaigns.addFile',
      path: '/campaigns/{id}/contacts',
      tags: ['campaigns'],
      summary: 'Add the people of a CSV file to a campaign',
      fields: ImportChoices,
      answers: imported.extend({ campaign: Campaign, ...PeopleAdded.shape }),
      statuses: [200, 202],
      async handle(request) {
        const { id = '' } = request.params;
        // Before anything is read: nobody uploads a file to what is not there.
        if (!request.isRepeat) ownCampaign(parts, request.actor, id);
        await answerUpload(given, request, async (upload) => {
          const answer = await importAll(given, request, upload, upload.fields, () => ({ target: 'people', campaignId: id }));
          const { added, known } = answer.import;
          const told = { ...campaignOf(parts, request.actor, answer), added, known, missing: 0, import: answer.import };
          return { status: answer.finished ? 200 : 202, answer: told };
        });
      },
    },
    plainImport(given, '/contacts/import', 'contacts', 'Import contacts from a CSV file', 'contacts'),
    plainImport(given, '/do-not-call', 'compliance', 'Put the numbers of a CSV file on the do-not-call list', 'do-not-call'),
    {
      ...multipart,
      name: 'imports.takeIn',
      path: '/imports',
      tags: ['imports'],
      summary: 'Take a CSV file in and check it; look, change, then begin',
      fields: ImportBeginning,
      answers: imported,
      statuses: [202],
      handle: (request) =>
        answerUpload(given, request, async (upload) => {
          const beginning = await orRemove(given, upload, () => readBeginning(readFields(ImportBeginning, upload.fields)));
          const { path, fileName } = upload;
          const taken = given.importer.takeIn(request.actor, { path, fileName, owned: true, choices: beginning.choices }, beginning.intent);
          return { status: 202, answer: { import: taken } };
        }),
    },
  ];
}

function plainImport(given: UploadParts, path: string, tag: string, summary: string, target: 'contacts' | 'do-not-call'): RawRoute {
  return {
    ...multipart,
    name: `${tag}.import`,
    path,
    tags: [tag],
    summary,
    fields: ImportChoices,
    answers: imported,
    statuses: [201, 202],
    handle: (request) =>
      answerUpload(given, request, async (upload) => {
        const answer = await importAll(given, request, upload, upload.fields, () => ({ target }));
        return { status: answer.finished ? 201 : 202, answer: { import: answer.import } };
      }),
  };
}

const take = ({ parts, importer }: UploadParts, { incoming }: RawRequest): Promise<Upload> =>
  receiveUpload(incoming, {
    folder: importer.folder,
    name: `upload-${parts.ids.secret(NAME_BYTES)}`,
    maxBytes: dialingSettings(parts).importMaxBytes,
  });

/** Takes a file in and answers; one that was taken in before, under the same key, is dropped. */
async function answerUpload(given: UploadParts, request: RawRequest, work: (upload: Upload) => Promise<RawAnswer>): Promise<void> {
  const upload = await take(given, request);
  let isTaken = false;
  try {
    await request.answerOnce(upload.fingerprint, () => {
      isTaken = true;
      return work(upload);
    });
  } finally {
    if (!isTaken) await remove(given, upload);
  }
}

/** Reads the fields, then imports the file; a refused field leaves no file behind. */
async function importAll(
  given: UploadParts,
  { actor }: RawRequest,
  upload: Upload,
  fields: Readonly<Record<string, string>>,
  intentOf: () => ImportIntent,
): Promise<ImportAnswer> {
  const { path, fileName } = upload;
  const { intent, choices } = await orRemove(given, upload, () => ({ intent: intentOf(), choices: readFields(ImportChoices, fields) }));
  return await given.importer.importAll(actor, { path, fileName, owned: true, choices }, intent);
}

async function orRemove<T>(given: UploadParts, upload: Upload, read: () => T): Promise<T> {
  try {
    return read();
  } catch (error) {
    await remove(given, upload);
    throw error;
  }
}

const remove = ({ parts }: UploadParts, { path }: Upload): Promise<void> =>
  rm(path, { force: true }).catch((fault: unknown) => parts.log.warn({ err: fault, path }, 'an upload could not be removed'));

/** Fields of a form are those of the campaign and those of how the file is read, side by side. */
function splitChoices(fields: Readonly<Record<string, string>>): { choices: Record<string, string>; rest: Record<string, string> } {
  const choices: Record<string, string> = {};
  const rest: Record<string, string> = {};
  for (const [name, value] of Object.entries(fields)) (name in ImportChoices.shape ? choices : rest)[name] = value;
  return { choices, rest };
}

function campaignOf(parts: Parts, actor: Actor, { import: { campaignId } }: ImportAnswer) {
  return campaignId === null ? {} : { campaign: toCampaign(readCampaign(parts, actor, campaignId)) };
}
