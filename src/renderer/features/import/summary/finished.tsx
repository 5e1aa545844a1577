import { Button, Stack, Tooltip, Typography } from '@mui/material';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Campaign } from '../../../../shared/contract/campaigns.ts';
import type { Import } from '../../../../shared/contract/imports.ts';
import { whenInWords } from '../../../../shared/domain/time-words.ts';
import { api } from '../../../app/connection/client.ts';
import { useLive } from '../../../app/live/live-store.ts';
import { AskDialog } from '../../../components/ask-dialog.tsx';
import { Mark } from '../../../components/mark.tsx';
import { type Stat, StatStrip } from '../../../components/stat-strip.tsx';
import { number, viewerZone } from '../../../lib/format.ts';
import { useNow } from '../../../lib/use-now.ts';
import { useTask } from '../../../lib/use-task.ts';
import { counts, summaryWords } from '../../../words/import.ts';
import { MARKS, stateWord } from '../../campaigns/campaign-state.ts';
import { DownloadRefused } from '../check/download-refused.tsx';
import { RowsPanel } from '../check/rows-panel.tsx';
import { doneTaking, putTaken } from '../taking.ts';
import { Spoken } from '../../../components/spoken.tsx';

/** The campaign is made: what became of every row, the way to it, and the way back. */
export function Finished({ taken }: { taken: Import }) {
  const campaign = useLive(({ campaigns }) => (taken.campaignId === null ? undefined : campaigns.get(taken.campaignId)));
  const title = summaryWords.title(campaign?.name ?? taken.fileName, taken.added);
  return (
    <Stack
      role="group"
      aria-label={summaryWords.strip}
      // What scrolls must be reached by keyboard.
      tabIndex={0}
      sx={{ flex: 1, minHeight: 0, overflow: 'auto', px: 3, py: 2.5, gap: 2, '&:focus-visible': { outlineOffset: '-2px' } }}
    >
      <Stack sx={{ gap: 0.5 }}>
        <Typography variant="h2" sx={{ fontSize: 20, lineHeight: '28px', overflowWrap: 'anywhere' }}>
          {title}
        </Typography>
        <Spoken unseen words={title} />
        {campaign && <State campaign={campaign} />}
      </Stack>
      <StatStrip label={summaryWords.strip} stats={statsOf(taken)} />
      <Remarks taken={taken} />
      <Stack direction="row" sx={{ gap: 1 }}>
        <Button variant="contained" color="primary" component={Link} href={`/campaign/${taken.campaignId ?? ''}`}>
          {summaryWords.open}
        </Button>
        {campaign && <Undo taken={taken} campaign={campaign} />}
        <DownloadRefused taken={taken} variant="outlined" size="medium">
          {summaryWords.downloadRefused}
        </DownloadRefused>
        <Button variant="text" onClick={doneTaking}>
          {summaryWords.another}
        </Button>
      </Stack>
      {taken.warnings > 0 && <RowsPanel taken={taken} kind="warning" version={0} busy={false} />}
    </Stack>
  );
}

function statsOf({ rows, imported, known, duplicates, invalid }: Import): Stat[] {
  const told = { imported, known, skipped: duplicates, refused: invalid };
  return Object.entries(told).map(([name, value]) => {
    const { word, note } = summaryWords[name as keyof typeof told];
    return { label: word, value: number(value), note: `${note}, ${summaryWords.total(rows)}` };
  });
}

function State({ campaign }: { campaign: Campaign }) {
  const now = useNow();
  const { status, nextCallAt } = campaign;
  const next = nextCallAt && campaign.callsUp === 0 ? summaryWords.next(whenInWords(nextCallAt.getTime(), now, viewerZone())) : '';
  return (
    <Typography variant="body2" component="div" sx={{ color: 'text.secondary' }}>
      <Mark of={MARKS[status]} word={`${stateWord(campaign)}.`} /> {status === 'draft' ? summaryWords.draft : next}
    </Typography>
  );
}

function Remarks({ taken: { doNotCall, warnings } }: { taken: Import }) {
  const told = [doNotCall > 0 ? counts.doNotCall(doNotCall) : '', warnings > 0 ? counts.warned(warnings) : ''].filter(Boolean);
  if (told.length === 0) return null;
  return (
    <Stack sx={{ gap: 0.5 }}>
      {told.map((sentence) => (
        <Typography key={sentence} variant="body2" sx={{ color: 'text.secondary' }}>
          {sentence}
        </Typography>
      ))}
    </Stack>
  );
}

/** Takes the whole import back, as long as nobody of it was called. */
function Undo({ taken, campaign }: { taken: Import; campaign: Campaign }) {
  const [asked, setAsked] = useState(false);
  const undo = useTask(async () => {
    putTaken((await api.imports.undo({ id: taken.id })).import);
    setAsked(false);
  });
  const wasCalled = campaign.callsUp + campaign.processing + campaign.completedCalls > 0;
  return (
    <>
      <Tooltip title={wasCalled ? summaryWords.undoCalled : ''}>
        <span>
          <Button disabled={wasCalled} onClick={() => setAsked(true)}>
            {summaryWords.undo}
          </Button>
        </span>
      </Tooltip>
      {asked && (
        <AskDialog
          red
          title={summaryWords.undoTitle(taken.fileName)}
          keep={summaryWords.keep}
          confirm={summaryWords.undo}
          task={undo}
          onClose={() => setAsked(false)}
        >
          <Typography>{summaryWords.undoWhat(taken.added, taken.imported)}</Typography>
        </AskDialog>
      )}
    </>
  );
}
