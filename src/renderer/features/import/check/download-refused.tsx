import FileDownloadOutlined from '@mui/icons-material/FileDownloadOutlined';
import { Button, type ButtonProps } from '@mui/material';
import type { Import } from '../../../../shared/contract/imports.ts';
import { ask } from '../../../app/connection/send-file.ts';
import { sayFault } from '../../../app/toasts.tsx';
import { saveAs } from '../../../lib/save-as.ts';
import { useTask } from '../../../lib/use-task.ts';
import { rowsWords } from '../../../words/import.ts';

/** All refused rows, however many, to be mended and taken again: the engine writes them, over HTTP. */
export function DownloadRefused({
  taken: { refusedUrl, fileName },
  children = rowsWords.download,
  ...look
}: { taken: Import; children?: string } & Pick<ButtonProps, 'variant' | 'size'>) {
  const download = useTask(async () => {
    if (refusedUrl === null) return;
    try {
      const text = await ask(refusedUrl.replace(/^\//, ''), {}).then((response) => response.text());
      saveAs(fileName.replace(/(\.[^.]+)?$/, '-refused.csv'), text);
    } catch (error) {
      sayFault(error);
    }
  });
  if (refusedUrl === null) return null;
  return (
    <Button
      size="small"
      variant="text"
      {...look}
      startIcon={<FileDownloadOutlined />}
      loading={download.busy}
      onClick={() => void download.run()}
    >
      {children}
    </Button>
  );
}
