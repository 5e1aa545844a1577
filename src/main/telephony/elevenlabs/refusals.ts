/** What a refusal of a dial means: by the vendor's codes, else by the field it complains of, else by its sentence. */
import type { NoCallReason } from '../../ports/provider.ts';
import { VENDOR } from './api.ts';
import type { VendorError } from './errors.ts';

export interface Refusal {
  why: NoCallReason;
  sentence: string;
}

const SPENT = new Set(['quota_exceeded', 'payment_required', 'insufficient_credits']);
const BAD_KEY = new Set(['invalid_api_key', 'missing_api_key', 'authentication_error', 'needs_authorization']);
const NO_PERMISSION = new Set(['missing_permissions', 'insufficient_permissions']);
const FULL = new Set(['concurrent_limit_exceeded', 'too_many_concurrent_requests']);
const LATER = new Set(['rate_limit_exceeded', 'system_busy', 'too_early', 'conflict']);

/**
 * The meaning of a refusal with these words; null where only the status says something.
 * @param status 200 for a refusal that comes as `success: false`.
 * @param phone the number that was dialed.
 */
export function refusalOf(status: number, error: VendorError, said: string | null, phone: string): Refusal | null {
  const words = said === null ? '' : `: ${said}`;
  const has = (known: ReadonlySet<string>) => error.codes.some((code) => known.has(code));
  if (has(SPENT) || status === 402 || (status === 200 && SPENT_WORDS.test(said ?? '')))
    return { why: 'stop-everything', sentence: `The account at ${VENDOR} is used up${words}. Top it up there, then resume.` };
  if (has(NO_PERMISSION))
    return { why: 'stop-everything', sentence: `The key for ${VENDOR} may not make calls${words}. Give it that permission there.` };
  if (has(BAD_KEY) || status === 401)
    return { why: 'stop-everything', sentence: `${VENDOR} refuses the key${words}. Set a valid one in Settings → Telephony.` };
  if (has(FULL) || (status === 200 && FULL_WORDS.test(said ?? '')))
    return { why: 'try-later', sentence: `${VENDOR} has as many conversations as the account or the agent allows${words}.` };
  if (has(LATER) || status === 429) return { why: 'try-later', sentence: `${VENDOR} takes no more calls at the moment${words}.` };
  if (isOfContact(error, said ?? '', phone)) return { why: 'wrong-contact', sentence: `${VENDOR} refuses the number ${phone}${words}.` };
  if (status === 403)
    return { why: 'stop-everything', sentence: `${VENDOR} does not allow this call${words}. Look at the key and the account there.` };
  if (status === 404)
    return { why: 'wrong-setup', sentence: `${VENDOR} does not know the agent or its number${words}. Choose them again in the agent.` };
  if (status === 409 || status === 425) return { why: 'try-later', sentence: `${VENDOR} could not take the call just now${words}.` };
  if (status === 200 || status === 400 || status === 422)
    return { why: 'wrong-setup', sentence: `${VENDOR} refused the dial${words}. Check the agent and its number.` };
  return null;
}

const SPENT_WORDS = /quota|out of credit|insufficient (credit|fund|balance)|payment/i;
const FULL_WORDS = /concurren|too many|rate limit|system busy/i;
const WRONG_NUMBER = /invalid|malformed|not (a )?valid|not in e\.?164|unallocated|does not exist|wrong format/i;

/** The number that is called is wrong, not the one that calls: `agent_phone_number_id` is a matter of the set-up. */
function isOfContact({ fields }: VendorError, said: string, phone: string): boolean {
  if (fields.some((field) => field === 'to_number')) return true;
  if (/\bto_number\b/.test(said)) return true;
  return said.includes(phone) && WRONG_NUMBER.test(said);
}

/** Words of a telephone line in a refusal: a call was tried, and what became of it stands in its conversation. */
export const speaksOfLine = (said: string | null) => /\bsip\b.*\b[3-6]\d\d\b|busy here|user busy|no[- ]answer|declin/i.test(said ?? '');
