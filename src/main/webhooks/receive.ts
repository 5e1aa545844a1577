/**
 * Takes one delivery of a provider (rule 14): verified in memory, stored, then answered. Applying it is the inbox's duty.
 *
 * The answer is a promise: 200 is only said when the delivery is in the file. What cannot be stored is answered 503, so that it
 * comes again (rule 20).
 */
import { createHash } from 'node:crypto';
import { keptSecret, PATH_SECRET } from '../accounts/kept-secret.ts';
import { isStoreFault, STORE_FAULT_SENTENCE } from '../data/store-fault.ts';
import type { Parts } from '../parts.ts';
import type { RawDelivery, TelephonyProvider } from '../ports/provider.ts';

/** Bytes of a refused delivery that are kept. */
const KEPT_BYTES = 1024;
/** What says nothing of a call is kept to be looked at, unless it is large: sound that a setting refuses comes so. */
const MOST_NOTHING_BYTES = 64 * 1024;
export const SAYS_NOTHING = 'It says nothing of a call.';

/** @returns the HTTP status to answer with. */
export function receiveDelivery(parts: Parts, provider: TelephonyProvider, raw: RawDelivery): { status: number } {
  const reading = provider.readDelivery(raw);
  if (reading.kind === 'nothing' && raw.body.length > MOST_NOTHING_BYTES) return { status: 200 };
  if (reading.kind === 'refused') {
    refuseDelivery(parts, `/webhooks/${provider.name}/${raw.path}`, reading.reason, raw);
    return { status: reading.malformed ? 400 : 401 };
  }
  const { path, query = '', headers, body, receivedAt } = raw;
  const { data, signal, log, health, clock } = parts;
  try {
    if (reading.kind === 'recording') {
      parts.recordings.keep(provider.name, reading.providerCallId, reading.audio);
      return { status: 200 };
    }
    signal('delivery.before-store');
    data.database.write(() =>
      data.inbox.insertTx({
        provider: provider.name,
        receivedAt,
        path: path + query,
        headers: { ...headers },
        body: new TextDecoder('utf-8', { ignoreBOM: true }).decode(body),
        ...(reading.kind === 'report'
          ? { key: reading.key, providerCallId: reading.report.providerCallId }
          : {
              key: createHash('sha256').update(body).digest('hex'),
              providerCallId: null,
              state: 'applied',
              appliedAt: receivedAt,
              note: SAYS_NOTHING,
            }),
      }),
    );
    signal('delivery.after-store');
    return { status: 200 };
  } catch (error) {
    log.error({ err: error, provider: provider.name }, 'a delivery could not be stored and was answered 503, so that it comes again');
    if (isStoreFault(error)) health.raise('store-cannot-write', STORE_FAULT_SENTENCE, clock.now());
    return { status: 503 };
  }
}

/** Keeps what was refused among the last hundred, with its reason and its beginning, so that a wrong key can be found. */
export function refuseDelivery(parts: Parts, path: string, reason: string, raw: Pick<RawDelivery, 'body' | 'receivedAt'>): void {
  const { data, log } = parts;
  const route = withoutSecret(path);
  log.warn({ route, reason }, 'a delivery was refused');
  try {
    const start = withoutWord(parts, new TextDecoder().decode(raw.body.subarray(0, KEPT_BYTES)));
    data.database.write(() => data.inbox.refuseTx({ receivedAt: raw.receivedAt, route, reason, start }));
  } catch (error) {
    log.error({ err: error }, 'a refused delivery could not be kept');
  }
}

/**
 * The secret word in the path of a vendor's address is as good as a key: it is not shown, whether it was right or wrong, nor where in
 * the path it stood. What only has the shape of one of our calls stays, so that the call can be found.
 */
function withoutSecret(path: string): string {
  const [, route, rest = ''] = /^(\/webhooks\/[a-z]+)\/(.*)$/s.exec(path) ?? [];
  if (route === undefined) return '…';
  if (rest === 'events') return path;
  const [reference] = /(?<=\/)call_\w{1,40}(?:\/cxml)?$/.exec(rest) ?? [];
  return reference === undefined ? `${route}/…` : `${route}/…/${reference}`;
}

/** Our own secret word is not kept either where a body holds it, as a vendor's that repeats the address that it was given. */
function withoutWord(parts: Parts, text: string): string {
  return parts.data.secrets.has(PATH_SECRET) ? text.replaceAll(keptSecret(parts, PATH_SECRET), '…') : text;
}
