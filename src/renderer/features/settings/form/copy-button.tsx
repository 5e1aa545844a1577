import ContentCopyOutlined from '@mui/icons-material/ContentCopyOutlined';
import { Button, IconButton, Tooltip } from '@mui/material';
import { say, sayFault } from '../../../app/toasts.tsx';
import { common } from '../../../words/common.ts';
import { settings } from '../../../words/settings/common.ts';

const copy = (text: string) => void navigator.clipboard.writeText(text).then(() => say(common.copied), sayFault);

/** Copies a text that stands beside it. */
export function CopyIcon({ text, of }: { text: string; of: string }) {
  return (
    <Tooltip title={settings.copy}>
      <IconButton aria-label={settings.copyOf(of)} onClick={() => copy(text)}>
        <ContentCopyOutlined />
      </IconButton>
    </Tooltip>
  );
}

/** Copies a text, said in words. */
export function CopyButton({ text, children }: { text: string; children: string }) {
  return (
    <Button startIcon={<ContentCopyOutlined />} onClick={() => copy(text)}>
      {children}
    </Button>
  );
}
