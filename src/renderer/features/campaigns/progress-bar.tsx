import { Box } from '@mui/material';
import type { Campaign } from '../../../shared/contract/campaigns.ts';
import { card } from '../../words/campaigns.ts';
import { doneOf } from './campaign-state.ts';

/** Successful, then tried without success, then up now; the rest is still to come. Never red: who does not pick up is no fault. */
export function ProgressBar({ campaign }: { campaign: Campaign }) {
  const { totalContacts: total, successfulCalls, failedCalls, callsUp, status } = campaign;
  const done = doneOf(campaign);
  const width = (part: number) => `${total === 0 ? 0 : (part / total) * 100}%`;
  return (
    <Box
      role="progressbar"
      aria-label={card.barLabel}
      aria-valuemin={0}
      aria-valuemax={Math.max(total, 1)}
      aria-valuenow={done}
      aria-valuetext={card.bar(done, total, successfulCalls, failedCalls)}
      sx={{
        display: 'flex',
        gap: '2px',
        height: 6,
        borderRadius: '3px',
        overflow: 'hidden',
        bgcolor: 'chart.planned',
        '& > div': { transition: 'width 200ms cubic-bezier(0.2, 0, 0, 1)' },
      }}
    >
      {successfulCalls > 0 && (
        <Box style={{ width: width(successfulCalls) }} sx={{ bgcolor: 'success.fill', opacity: status === 'paused' ? 0.75 : 1 }} />
      )}
      {done > successfulCalls && <Box style={{ width: width(done - successfulCalls) }} sx={{ bgcolor: 'neutral.fill' }} />}
      {callsUp > 0 && (
        <Box
          style={{ width: `max(4px, ${width(callsUp)})` }}
          sx={{ bgcolor: 'warning.fill', animation: 'rm-pulse 1.6s ease-in-out infinite' }}
        />
      )}
    </Box>
  );
}
