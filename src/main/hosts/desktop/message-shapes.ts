/** What a page may send besides its port, as schemas: what does not fit is no message of ours. */
import * as z from 'zod';

const LONGEST_PATH = 32_767;

/** The path of a file that was dropped or chosen. */
export const FilePath = z.string().min(1).max(LONGEST_PATH);
/** The header of whoever is signed in. */
export const Here = z.string().min(1).max(8_192).nullable();
