import { useEffect } from 'react';
import { navigate } from 'wouter/use-hash-location';
import type { Import } from '../../../shared/contract/imports.ts';
import { api } from '../../app/connection/client.ts';
import { putCampaign, useLive } from '../../app/live/live-store.ts';
import { say, sayFault } from '../../app/toasts.tsx';
import { importPage } from '../../words/import.ts';
import { tabOf } from '../campaigns/tabs.ts';
import { NEW_CAMPAIGN } from './take-file.ts';
import { doneTaking, putTaken, takeAgain, useTaking } from './taking.ts';

/** Follows the file that is being taken, on whichever screen one is: reads it anew when its state changes, and says when it is done. */
export function useFollowing(): void {
  const taken = useTaking(({ taking }) => taking?.taken ?? null);
  const id = taken?.id;
  const state = taken?.state;
  const told = useLive(({ imports }) => (id === undefined ? undefined : imports.get(id)?.state));
  const snapshots = useLive((live) => live.snapshots);
  useEffect(() => {
    if (id === undefined || state === told || state === 'finished' || state === 'cancelled') return;
    // Where it cannot be asked, the next snapshot asks again.
    api.imports.get({ id }).then(
      (answer) => putTaken(answer.import),
      () => undefined,
    );
  }, [id, state, told, snapshots]);
  useEffect(() => {
    if (taken?.state === 'finished') void finish(taken);
    // Not by this screen, which forgets what it cancels: the engine was closed meanwhile.
    if (taken?.state === 'cancelled') void takeAgain();
  }, [taken]);
}

async function finish({ campaignId, added }: Import): Promise<void> {
  doneTaking();
  if (campaignId === null) return;
  try {
    const { campaign } = await api.campaigns.get({ id: campaignId });
    putCampaign(campaign);
    say(importPage.done(campaign.name, added));
    if (window.location.hash === `#${NEW_CAMPAIGN}`) navigate(`/campaigns/${tabOf(campaign.status)}`);
  } catch (error) {
    sayFault(error);
  }
}
