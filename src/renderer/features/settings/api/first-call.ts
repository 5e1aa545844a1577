/** What a script types first: the figures of the queue, by the queue API's own path. Pure. */

/** @param url the base before `/api`. @param token the secret, or a word that stands for it. */
export const firstCall = (url: string, token: string): string => `curl -H "Authorization: Bearer ${token}" ${url}/api/call-queue/status`;

/** Without the slash that an address may end with. */
export const baseOf = (url: string): string => url.replace(/\/+$/, '');
