/** The sound of a recording, whole or in part. */
import { readRange, recordingOf } from '../../../src/main/telephony/practice/recording.ts';
import type { LineCall } from '../../../src/main/telephony/practice/wire.ts';

/** Answers with the recording of a call that has one, or the range of it that is asked for. Always WAV. */
export function recordingAudio(line: LineCall, request: Request): Response {
  const file = recordingOf(line.id, line.duration_seconds ?? 0);
  const headers = { 'content-type': 'audio/wav', 'accept-ranges': 'bytes' };
  const range = readRange(request.headers.get('range'), file.size);
  if (range === 'unsatisfiable')
    return new Response(null, { status: 416, headers: { ...headers, 'content-range': `bytes */${file.size}` } });
  const { from, to } = range ?? { from: 0, to: file.size };
  const part = { ...headers, 'content-length': String(to - from) };
  const body = file.read(from, to);
  if (range === null) return new Response(body, { headers: part });
  return new Response(body, { status: 206, headers: { ...part, 'content-range': `bytes ${from}-${to - 1}/${file.size}` } });
}
