import { describe, expect, it } from 'vitest';
import { readRange, recordingOf } from './recording.ts';

describe('recordingOf', () => {
  it('is a WAV whose header tells its true length', () => {
    const file = recordingOf('line-1', 2.5);
    const bytes = Buffer.from(file.read(0, file.size));
    expect([bytes.toString('latin1', 0, 4), bytes.toString('latin1', 8, 16), bytes.toString('latin1', 36, 40)]).toEqual([
      'RIFF',
      'WAVEfmt ',
      'data',
    ]);
    expect([file.size, bytes.readUInt32LE(4), bytes.readUInt32LE(24), bytes.readUInt32LE(40)]).toEqual([20_044, 20_036, 8000, 20_000]);
  });

  it('is heard, softly, and sounds different for each call', () => {
    const sound = (id: string) => [...recordingOf(id, 3).read(44, 24_044)];
    const loudest = Math.max(...sound('line-1').map((byte) => Math.abs(byte - 128)));
    expect(loudest).toBeGreaterThan(10);
    expect(loudest).toBeLessThan(64);
    expect(sound('line-1')).not.toEqual(sound('line-2'));
    expect(sound('line-1')).toEqual(sound('line-1'));
  });

  it('gives any part exactly as it stands in the whole', () => {
    const file = recordingOf('line-1', 1);
    const whole = file.read(0, file.size);
    expect([...file.read(30, 5000)]).toEqual([...whole.subarray(30, 5000)]);
  });

  it('is no longer than three minutes', () => {
    expect(recordingOf('line-1', 3600).size).toBe(44 + 180 * 8000);
  });
});

describe('readRange', () => {
  it.each([
    [null, null],
    ['bytes=0-99', { from: 0, to: 100 }],
    ['bytes=900-', { from: 900, to: 1000 }],
    ['bytes=900-5000', { from: 900, to: 1000 }],
    ['bytes=-100', { from: 900, to: 1000 }],
    ['bytes=-5000', { from: 0, to: 1000 }],
    ['bytes=1000-', 'unsatisfiable'],
    ['bytes=-0', 'unsatisfiable'],
    ['bytes=50-10', null],
    ['bytes=-', null],
    ['bytes=0-1,5-6', null],
    ['items=0-1', null],
  ])('reads %s', (header, expected) => {
    expect(readRange(header, 1000)).toEqual(expected);
  });
});
