/** A file on its way from the engine: fetched over HTTP as whoever is signed in, because links carry no authorization. */
import { faults } from '../../words/faults.ts';
import { ask } from './send-file.ts';
import { Refused } from './told.ts';

/**
 * The bytes of a file of ours, a byte-order mark included.
 * @throws Refused in the engine's own words, or in ours where it could not be reached; the abort reason where it was called off.
 */
export async function fetchFile(path: string, signal?: AbortSignal): Promise<Blob> {
  try {
    const response = await ask(path, signal ? { signal } : {});
    return await response.blob();
  } catch (error) {
    if (error instanceof Refused && error.code === 'not_sent') throw new Refused(error.status, 'not_fetched', faults.fileNotFetched);
    throw error;
  }
}
