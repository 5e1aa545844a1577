/** The page that the screens run in, as either host sends it: with a policy, and the nonce that the policy lets write styles. */
import { readFile } from 'node:fs/promises';
import { systemIds } from '../ports/ids.ts';
import { contentSecurityPolicy } from './content-security-policy.ts';

/** Stands in the built page where its nonce goes. */
const PLACE = '__NONCE__';
const NONCE_BYTES = 16;

export interface ScreensPage {
  html: string;
  /** For the header of the same name. */
  policy: string;
}

/**
 * Reads the built page for one answer.
 * @param file where it lies.
 * @param connect origins that it may reach beside its own.
 */
export async function readScreensPage(file: string, connect: readonly string[] = []): Promise<ScreensPage> {
  const nonce = systemIds.secret(NONCE_BYTES);
  const built = await readFile(file, 'utf8');
  return { html: built.replaceAll(PLACE, nonce), policy: contentSecurityPolicy(nonce, connect) };
}
