import { Box, Stack, Typography } from '@mui/material';
import type { Analytics } from '../../../../shared/contract/analytics.ts';
import type { Campaign, Outlook } from '../../../../shared/contract/campaigns.ts';
import { attemptsFigure, costFigure, type Figure, talkFigure } from '../../../components/figure-words.ts';
import { type Stat, StatStrip } from '../../../components/stat-strip.tsx';
import { useNow } from '../../../lib/use-now.ts';
import { overview } from '../../../words/campaign.ts';
import { common } from '../../../words/common.ts';
import { doneOf } from '../../campaigns/campaign-state.ts';
import { ProgressBar } from '../../campaigns/progress-bar.tsx';
import { doneByFigure, doneByWord, progressShare, progressWords, successFigure } from './stats.ts';

interface StatCellsProps {
  campaign: Campaign;
  /** Null until they are read: the strip keeps its shape. */
  figures: Analytics | null;
  outlook: Outlook | null;
}

/** The campaign in six figures. */
export function StatCells({ campaign, figures, outlook }: StatCellsProps) {
  const now = useNow();
  const read = (figure: (of: Analytics) => Figure): Figure => (figures === null ? { value: common.nothing, note: '' } : figure(figures));
  const cell = (label: string, { value, note }: Figure): Stat => ({
    label,
    value,
    note: note === '' ? '\u00a0' : <span title={note}>{note}</span>,
  });
  const stats: Stat[] = [
    { label: overview.progress, value: <Progress campaign={campaign} />, note: <Bar campaign={campaign} />, wide: true },
    cell(overview.successRate, successFigure(campaign)),
    cell(overview.averageTalk, read(talkFigure)),
    cell(overview.attempts, read(attemptsFigure)),
    cell(overview.cost, read(costFigure)),
    cell(doneByWord(campaign), doneByFigure(campaign, outlook, now)),
  ];
  return <StatStrip label={overview.figures} stats={stats} />;
}

const Progress = ({ campaign }: { campaign: Campaign }) => (
  <Stack component="span" direction="row" sx={{ alignItems: 'baseline', flexWrap: 'wrap', columnGap: 0.75, minWidth: 0 }}>
    {progressShare(campaign)}
    <Typography component="span" variant="body2" sx={{ color: 'text.secondary', fontWeight: 400 }}>
      {progressWords(campaign, doneOf(campaign))}
    </Typography>
  </Stack>
);

const Bar = ({ campaign }: { campaign: Campaign }) => (
  <Box sx={{ pt: '5px', pb: '5px' }}>
    <ProgressBar campaign={campaign} />
  </Box>
);
