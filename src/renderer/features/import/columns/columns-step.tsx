import WarningAmberOutlined from '@mui/icons-material/WarningAmberOutlined';
import { Alert, Box, Button, Stack } from '@mui/material';
import type { Import } from '../../../../shared/contract/imports.ts';
import { Fault } from '../../../components/fault.tsx';
import { columnsWords, wizardWords } from '../../../words/import.ts';
import { useReadAgain } from '../read-again.ts';
import { BackButton, Gap, SIDE_BY_SIDE, StepFrame } from '../step-frame.tsx';
import { giveUp, goTo } from '../taking.ts';
import { hasPhoneColumn, mapped } from './column-mapping.ts';
import { ColumnsTable } from './columns-table.tsx';
import { ReadingPanel } from './reading-panel.tsx';

/** What each column was taken for, and how the file was read: shown, so that nothing is guessed in silence, and to be changed. */
export function ColumnsStep({ checked, busy: isReading }: { checked: Import; busy: boolean }) {
  const again = useReadAgain();
  const busy = isReading || again.busy;
  const isUsable = hasPhoneColumn(checked.columns);
  return (
    <StepFrame
      name={wizardWords.steps.columns}
      busy={busy}
      onSubmit={() => isUsable && goTo('check')}
      footer={
        <>
          <BackButton onClick={() => goTo('file')}>{wizardWords.backTo.file}</BackButton>
          <Button variant="text" onClick={giveUp}>
            {wizardWords.giveUp}
          </Button>
          <Gap />
          <Button type="submit" variant="contained" color="primary" disabled={!isUsable || busy}>
            {wizardWords.toCheck}
          </Button>
        </>
      }
    >
      <Stack sx={{ gap: 2 }}>
        {!isUsable && (
          <Alert severity="warning" icon={<WarningAmberOutlined />}>
            {columnsWords.noPhone}
          </Alert>
        )}
        <Fault error={again.error} />
        <Box sx={SIDE_BY_SIDE}>
          <ColumnsTable
            columns={checked.columns}
            remembered={checked.remembered}
            busy={busy}
            onMap={(column, field) => void again.run({ mapping: mapped(checked.columns, column, field) })}
          />
          <ReadingPanel checked={checked} busy={busy} onRead={(choices) => void again.run(choices)} />
        </Box>
      </Stack>
    </StepFrame>
  );
}
