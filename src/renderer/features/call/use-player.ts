import { useCallback, useEffect, useRef, useState } from 'react';
import { fetchFile } from '../../app/connection/fetch-file.ts';
import { Refused } from '../../app/connection/told.ts';
import { callWords } from '../../words/call.ts';

export interface Player {
  isLoading: boolean;
  isPlaying: boolean;
  /** Where it is, in seconds. */
  at: number;
  /** How long it is; null until it is there. */
  seconds: number | null;
  error: unknown;
  toggle: () => void;
  seek: (at: number) => void;
}

/** Plays a sound of ours: fetched whole as whoever is signed in, played out of memory, forgotten with the component. */
export function usePlayer(path: string): Player {
  const sound = useRef<HTMLAudioElement | null>(null);
  const stop = useRef<AbortController | null>(null);
  const [state, setState] = useState<Omit<Player, 'toggle' | 'seek'>>(AT_REST);
  const change = useCallback((part: Partial<Player>) => setState((before) => ({ ...before, ...part })), []);
  useEffect(
    () => () => {
      stop.current?.abort();
      if (sound.current) release(sound.current);
      sound.current = null;
    },
    [],
  );
  const load = useCallback(async () => {
    const aborted = new AbortController();
    stop.current = aborted;
    change({ isLoading: true, error: null });
    try {
      const file = await fetchFile(path, aborted.signal);
      const loaded = await soundOf(file, change);
      if (aborted.signal.aborted) return release(loaded);
      sound.current = loaded;
      await loaded.play();
    } catch (error) {
      if (!aborted.signal.aborted) change({ error });
    } finally {
      if (!aborted.signal.aborted) change({ isLoading: false });
    }
  }, [path, change]);
  const toggle = useCallback(() => {
    const playing = sound.current;
    if (!playing) void load();
    else if (playing.paused) void playing.play().catch((error: unknown) => change({ error }));
    else playing.pause();
  }, [load, change]);
  const seek = useCallback(
    (at: number) => {
      if (!sound.current) return;
      sound.current.currentTime = at;
      change({ at });
    },
    [change],
  );
  return { ...state, toggle, seek };
}

const AT_REST = { isLoading: false, isPlaying: false, at: 0, seconds: null, error: null };

/** The sound, ready to be played, telling where it is. @throws Refused where this browser cannot play it. */
function soundOf(file: Blob, change: (part: Partial<Player>) => void): Promise<HTMLAudioElement> {
  const sound = new Audio(URL.createObjectURL(file));
  sound.addEventListener('timeupdate', () => change({ at: sound.currentTime }));
  sound.addEventListener('play', () => change({ isPlaying: true }));
  sound.addEventListener('pause', () => change({ isPlaying: false }));
  return new Promise((resolve, reject) => {
    sound.addEventListener('error', () => {
      release(sound);
      reject(new Refused(0, 'not_played', callWords.noSound));
    });
    sound.addEventListener('loadedmetadata', () => {
      change({ seconds: Number.isFinite(sound.duration) ? sound.duration : null });
      resolve(sound);
    });
  });
}

function release(sound: HTMLAudioElement): void {
  sound.pause();
  URL.revokeObjectURL(sound.src);
}
