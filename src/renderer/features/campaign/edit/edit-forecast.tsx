import ErrorOutlined from '@mui/icons-material/ErrorOutlined';
import ScheduleOutlined from '@mui/icons-material/ScheduleOutlined';
import { Stack, Typography } from '@mui/material';
import type { Campaign } from '../../../../shared/contract/campaigns.ts';
import { consequencesOf } from './consequences.ts';
import type { Edit } from './use-edit.ts';
import { useEditForecast } from './use-edit-forecast.ts';

/** What the changes mean, before the button that makes them true; nothing where they mean nothing for anybody who waits. */
export function EditForecast({ campaign, edit }: { campaign: Campaign; edit: Edit }) {
  const { draft, changed } = edit;
  const answer = useEditForecast(campaign, edit);
  const bad = answer?.refusal ?? null;
  const sentences = [...(answer?.plan ? [answer.plan] : []), ...consequencesOf(campaign, changed, draft)];
  if (bad === null && sentences.length === 0) return null;
  const Icon = bad === null ? ScheduleOutlined : ErrorOutlined;
  const [first, ...others] = bad === null ? sentences : [bad];
  return (
    <Stack
      direction="row"
      role="status"
      sx={{ gap: 1.5, p: 1.5, border: 1, borderColor: 'divider', borderRadius: '6px', bgcolor: 'background.sunken' }}
    >
      <Icon aria-hidden sx={{ color: bad === null ? 'text.tertiary' : 'error.main' }} />
      <Stack sx={{ gap: 0.25 }}>
        <Typography variant="subtitle1">{first}</Typography>
        {others.map((sentence) => (
          <Typography key={sentence} variant="body2" sx={{ color: 'text.secondary' }}>
            {sentence}
          </Typography>
        ))}
      </Stack>
    </Stack>
  );
}
