/**
 * Recordings that a provider sent instead of keeping them: files of one's own, one a call, in a folder beside the database. Named by
 * what the provider calls the call, or by a digest of that where it is no plain word, so that no name leaves the folder.
 */
import { createHash } from 'node:crypto';
import { createReadStream, mkdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { ProviderName } from '../../shared/domain/states.ts';
import type { Recordings } from '../ports/recordings.ts';

export function recordingFiles(dataDir: string): Recordings {
  const folder = join(dataDir, 'recordings');
  const fileOf = (provider: ProviderName, providerCallId: string) => join(folder, `${provider}-${fileNameOf(providerCallId)}.audio`);
  return {
    keep(provider, providerCallId, audio) {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      const file = fileOf(provider, providerCallId);
      writeFileSync(`${file}.part`, audio, { mode: 0o600 });
      renameSync(`${file}.part`, file);
    },
    open(provider, providerCallId, range) {
      const file = fileOf(provider, providerCallId);
      const size = statSync(file, { throwIfNoEntry: false })?.size;
      if (size === undefined) return null;
      const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(range ?? '') ?? [];
      const start = Number(from ?? 0);
      const end = Math.min(to ? Number(to) : size - 1, size - 1);
      const headers = { 'content-type': 'audio/mpeg', 'accept-ranges': 'bytes' };
      if (start > end) return { status: 416, headers: { ...headers, 'content-range': `bytes */${size}` }, body: emptyBody() };
      const body = Readable.toWeb(createReadStream(file, { start, end })) as ReadableStream<Uint8Array>;
      const part = { ...headers, 'content-length': String(end - start + 1) };
      if (from === undefined) return { status: 200, headers: part, body };
      return { status: 206, headers: { ...part, 'content-range': `bytes ${start}-${end}/${size}` }, body };
    },
  };
}

/** What the provider calls it, where that can be a name on every disk; else a digest of it, so that two never share a file. */
const fileNameOf = (id: string) => (/^[\w-]{1,100}$/.test(id) ? id : createHash('sha256').update(id).digest('hex'));

const emptyBody = () => new ReadableStream<Uint8Array>({ start: (stream) => stream.close() });
