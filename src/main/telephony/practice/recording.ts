/**
 * The fake recording of a practice call: a soft pattern of two tones as WAV (mono, 8,000 samples a second, 8 bits). Computed
 * byte by byte from the name of the call and its length, so that nothing is ever stored and any range can be sent.
 */
import { chanceOf } from './chance.ts';

const RATE = 8000;
const HEADER = 44;
/** No recording is longer than this, however long the talk. */
const LONGEST_RECORDING_SECONDS = 180;

export interface Recording {
  /** Bytes of the whole file. */
  size: number;
  /** The bytes from `from` up to, not including, `to`. */
  read(from: number, to: number): Uint8Array<ArrayBuffer>;
}

/** The recording of the call `id` that talked for `seconds`. */
export function recordingOf(id: string, seconds: number): Recording {
  const samples = Math.round(Math.min(Math.max(seconds, 0), LONGEST_RECORDING_SECONDS) * RATE);
  const header = wavHeader(samples);
  const sample = pattern(id);
  return {
    size: HEADER + samples,
    read(from, to) {
      const bytes = new Uint8Array(to - from);
      for (let at = from; at < to; at++) bytes[at - from] = at < HEADER ? header[at]! : sample(at - HEADER);
      return bytes;
    },
  };
}

function wavHeader(samples: number): Uint8Array {
  const bytes = new Uint8Array(HEADER);
  const view = new DataView(bytes.buffer);
  const word = (at: number, text: string) => bytes.set(new TextEncoder().encode(text), at);
  word(0, 'RIFF');
  view.setUint32(4, HEADER - 8 + samples, true);
  word(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, RATE, true);
  view.setUint32(28, RATE, true);
  view.setUint16(32, 1, true);
  view.setUint16(34, 8, true);
  word(36, 'data');
  view.setUint32(40, samples, true);
  return bytes;
}

/** Two voices in turn, a second and a half each, that swell and fade: quiet, and different for each call. */
function pattern(id: string): (at: number) => number {
  const chance = chanceOf('recording', id);
  const pitches = [180 + 80 * chance(), 280 + 120 * chance()];
  const turn = 1.5 * RATE;
  return (at) => {
    const inTurn = (at % turn) / turn;
    const pitch = pitches[Math.floor(at / turn) % 2]!;
    const loud = 22 * Math.sin(Math.PI * inTurn) * (0.6 + 0.4 * Math.sin((2 * Math.PI * 4 * at) / RATE));
    return Math.round(128 + loud * Math.sin((2 * Math.PI * pitch * at) / RATE));
  };
}

/**
 * Reads an HTTP range header over a file of `size` bytes.
 * @returns the bytes asked for [from, to); null for the whole file (no header, or one that is not understood);
 * `unsatisfiable` where it begins behind the end.
 */
export function readRange(header: string | null, size: number): { from: number; to: number } | 'unsatisfiable' | null {
  const found = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '');
  if (!found || (found[1] === '' && found[2] === '')) return null;
  const [first, last] = [found[1]!, found[2]!];
  if (first === '') {
    const length = Math.min(Number(last), size);
    return length === 0 ? 'unsatisfiable' : { from: size - length, to: size };
  }
  const from = Number(first);
  const to = last === '' ? size : Math.min(Number(last) + 1, size);
  if (last !== '' && Number(last) < from) return null;
  return from >= size ? 'unsatisfiable' : { from, to };
}
