import type { Campaign } from '../../../../shared/contract/campaigns.ts';
import { Well } from '../../campaign-form/well.tsx';
import { consequencesOf } from './consequences.ts';
import type { Edit } from './use-edit.ts';
import { useEditForecast } from './use-edit-forecast.ts';

/** What the changes mean, before the button that makes them true; nothing where they mean nothing for anybody who waits. */
export function EditForecast({ campaign, edit }: { campaign: Campaign; edit: Edit }) {
  const answer = useEditForecast(campaign, edit);
  const plan = answer?.forecast?.plan?.sentence;
  const sentences = [...(plan === undefined ? [] : [plan]), ...consequencesOf(campaign, edit.changed, edit.draft)];
  const refusal = answer?.refusal ?? null;
  const [title, ...notes] = refusal === null ? sentences : [refusal];
  return title === undefined ? null : <Well isBad={refusal !== null} title={title} notes={notes} />;
}
