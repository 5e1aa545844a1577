/** Takes away a large file without holding up the engine's commits. */
import { rm, stat, truncate } from 'node:fs/promises';

/** So much of a file is given back at once, bytes: a file system that trims what is freed lets commits wait while it does. */
const PIECE = 4 << 20;

/** Removes a file, a piece at a time; one that is not there is no fault. */
export async function removeFile(file: string): Promise<void> {
  const size = await stat(file).then(
    (found) => found.size,
    () => 0,
  );
  // Somebody else may take it away meanwhile: then nothing is left to do.
  for (let left = size - PIECE; left > 0; left -= PIECE) await truncate(file, left).catch(unlessGone);
  await rm(file, { force: true });
}

function unlessGone(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}
