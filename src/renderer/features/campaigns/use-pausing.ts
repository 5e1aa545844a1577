import type { Campaign } from '../../../shared/contract/campaigns.ts';
import { api } from '../../app/connection/client.ts';
import { putCampaign } from '../../app/live/live-store.ts';
import { say, sayFault } from '../../app/toasts.tsx';
import { type Task, useTask } from '../../lib/use-task.ts';
import { actions, doneWords } from '../../words/campaigns.ts';

/** Pausing where no call is up, and going on; each says what it did, a pause with its way back. */
export function usePausing({ id, name, status }: Campaign): { pause: Task<[]>; go: Task<[]> } {
  const pause = useTask(async () => {
    try {
      const { campaign, calls } = await api.campaigns.pause({ id });
      putCampaign(campaign);
      say(doneWords.paused(name, calls), { word: actions.undo, run: () => void resume(id).catch(sayFault) });
    } catch (error) {
      sayFault(error);
    }
  });
  const go = useTask(async () => {
    try {
      if (status === 'draft') {
        putCampaign((await api.campaigns.start({ id })).campaign);
        say(doneWords.started(name));
      } else {
        await resume(id);
        say(doneWords.resumed(name));
      }
    } catch (error) {
      sayFault(error);
    }
  });
  return { pause, go };
}

async function resume(id: string): Promise<void> {
  putCampaign((await api.campaigns.resume({ id })).campaign);
}
