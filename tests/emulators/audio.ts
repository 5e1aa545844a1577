/** The recording of a call of the network, as a vendor hands it out. */
import { readRange, recordingOf } from '../../src/main/telephony/practice/recording.ts';
import type { LineCall } from '../../src/main/telephony/practice/wire.ts';

/** The whole file; null where the call has no recording (yet). */
export function audioOf(call: LineCall): Uint8Array<ArrayBuffer> | null {
  if (call.recording === null) return null;
  const file = recordingOf(call.id, call.duration_seconds ?? 0);
  return file.read(0, file.size);
}

/** Answers with the part of the file that `range` asks for. */
export function audioAnswer(file: Uint8Array<ArrayBuffer>, contentType: string, range: string | null): Response {
  const headers = { 'content-type': contentType, 'accept-ranges': 'bytes' };
  const asked = readRange(range, file.length);
  if (asked === 'unsatisfiable')
    return new Response(null, { status: 416, headers: { ...headers, 'content-range': `bytes */${file.length}` } });
  if (asked === null) return new Response(file, { status: 200, headers: { ...headers, 'content-length': String(file.length) } });
  const { from, to } = asked;
  const part = { ...headers, 'content-length': String(to - from), 'content-range': `bytes ${from}-${to - 1}/${file.length}` };
  return new Response(file.slice(from, to), { status: 206, headers: part });
}
