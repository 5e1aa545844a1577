import { useEffect, useMemo, useState } from 'react';
import { formatPhoneNumber } from '../../../shared/domain/phone-number.ts';
import { common } from '../../words/common.ts';
import { states } from '../../words/campaigns.ts';
import { api } from '../connection/client.ts';
import { type Found, fixedFound } from './find.ts';

/** Shorter texts find half of everybody. */
const SHORTEST = 2;
const MOST = 6;
const SETTLE_MS = 120;

/** Everything that a text finds: places, commands, then campaigns and people as the engine knows them. */
export function useFound(text: string): { found: readonly Found[]; failed: boolean } {
  const [told, setTold] = useState<{ text: string; rows: readonly Found[]; failed: boolean } | null>(null);
  useEffect(() => {
    if (text.length < SHORTEST) return undefined;
    const stop = new AbortController();
    const timer = setTimeout(() => {
      search(text, stop.signal).then(
        (rows) => setTold({ text, rows, failed: false }),
        () => !stop.signal.aborted && setTold({ text, rows: [], failed: true }),
      );
    }, SETTLE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [text]);
  const fixed = useMemo(() => fixedFound(text), [text]);
  // The answer to the text before stays until the next one comes, so that the list does not jump with every key.
  const rows = text.length < SHORTEST ? [] : (told?.rows ?? []);
  return { found: [...fixed, ...rows], failed: told?.failed === true && text.length >= SHORTEST };
}

async function search(text: string, signal: AbortSignal): Promise<readonly Found[]> {
  const [{ campaigns }, { contacts }] = await Promise.all([
    api.campaigns.list({ search: text, limit: MOST }, { signal }),
    api.contacts.list({ search: text, limit: MOST }, { signal }),
  ]);
  return [
    ...campaigns.map(
      ({ id, name, status }): Found => ({ id, group: 'campaigns', word: name, note: states[status], to: { href: `/campaign/${id}` } }),
    ),
    ...contacts.map(
      ({ id, name, phoneNumber }): Found => ({
        id: `contact-${id}`,
        group: 'contacts',
        word: name || common.unnamed,
        note: formatPhoneNumber(phoneNumber),
        to: { href: `/contacts/${id}` },
      }),
    ),
  ];
}
