/** A long list, given to the engine in parts: how far it is can be told, and between two it can be stopped. */

/** As many as one request may name. */
export const PART = 500;

/**
 * Does something to the ids, part by part in their order.
 * @param tell called with how many are done, after each part.
 * @returns how many were given away: all of them, unless it was stopped.
 */
export async function inParts(
  ids: readonly number[],
  act: (part: number[]) => Promise<void>,
  tell: (done: number) => void,
  signal: AbortSignal,
): Promise<number> {
  let done = 0;
  while (done < ids.length && !signal.aborted) {
    const part = ids.slice(done, done + PART);
    await act(part);
    done += part.length;
    tell(done);
  }
  return done;
}
