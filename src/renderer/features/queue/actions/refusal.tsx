import ErrorOutlined from '@mui/icons-material/ErrorOutlined';
import { Alert, Button } from '@mui/material';
import type { RefusedItem } from '../../../../shared/contract/queue.ts';
import { whenInWords } from '../../../../shared/domain/time-words.ts';
import { useNow } from '../../../lib/use-now.ts';
import { timeWords } from '../../../words/queue-actions.ts';
import { nextAllowed, sentenceOf } from './refusals.ts';

interface RefusalProps {
  refusal: RefusedItem | null;
  timeZone: string;
  busy: boolean;
  /** Where another time is a way out: does it at that time. */
  onTime?: (at: Date) => void;
}

/** Why it was not done for the one it was asked for, and the next allowed time in one click. */
export function Refusal({ refusal, timeZone, busy, onTime }: RefusalProps) {
  const now = useNow();
  if (refusal === null) return null;
  const next = nextAllowed(refusal);
  return (
    <Alert
      severity="error"
      icon={<ErrorOutlined />}
      action={
        onTime &&
        next && (
          <Button size="small" disabled={busy} onClick={() => onTime(next)} sx={{ whiteSpace: 'nowrap' }}>
            {timeWords.useNext(whenInWords(next.getTime(), now, timeZone))}
          </Button>
        )
      }
    >
      {sentenceOf(refusal)}
    </Alert>
  );
}
