import { Box, Checkbox, FormControl, FormControlLabel, FormGroup, FormLabel, Skeleton, Typography } from '@mui/material';
import { useState } from 'react';
import { CALL_AGAIN_OUTCOMES, type Campaign } from '../../../../shared/contract/campaigns.ts';
import { api } from '../../../app/connection/client.ts';
import { putCampaign, useLive } from '../../../app/live/live-store.ts';
import { say } from '../../../app/toasts.tsx';
import { AskDialog } from '../../../components/ask-dialog.tsx';
import { Fault } from '../../../components/fault.tsx';
import { WhenWaiting } from '../../../components/when-waiting.tsx';
import { number } from '../../../lib/format.ts';
import { useQuery } from '../../../lib/use-query.ts';
import { useTask } from '../../../lib/use-task.ts';
import { againWords } from '../../../words/campaign.ts';

type Outcome = (typeof CALL_AGAIN_OUTCOMES)[number];

/** Nobody was at fault, and nobody was reached: whom one calls again first. */
const FIRST: ReadonlySet<Outcome> = new Set(['busy', 'no-answer', 'voicemail']);

/** Puts those back who were not reached, by how their last call ended, each with how many they are. */
export function CallAgainDialog({ campaign: { id, name }, onClose }: { campaign: Campaign; onClose: () => void }) {
  const [chosen, setChosen] = useState(FIRST);
  const items = useLive(({ told }) => told.items);
  const { data, error, isLoading, again } = useQuery(
    `not-reached:${id}`,
    async (signal) => (await api.campaigns.notReached({ id }, { signal })).people,
    [items],
  );
  const offered = CALL_AGAIN_OUTCOMES.filter((outcome) => (data?.[outcome] ?? 0) > 0);
  const outcomes = offered.filter((outcome) => chosen.has(outcome));
  const people = outcomes.reduce((sum, outcome) => sum + (data?.[outcome] ?? 0), 0);
  const task = useTask(async () => {
    const { campaign, reopened } = await api.campaigns.callAgain({ id, outcomes });
    putCampaign(campaign);
    say(againWords.done(reopened));
    onClose();
  });
  const choose = (outcome: Outcome, isChosen: boolean) =>
    setChosen(new Set([...[...chosen].filter((name_) => name_ !== outcome), ...(isChosen ? [outcome] : [])]));
  return (
    <AskDialog
      title={againWords.title(name)}
      keep={againWords.keep}
      confirm={againWords.confirm(people)}
      disabled={people === 0}
      task={task}
      onClose={onClose}
    >
      <Fault error={error} onRetry={again} />
      {isLoading && (
        <WhenWaiting>
          <Skeleton height={120} />
        </WhenWaiting>
      )}
      {data !== null && offered.length === 0 && <Typography>{againWords.none}</Typography>}
      {offered.length > 0 && (
        <>
          <Typography>{againWords.what}</Typography>
          <FormControl component="fieldset">
            <FormLabel component="legend">{againWords.outcomes}</FormLabel>
            <FormGroup>
              {offered.map((outcome) => (
                <FormControlLabel
                  key={outcome}
                  control={<Checkbox checked={chosen.has(outcome)} onChange={(_, isChosen) => choose(outcome, isChosen)} />}
                  label={<Choice word={againWords.words[outcome]} count={data?.[outcome] ?? 0} />}
                  sx={{ mr: 0, '& .MuiFormControlLabel-label': { flex: 1 } }}
                />
              ))}
            </FormGroup>
          </FormControl>
        </>
      )}
    </AskDialog>
  );
}

const Choice = ({ word, count }: { word: string; count: number }) => (
  <Box component="span" sx={{ display: 'flex', justifyContent: 'space-between', gap: 2 }}>
    <span>{word}</span>
    <Box component="span" sx={{ color: 'text.secondary', fontVariantNumeric: 'tabular-nums' }}>
      {number(count)}
    </Box>
  </Box>
);
