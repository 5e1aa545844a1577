import FileDownloadOutlined from '@mui/icons-material/FileDownloadOutlined';
import { Box, Button, Typography } from '@mui/material';
import { ask } from '../../../app/connection/send-file.ts';
import { Fault } from '../../../components/fault.tsx';
import { Panel } from '../../../components/panel.tsx';
import { saveAs } from '../../../lib/save-as.ts';
import { useTask } from '../../../lib/use-task.ts';
import { dataWords } from '../../../words/settings/data.ts';

/** Everything that is one's own, as files. */
export function TakeAlongPanel() {
  return (
    <Panel title={dataWords.takeAlong}>
      <Box sx={{ p: 2 }}>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {dataWords.takeAlongWhat}
        </Typography>
      </Box>
      <Download what={dataWords.contacts} button={dataWords.contactsButton} path="api/contacts/export" fileName="contacts.csv" />
      <Download what={dataWords.calls} button={dataWords.callsButton} path="api/calls/export" fileName="calls.csv" />
    </Panel>
  );
}

function Download({ what, button, path, fileName }: { what: string; button: string; path: string; fileName: string }) {
  const download = useTask(async () => saveAs(fileName, await ask(path, {}).then((response) => response.text())));
  return (
    <Box sx={{ borderTop: 1, borderColor: 'line.row', px: 2, py: 1 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, minHeight: 32 }}>
        <Typography variant="body2" sx={{ flex: 1 }}>
          {what}
        </Typography>
        <Button startIcon={<FileDownloadOutlined />} loading={download.busy} onClick={() => void download.run()}>
          {button}
        </Button>
      </Box>
      <Fault error={download.error} />
    </Box>
  );
}
