import { useEffect } from 'react';
import type { Import } from '../../../shared/contract/imports.ts';
import { navigate, useAddress } from '../../app/address.ts';
import { api } from '../../app/connection/client.ts';
import { putCampaign } from '../../app/live/live-store.ts';
import { say, sayFault } from '../../app/toasts.tsx';
import { formWords } from '../../words/campaign-form.ts';
import { summaryWords } from '../../words/import.ts';
import { useFollowImport } from './follow/follow-import.ts';
import { NEW_CAMPAIGN } from './take-file.ts';
import { doneTaking, putTaken, takeAgain, useTaking } from './taking.ts';
import { chooseWay } from './way.ts';

/** Follows the file that is being taken, on whichever screen one is: reads it anew when its state changes, and says when it is done. */
export function useFollowing(): void {
  const taken = useTaking(({ taking }) => taking?.taken ?? null);
  const id = taken?.id;
  const state = taken?.state;
  useFollowImport(taken, putTaken);
  useEffect(() => {
    if (taken?.state === 'finished') void finished(taken);
    // Not by this screen, which forgets what it cancels: the engine was closed meanwhile.
    if (taken?.state === 'cancelled') void takeAgain();
    // Once for each import and state: what else is told of it does not begin anything.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [id, state]);
  useForgetting();
}

async function finished({ campaignId, added }: Import): Promise<void> {
  if (campaignId === null) return;
  try {
    const { campaign } = await api.campaigns.get({ id: campaignId });
    putCampaign(campaign);
    if (window.location.hash === `#${NEW_CAMPAIGN}`) return;
    say(formWords.created(campaign.name, added), {
      word: summaryWords.show,
      run() {
        chooseWay('csv');
        navigate(NEW_CAMPAIGN);
      },
    });
  } catch (error) {
    sayFault(error);
  }
}

/** An import that is over and was seen to be is done with once one leaves the screen. */
function useForgetting(): void {
  const [location] = useAddress();
  useEffect(() => {
    const { taking } = useTaking.getState();
    const state = taking?.taken?.state;
    if (location !== NEW_CAMPAIGN && taking?.seen && (state === 'finished' || state === 'undone')) doneTaking();
  }, [location]);
}
