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
    /** The columns are as they were chosen for an earlier file of the same header. */
    remembered: z.boolean(),
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
    /** How many of those that are taken are on the do-not-call list: kept as contacts, never called. */
    doNotCall: z.int(),
    /** Why rows are invalid, the commonest reason first. */
    reasons: z.array(z.object({ reason: z.string(), rows: z.int() })),
    /** How many people it put into a campaign. */
    added: z.int(),
    /** 0 to 1, of the step that is under way. */
    progress: z.number(),
    /** The first 1,000 duplicates and invalid rows. */
    refused: z.array(RefusedRow),
    /** Where all of them are as CSV; null where there are none. */
    refusedUrl: z.string().nullable(),
    /** Why it failed or was given up, or what it still needs before it can begin, in a sentence. */
    error: z.string().nullable(),
    createdAt: Instant,
    finishedAt: Instant.nullable(),
  })
  .meta({ id: 'Import' });
export type Import = z.infer<typeof Import>;

/** Rows by what becomes of them; `warning`: taken, less something. */
export const IMPORT_ROW_KINDS = ['new', 'known', 'duplicate', 'invalid', 'warning'] as const;
export type ImportRowKind = (typeof IMPORT_ROW_KINDS)[number];

/** One row as it was checked. */
export const CheckedRow = z.object({
  line: z.int(),
  name: z.string(),
  /** E.164 where the row is taken, else as it came. */
  phoneNumber: z.string(),
  email: z.string(),
  company: z.string(),
  /** On the do-not-call list; asked of rows that are taken. */
  doNotCall: z.boolean(),
  /** The cell that decided, and why; null for rows that are taken as they are. */
  remark: z.object({ column: z.string(), value: z.string(), reason: z.string() }).nullable(),
});
export type CheckedRow = z.infer<typeof CheckedRow>;

export const ImportRowsQuery = z.strictObject({
  id: Id,
  kind: z.enum(IMPORT_ROW_KINDS),
  /** The `next` of the page before. */
  after: z.int().min(0).default(0),
  limit: z.int().min(1).max(200).default(50),
});
export type ImportRowsQuery = z.infer<typeof ImportRowsQuery>;

export const ImportRows = z.object({ rows: z.array(CheckedRow), next: z.int().nullable() });
export type ImportRows = z.infer<typeof ImportRows>;

export const TEMPLATE_KINDS = ['basic', 'advanced'] as const;

const one = z.strictObject({ id: Id });
const answer = z.object({ import: Import });
const tags = ['imports'];

export const importsContract = {
  get: route
    .route({ method: 'GET', path: '/imports/{id}', tags, summary: 'How far an import is, and what became of its rows' })
    .input(one)
    .output(answer),
  rows: route
    .route({ method: 'GET', path: '/imports/{id}/rows', tags, summary: 'Rows of a checked file by what becomes of them' })
    .input(ImportRowsQuery)
    .output(ImportRows),
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
