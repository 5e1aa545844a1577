/** What goes out as it is made: recordings by range, lists as CSV. */
import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import * as z from 'zod';
import { TEMPLATE_KINDS } from '../../shared/contract/imports.ts';
import { AppError, notFound } from '../../shared/domain/app-error.ts';
import { exportCalls } from '../calls/export-calls.ts';
import { exportCampaign } from '../campaigns/export.ts';
import { exportContacts } from '../contacts/export-contacts.ts';
import { csvTemplate } from '../../shared/domain/csv-template.ts';
import { scopeOf } from '../data/scope.ts';
import type { Parts } from '../parts.ts';
import type { Importer } from '../ports/import.ts';
import type { RawRoute } from './raw-route.ts';

/** Of what a provider says beside the sound, only what a player needs goes on. */
const PASSED_HEADERS = ['content-type', 'content-length', 'content-range', 'accept-ranges', 'etag', 'last-modified'];

/** `GET /calls/{id}/recording`: the audio, fetched from the provider with the engine's key. */
export const recordingRoute = (parts: Parts): RawRoute => ({
  name: 'calls.recording',
  method: 'GET',
  path: '/calls/{id}/recording',
  statuses: [200, 206],
  tags: ['calls'],
  summary: 'The recording of a call, by range',
  gives: 'audio/wav',
  async handle({ actor, params, incoming, response }) {
    const call = parts.data.calls.get(scopeOf(actor), params.id ?? '');
    if (!call) throw notFound('call');
    const provider = parts.providers[call.provider];
    const range = incoming.headers.range ?? null;
    const kept = call.providerCallId === null ? null : parts.recordings.open(call.provider, call.providerCallId, range);
    if (call.recordingUrl === null && !kept) throw notFound('recording');
    if (!provider && !kept)
      throw new AppError('unavailable', 'provider_not_set_up', 'The provider that keeps this recording is not set up any more.');
    const part = kept ?? (await provider!.fetchRecording(call.recordingUrl!, range));
    if (!part) throw notFound('recording');
    const headers = Object.fromEntries(
      PASSED_HEADERS.flatMap((name) => (part.headers[name] === undefined ? [] : [[name, part.headers[name]]])),
    );
    response.writeHead(part.status, { 'cache-control': 'private, no-store', ...headers });
    await pipeline(Readable.fromWeb(part.body as Parameters<typeof Readable.fromWeb>[0]), response);
  },
});

/** `GET /campaigns/{id}/export`: who was called and what came of it. */
export const campaignExportRoute = (parts: Parts): RawRoute => ({
  name: 'campaigns.export',
  method: 'GET',
  path: '/campaigns/{id}/export',
  tags: ['campaigns'],
  summary: 'A campaign with its results as CSV',
  gives: 'text/csv',
  async handle({ actor, params, response }) {
    const { fileName, chunks } = exportCampaign(parts, actor, params.id ?? '');
    await sendCsv(response, fileName, chunks);
  },
});

/** `GET /calls/export`. */
export const callsExportRoute = (parts: Parts): RawRoute => ({
  name: 'calls.export',
  method: 'GET',
  path: '/calls/export',
  tags: ['calls'],
  summary: "One's own calls with what came of them as CSV",
  gives: 'text/csv',
  async handle({ actor, response }) {
    await sendCsv(response, 'calls.csv', exportCalls(parts, actor));
  },
});

/** `GET /contacts/export`. */
export const contactsExportRoute = (parts: Parts): RawRoute => ({
  name: 'contacts.export',
  method: 'GET',
  path: '/contacts/export',
  query: { search: z.string(), doNotCall: z.enum(['true', 'false']) },
  tags: ['contacts'],
  summary: "One's own contacts as CSV",
  gives: 'text/csv',
  async handle({ actor, query, response }) {
    const doNotCall = { true: true, false: false }[query.get('doNotCall') ?? ''] ?? null;
    const filter = { search: query.get('search')?.trim() ?? '', doNotCall };
    await sendCsv(response, 'contacts.csv', exportContacts(parts, actor, filter));
  },
});

/** `GET /campaigns/csv-template?kind=basic|advanced`. */
export const templateRoute: RawRoute = {
  name: 'campaigns.csvTemplate',
  method: 'GET',
  path: '/campaigns/csv-template',
  query: { kind: z.enum(TEMPLATE_KINDS) },
  tags: ['campaigns'],
  summary: 'A CSV file to begin with (kind=basic or advanced)',
  gives: 'text/csv',
  async handle({ query, response }) {
    const kind = query.get('kind') === 'advanced' ? 'advanced' : 'basic';
    await sendCsv(response, `ringmaster-${kind}.csv`, [csvTemplate(kind)]);
  },
};

/** `GET /imports/{id}/refused`: duplicates and invalid rows, each with its line and reason. */
export const refusedRowsRoute = (importer: Importer): RawRoute => ({
  name: 'imports.refused',
  method: 'GET',
  path: '/imports/{id}/refused',
  tags: ['imports'],
  summary: 'The refused rows of a file as CSV',
  gives: 'text/csv',
  async handle({ actor, params, response }) {
    const { id = '' } = params;
    await sendCsv(response, `${id}-refused.csv`, importer.refusedCsv(actor, id));
  },
});

/** Sends a table as it is read, under a name that a browser saves it by. */
async function sendCsv(response: ServerResponse, fileName: string, chunks: Iterable<string> | AsyncIterable<string>): Promise<void> {
  response.writeHead(200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${fileName.replace(/[^\w.-]+/g, '_')}"`,
    'cache-control': 'no-store',
  });
  await pipeline(Readable.from(chunks, { objectMode: false }), response);
}
