import { countdown } from '../../lib/format.ts';
import { nextWords } from '../../words/live.ts';

/** How long until then, short enough for a column: `now`, `0:41`, `13 h 28 min`, `3 days`. */
export const untilWords = (ms: number): string => (ms < 1_000 ? nextWords.now : countdown(ms).replace(/^in /, ''));
