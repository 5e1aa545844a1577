import InfoOutlined from '@mui/icons-material/InfoOutlined';
import { Box, Button, Link, Stack, Tooltip, Typography } from '@mui/material';
import { useState } from 'react';
import type { Import, ImportRowKind } from '../../../../shared/contract/imports.ts';
import { NARROW } from '../../../app/theme/tokens.ts';
import { Fault } from '../../../components/fault.tsx';
import { counts, wizardWords } from '../../../words/import.ts';
import { useReadAgain } from '../read-again.ts';
import { BackButton, Gap, SIDE_BY_SIDE, StepFrame } from '../step-frame.tsx';
import { giveUp, goTo, type Taking } from '../taking.ts';
import { CountStrip } from './count-strip.tsx';
import { FixPanel } from './fix-panel.tsx';
import { RowsPanel } from './rows-panel.tsx';

const ROWS_AND_FIXES = {
  ...SIDE_BY_SIDE,
  flex: 1,
  minHeight: 0,
  gridTemplateRows: 'minmax(0, 1fr)',
  alignItems: 'stretch',
  [NARROW]: { ...SIDE_BY_SIDE[NARROW], flex: 'none', gridTemplateRows: 'minmax(0, 360px) auto' },
} as const;

/** What becomes of every row, before anything is written; what is refused, and how it can be mended. */
export function CheckStep({ taking, checked, busy: isReading }: { taking: Taking; checked: Import; busy: boolean }) {
  const [shown, setShown] = useState<ImportRowKind>(checked.invalid > 0 ? 'invalid' : 'new');
  const again = useReadAgain();
  const busy = isReading || again.busy;
  const people = checked.imported + checked.known;
  return (
    <StepFrame
      fixed
      name={wizardWords.steps.check}
      busy={busy}
      onSubmit={() => people > 0 && goTo('settings')}
      footer={
        <>
          <BackButton onClick={() => goTo('columns')}>{wizardWords.backTo.columns}</BackButton>
          <Button variant="text" onClick={giveUp}>
            {wizardWords.giveUp}
          </Button>
          <Gap />
          {checked.doNotCall > 0 && <Barred count={checked.doNotCall} />}
          <Tooltip title={people === 0 ? wizardWords.nobody : ''}>
            <span>
              <Button type="submit" variant="contained" color="primary" disabled={busy || people === 0}>
                {wizardWords.toSettings(people)}
              </Button>
            </span>
          </Tooltip>
        </>
      }
    >
      <Stack sx={{ gap: 2, flex: 1, minHeight: 480, [NARROW]: { flex: 'none' } }}>
        <CountStrip checked={checked} shown={shown} onShow={setShown} />
        <Fault error={again.error} />
        {checked.warnings > 0 && (
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {counts.warnings(checked.warnings)}{' '}
            <Link component="button" type="button" variant="body2" aria-pressed={shown === 'warning'} onClick={() => setShown('warning')}>
              {counts.showWarnings}
            </Link>
          </Typography>
        )}
        <Box sx={ROWS_AND_FIXES}>
          <RowsPanel taken={checked} kind={shown} version={taking.checks} busy={busy} />
          <FixPanel checked={checked} busy={busy} onRead={(choices) => void again.run(choices)} />
        </Box>
      </Stack>
    </StepFrame>
  );
}

function Barred({ count }: { count: number }) {
  return (
    <Stack direction="row" sx={{ alignItems: 'center', justifyContent: 'flex-end', flex: '1 1 200px', gap: 0.75, mr: 1, minWidth: 0 }}>
      <InfoOutlined aria-hidden sx={{ fontSize: 16, color: 'text.tertiary' }} />
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {counts.doNotCall(count)}
      </Typography>
    </Stack>
  );
}
