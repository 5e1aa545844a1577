/** Imports: how a file was read, what became of its rows, and what a person can still choose. The file itself never goes this way. */
import * as z from 'zod';
import { IMPORT_FIELDS } from '../domain/import-fields.ts';
import { DELIMITERS, FILE_ENCODINGS, KNOWN_CONTACTS } from '../domain/import-options.ts';
import { CampaignSettings } from './campaigns.ts';
import { Id, Instant, route } from './base.ts';
import { Country } from './settings.ts';

/** To contacts alone, to a new campaign, to people added to a campaign, or to the do-not-call list. */
export const ImportTarget = z.enum(['contacts', 'campaign', 'people', 'do-not-call']);
export type ImportTarget = z.infer<typeof ImportTarget>;

/** `reading` until every row is checked; `checked` waits for a person; then `writing` goes on to its end, whatever happens. */
export const ImportState = z.enum(['reading', 'checked', 'writing', 'finished', 'cancelled', 'failed', 'undoing', 'undone']);

/** By column: `{"Handy": "phoneNumber"}`; by field, `{"phoneNumber": "Handy"}`, is understood as well. */
export const ColumnMapping = z.record(z.string().max(1_000), z.string().max(1_000));

/** What a person may choose; what is left out is recognised. */
export const ImportChoices = z.strictObject({
  encoding: z.enum(FILE_ENCODINGS).optional(),
  delimiter: z.enum(DELIMITERS).optional(),
  hasHeader: z.boolean().optional(),
  mapping: ColumnMapping.optional(),
  /** For numbers without a country code; null is none, left out is the installation's. */
  defaultCountry: Country.nullable().optional(),
  /** `keep` fills only what is empty of a known contact; `update` lets the file's values stand. */
  knownContacts: z.enum(KNOWN_CONTACTS).optional(),
  /** Refuses numbers that are possible but given to nobody. */
  refuseUnassigned: z.boolean().optional(),
});
export type ImportChoices = z.infer<typeof ImportChoices>;

export const ImportColumn = z.object({
  index: z.int(),
  header: z.string(),
  field: z.enum(IMPORT_FIELDS),
  samples: z.array(z.string()),
});

/** Why a row was refused: `column` and `value` of the cell that decided. */
export const RefusedRow = z.object({
  line: z.int(),
  column: z.string(),
  value: z.string(),
  reason: z.string(),
  kind: z.enum(['duplicate', 'invalid']),
});
export type RefusedRow = z.infer<typeof RefusedRow>;

export const Import = z
  .object({
    id: Id,
    state: ImportState,
    target: ImportTarget,
    campaignId: Id.nullable(),
    fileName: z.string(),
    bytes: z.int(),
    /** Null until the head of the file is read. */
    encoding: z.enum(FILE_ENCODINGS).nullable(),
    delimiter: z.enum(DELIMITERS).nullable(),
    hasHeader: z.boolean().nullable(),
    columns: z.array(ImportColumn),
    defaultCountry: z.string().nullable(),
    knownContacts: z.enum(KNOWN_CONTACTS),
    refuseUnassigned: z.boolean(),
    /** rows = imported + known + duplicates + invalid. Until it is written, `imported` is what will be. */
    rows: z.int(),
    imported: z.int(),
    known: z.int(),
    duplicates: z.int(),
    invalid: z.int(),
    /** Rows that are taken with a remark; counted above as well. */
    warnings: z.int(),
    /** How many people it put into a campaign. */
    added: z.int(),
    /** 0 to 1, of the step that is under way. */
    progress: z.number(),
    /** The first 1,000 duplicates and invalid rows. */
    refused: z.array(RefusedRow),
    /** Where all of them are as CSV; null where there are none. */
    refusedUrl: z.string().nullable(),
    /** Why it failed or was given up, in a sentence. */
    error: z.string().nullable(),
    createdAt: Instant,
    finishedAt: Instant.nullable(),
  })
  .meta({ id: 'Import' });
export type Import = z.infer<typeof Import>;

export const TEMPLATE_KINDS = ['basic', 'advanced'] as const;

const one = z.strictObject({ id: Id });
const answer = z.object({ import: Import });
const tags = ['imports'];

export const importsContract = {
  get: route
    .route({ method: 'GET', path: '/imports/{id}', tags, summary: 'How far an import is, and what became of its rows' })
    .input(one)
    .output(answer),
  change: route
    .route({ method: 'POST', path: '/imports/{id}/options', tags, summary: 'Read a checked file again in another way' })
    .input(z.strictObject({ id: Id, ...ImportChoices.shape }))
    .output(answer),
  begin: route
    .route({ method: 'POST', path: '/imports/{id}/begin', tags, summary: 'Write what was checked; a new campaign starts when it is whole' })
    .input(z.strictObject({ id: Id, campaign: CampaignSettings.optional() }))
    .output(answer),
  cancel: route
    .route({ method: 'POST', path: '/imports/{id}/cancel', tags, summary: 'Give up an import before it is written; nothing of it stays' })
    .input(one)
    .output(answer),
  undo: route
    .route({ method: 'POST', path: '/imports/{id}/undo', tags, summary: 'Take a whole import back while nobody of it was called' })
    .input(one)
    .output(answer),
};
