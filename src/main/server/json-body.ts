/**
 * The JSON body of a request to a route of the contract, read before the contract is asked: how long it may be, that it is JSON and
 * an object, how deep it goes. What each field may hold is the contract's to say.
 */
import type { IncomingMessage } from 'node:http';
import { AppError, badInput } from '../../shared/domain/app-error.ts';
import { noSuchField } from './envelope.ts';
import { HttpRefusal } from './thrown.ts';

/** Room for 100,000 ids of contacts and for lists of numbers. Files come by their own way. */
const MOST_BODY_BYTES = 4 << 20;
/** No shape of the contract goes half as deep; only what is kept as it came could. */
const MOST_DEPTH = 32;

/**
 * Reads the body. @returns undefined where none came.
 * @throws HttpRefusal 415; AppError `too_large`, `bad_input`.
 */
export async function readJsonBody(incoming: IncomingMessage): Promise<object | undefined> {
  const { headers } = incoming;
  const length = Number(headers['content-length'] ?? 0);
  if (length === 0 && headers['transfer-encoding'] === undefined) return undefined;
  if (length > MOST_BODY_BYTES) throw tooLarge();
  refuseOtherTypes(headers['content-type'], headers['content-encoding']);
  const bytes = await readBytes(incoming);
  if (bytes.length === 0) return undefined;
  const given = parse(bytes);
  if (typeof given !== 'object' || given === null || Array.isArray(given)) throw unreadable('Send one JSON object, in braces.');
  refuseOddShape(given, []);
  return given;
}

function refuseOtherTypes(type = 'application/json', encoding = 'identity'): void {
  const [kind = '', ...parameters] = type
    .toLowerCase()
    .split(';')
    .map((part) => part.trim());
  const charset =
    parameters
      .find((part) => part.startsWith('charset='))
      ?.slice(8)
      .replaceAll('"', '') ?? 'utf-8';
  if (kind === 'application/json' && charset === 'utf-8' && encoding === 'identity') return;
  throw new HttpRefusal(
    415,
    'unsupported_media_type',
    'Send JSON in UTF-8, not compressed, with the content type application/json. Files are sent as multipart/form-data, to the routes that take one.',
    { headers: { 'accept-post': 'application/json' } },
  );
}

/** By events: a loop over a stream ends the connection with itself, and nobody would read the refusal. */
function readBytes(incoming: IncomingMessage): Promise<Buffer> {
  return new Promise((done, fail) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    const take = (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= MOST_BODY_BYTES) return void chunks.push(chunk);
      incoming.off('data', take).resume();
      fail(tooLarge());
    };
    incoming.on('data', take);
    incoming.once('end', () => done(Buffer.concat(chunks)));
    incoming.once('error', fail);
    incoming.once('close', () => fail(unreadable('The body broke off. Send it again.')));
  });
}

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw unreadable('The body cannot be read: it is no JSON in UTF-8.');
  }
}

/** @throws AppError `bad_input` for what goes too deep, and for a name by which objects are tampered with. */
function refuseOddShape(value: object, path: readonly string[]): void {
  if (path.length > MOST_DEPTH) throw unreadable(`The body is nested too deeply: at most ${MOST_DEPTH} levels.`);
  for (const [name, inner] of Object.entries(value)) {
    if (name === '__proto__') throw noSuchField([...path, name].join('.'));
    if (typeof inner === 'object' && inner !== null) refuseOddShape(inner, [...path, name]);
  }
}

const unreadable = (sentence: string) => badInput('bad_input', sentence);
const tooLarge = () =>
  new AppError('too-large', 'too_large', `The request is too large: at most ${MOST_BODY_BYTES >> 20} MB. Send less at once.`);
