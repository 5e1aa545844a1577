import { Box, Button, Checkbox, FormControlLabel, LinearProgress, Typography } from '@mui/material';
import { useEffect, useId, useState } from 'react';
import type { PracticeClearing, PracticeState } from '../../../../shared/contract/data.ts';
import { api } from '../../../app/connection/client.ts';
import { AskDialog } from '../../../components/ask-dialog.tsx';
import { Panel } from '../../../components/panel.tsx';
import { useNow } from '../../../lib/use-now.ts';
import { useTask } from '../../../lib/use-task.ts';
import { dataWords } from '../../../words/settings/data.ts';
import { Spoken } from '../../../components/spoken.tsx';

interface PracticePanelProps {
  practice: PracticeState;
  /** Reads it anew. */
  onChange: () => void;
}

/** What was only practice, and the one button that clears it. */
export function PracticePanel({ practice, onChange }: PracticePanelProps) {
  const [asks, setAsks] = useState(false);
  const { clearing, campaigns, people, calls, running } = practice;
  const isSomething = campaigns + people + calls + running > 0;
  return (
    <Panel title={dataWords.practice}>
      {clearing ? (
        <Progress clearing={clearing} onLook={onChange} />
      ) : (
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, p: 2 }}>
          <Typography variant="body2" sx={{ flex: 1, color: 'text.secondary' }}>
            {isSomething
              ? [dataWords.practiceWhat(practice), running > 0 && dataWords.practiceRuns(running)].filter(Boolean).join(' ')
              : dataWords.practiceNothing}
          </Typography>
          <Button color="error" disabled={!isSomething} onClick={() => setAsks(true)}>
            {dataWords.clear}
          </Button>
        </Box>
      )}
      {asks && (
        <ClearDialog
          practice={practice}
          onClose={() => {
            setAsks(false);
            onChange();
          }}
        />
      )}
    </Panel>
  );
}

function Progress({ clearing, onLook }: { clearing: PracticeClearing; onLook: () => void }) {
  const labelId = useId();
  const now = useNow();
  // It tells nobody of its steps: whoever watches looks once a second.
  useEffect(onLook, [now, onLook]);
  return (
    <Box sx={{ p: 2 }}>
      <Typography id={labelId} variant="subtitle2">
        {dataWords.clearing}
      </Typography>
      <LinearProgress aria-labelledby={labelId} sx={{ my: 1 }} />
      <Typography variant="body2" sx={{ color: 'text.secondary', fontVariantNumeric: 'tabular-nums' }}>
        <Spoken words={[dataWords.cleared(clearing), clearing.waiting && dataWords.waiting].filter(Boolean).join(' ')} />
      </Typography>
    </Box>
  );
}

function ClearDialog({ practice, onClose }: { practice: PracticeState; onClose: () => void }) {
  const [includeRunning, setIncludeRunning] = useState(false);
  const task = useTask(async () => {
    await api.data.clearPractice({ includeRunning });
    onClose();
  });
  return (
    <AskDialog title={dataWords.clearTitle} keep={dataWords.keep} confirm={dataWords.clearIt} red task={task} onClose={onClose}>
      <Typography>{dataWords.clearWhat(practice)}</Typography>
      <Typography>{dataWords.clearStays}</Typography>
      {practice.running > 0 && (
        <FormControlLabel
          control={<Checkbox checked={includeRunning} onChange={(_, include) => setIncludeRunning(include)} />}
          label={dataWords.clearRunning(practice.running)}
          sx={{ alignItems: 'flex-start' }}
        />
      )}
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {dataWords.clearHow}
      </Typography>
    </AskDialog>
  );
}
