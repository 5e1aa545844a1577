import WarningAmberOutlined from '@mui/icons-material/WarningAmberOutlined';
import { Alert, Box, Button, Card, Dialog, DialogActions, DialogContent, DialogTitle, Stack } from '@mui/material';
import { useId } from 'react';
import { api as words } from '../../../words/settings/api.ts';
import { CopyRow } from '../form/copy-row.tsx';
import { CopyButton } from '../form/copy-button.tsx';
import { baseOf, firstCall } from './first-call.ts';

export interface Made {
  name: string;
  secret: string;
}

interface SecretDialogProps {
  made: Made;
  /** The base before `/api`; null where REST is off. */
  url: string | null;
  onClose: () => void;
}

/** Shows the secret of a token, this once. It closes by its button alone: a slip must not take away what cannot be shown again. */
export function SecretDialog({ made: { name, secret }, url, onClose }: SecretDialogProps) {
  const titleId = useId();
  return (
    <Dialog open fullWidth maxWidth="sm" aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{words.secretTitle(name)}</DialogTitle>
      <DialogContent>
        <Stack sx={{ gap: 2 }}>
          <Alert severity="warning" icon={<WarningAmberOutlined />}>
            {words.secretOnce}
          </Alert>
          <Card>
            <Box component="dl" sx={{ m: 0 }}>
              <CopyRow word={words.secret} text={secret} />
              {url !== null && <CopyRow word={words.secretCall} text={firstCall(baseOf(url), secret)} />}
            </Box>
          </Card>
        </Stack>
      </DialogContent>
      <DialogActions>
        <CopyButton text={secret}>{words.copyToken}</CopyButton>
        <Button variant="contained" color="primary" onClick={onClose}>
          {words.kept}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
