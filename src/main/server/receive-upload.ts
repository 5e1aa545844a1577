/** One uploaded file, streamed to the disk as it comes, and the fields around it. */
import { createHash, type Hash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import busboy from 'busboy';
import { AppError, badInput } from '../../shared/domain/app-error.ts';
import { fingerprintOfForm } from './idempotency/fingerprint.ts';
import { fileMissing } from './raw-route.ts';

const FILE_FIELD = 'file';
const MOST_FIELDS = 100;
const MOST_FIELD_BYTES = 1 << 20;
/** All fields together: they are held in memory, as the body of a request without a file is. */
const MOST_FIELDS_BYTES = 4 << 20;

export interface Upload {
  path: string;
  fileName: string;
  fields: Record<string, string>;
  /** The same for the same fields and the same file, however the body was divided into parts. */
  fingerprint: string;
}

export interface UploadTo {
  folder: string;
  /** Under which name, in the folder. */
  name: string;
  maxBytes: number;
}

/**
 * Reads a multipart body; its one file is in the folder when this resolves, and nothing is left where it rejects.
 * @throws AppError `file_missing`, `file_too_large`, `too_large`, `bad_upload`.
 */
export async function receiveUpload(incoming: IncomingMessage, { folder, name, maxBytes }: UploadTo): Promise<Upload> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, name);
  try {
    return await readParts(incoming, path, maxBytes);
  } catch (error) {
    await rm(path, { force: true });
    throw error instanceof AppError
      ? error
      : badInput('bad_upload', 'The upload broke off or cannot be read. Send it again as multipart/form-data.', { cause: error });
  }
}

async function readParts(incoming: IncomingMessage, path: string, maxBytes: number): Promise<Upload> {
  const limits = { fileSize: maxBytes, fields: MOST_FIELDS, fieldSize: MOST_FIELD_BYTES, files: 1 };
  const parser = busboy({ headers: incoming.headers, limits, defParamCharset: 'utf8' });
  // Without a prototype: a field may have any name.
  const fields = Object.create(null) as Record<string, string>;
  const hash = createHash('sha256');
  let fileName: string | null = null;
  let written: Promise<void> = Promise.resolve();
  let bytes = 0;
  parser.on('field', (field, value, { nameTruncated, valueTruncated }) => {
    bytes += Buffer.byteLength(value);
    // What was cut off would be taken for what was meant.
    if (nameTruncated || valueTruncated || bytes > MOST_FIELDS_BYTES) return void parser.destroy(fieldsTooLarge());
    fields[field] = value;
  });
  parser.once('fieldsLimit', () => parser.destroy(fieldsTooLarge()));
  parser.once('filesLimit', () => parser.destroy(badInput('bad_upload', 'Send one file at a time, in the field "file".')));
  parser.on('file', (field, stream, info) => {
    if (field !== FILE_FIELD) return void stream.resume();
    fileName = info.filename || 'upload.csv';
    written = writeFile(stream, path, maxBytes, hash);
    // Awaited below; until then nobody else must be told of it.
    written.catch((error: Error) => parser.destroy(error));
  });
  await pipeline(incoming, parser);
  await written;
  if (fileName === null) throw fileMissing('Send the file in the field "file".');
  return { path, fileName, fields, fingerprint: fingerprintOfForm(fields, { name: fileName, hash: hash.digest('hex') }) };
}

async function writeFile(stream: Readable & { truncated?: boolean }, path: string, maxBytes: number, hash: Hash): Promise<void> {
  stream.once('limit', () => {
    const most = `${Math.floor(maxBytes / 1_000_000).toLocaleString('en')} MB`;
    stream.destroy(
      new AppError(
        'too-large',
        'file_too_large',
        `The file is larger than ${most}. Split it, or let an admin raise the limit in the settings.`,
      ),
    );
  });
  stream.on('data', (chunk: Buffer) => void hash.update(chunk));
  await pipeline(stream, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
}

const fieldsTooLarge = () =>
  new AppError(
    'too-large',
    'too_large',
    `The fields are too large: at most ${MOST_FIELDS}, each of ${MOST_FIELD_BYTES >> 20} MB, all of ${MOST_FIELDS_BYTES >> 20} MB. Send the list as the file.`,
  );
