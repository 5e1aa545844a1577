import ErrorOutlined from '@mui/icons-material/ErrorOutlined';
import { Alert, Button } from '@mui/material';
import { told } from '../app/connection/told.ts';
import { common } from '../words/common.ts';

/** What went wrong, in the place that it speaks of: what happened, what to do, and the way to try it again where there is one. */
export function Fault({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  if (error === null || error === undefined) return null;
  const { sentence, details, nextAction } = told(error);
  return (
    <Alert
      severity="error"
      icon={<ErrorOutlined />}
      action={
        onRetry && (
          <Button size="small" onClick={onRetry}>
            {common.tryAgain}
          </Button>
        )
      }
    >
      {[sentence, ...details, nextAction].filter(Boolean).join(' ')}
    </Alert>
  );
}
