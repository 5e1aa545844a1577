import Check from '@mui/icons-material/Check';
import ContentCopyOutlined from '@mui/icons-material/ContentCopyOutlined';
import { Box, Button, Checkbox, FormControlLabel, Stack, Tooltip } from '@mui/material';
import { useState } from 'react';
import { mono } from '../app/theme/tokens.ts';
import { firstRun } from '../words/account.ts';
import { common } from '../words/common.ts';
import { Spoken } from './spoken.tsx';

interface RecoveryCodeProps {
  code: string;
  /** What the button says that goes on. */
  onward: string;
  onKept: () => void;
}

/** The recovery code, shown once: to copy, and to leave only when it is kept. */
export function RecoveryCode({ code, onward, onKept }: RecoveryCodeProps) {
  const [kept, setKept] = useState(false);
  return (
    <Stack component="form" noValidate onSubmit={(event) => (event.preventDefault(), kept && onKept())} sx={{ gap: 3 }}>
      <Stack
        direction="row"
        sx={{ alignItems: 'center', gap: 2, p: 2, border: 1, borderColor: 'divider', borderRadius: '8px', bgcolor: 'background.paper' }}
      >
        <Box
          component="output"
          aria-label={firstRun.codeTitle}
          sx={{ flex: 1, fontFamily: mono, fontSize: 18, lineHeight: '28px', userSelect: 'all' }}
        >
          {code}
        </Box>
        <CopyButton text={code} />
      </Stack>
      <FormControlLabel control={<Checkbox checked={kept} onChange={(_, checked) => setKept(checked)} />} label={firstRun.kept} />
      <Box sx={{ alignSelf: 'flex-end' }}>
        <Tooltip title={kept ? '' : firstRun.tickFirst}>
          <span>
            <Button type="submit" size="large" variant="contained" color="primary" disabled={!kept}>
              {onward}
            </Button>
          </span>
        </Tooltip>
      </Box>
    </Stack>
  );
}

function CopyButton({ text }: { text: string }) {
  const [copied, setCopied] = useState(false);
  const copy = () => {
    // Where the clipboard is refused the code can still be selected: it is one click wide.
    void navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <>
      <Button startIcon={copied ? <Check /> : <ContentCopyOutlined />} onClick={copy}>
        {copied ? common.copied : firstRun.copy}
      </Button>
      <Spoken unseen words={copied ? common.copied : ''} />
    </>
  );
}
