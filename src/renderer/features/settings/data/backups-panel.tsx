import { Box, Button, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import type { Backup, DataState } from '../../../../shared/contract/data.ts';
import { api } from '../../../app/connection/client.ts';
import { say } from '../../../app/toasts.tsx';
import { mono } from '../../../app/theme/tokens.ts';
import { Fault } from '../../../components/fault.tsx';
import { NothingHere } from '../../../components/nothing-here.tsx';
import { Panel } from '../../../components/panel.tsx';
import { useNow } from '../../../lib/use-now.ts';
import { useTask } from '../../../lib/use-task.ts';
import { dataWords, sizeInWords } from '../../../words/settings/data.ts';
import { CopyIcon } from '../form/copy-button.tsx';
import { whenItWas } from '../when-it-was.ts';

/** Copies of the database: those there are, one more now, and how to go back to one. */
export function BackupsPanel({ data: { backups, backupsKept, paths }, onMade }: { data: DataState; onMade: () => void }) {
  const backUp = useTask(async () => {
    const { backup } = await api.data.backUp({});
    say(dataWords.backedUp(sizeInWords(backup.bytes)));
    onMade();
  });
  const [latest] = backups;
  return (
    <Panel
      title={dataWords.copies}
      note={dataWords.copiesNote(backupsKept)}
      actions={
        <Button size="small" loading={backUp.busy} onClick={() => void backUp.run()}>
          {dataWords.backUp}
        </Button>
      }
    >
      <Fault error={backUp.error} />
      {backups.length === 0 ? <NothingHere>{dataWords.noCopies}</NothingHere> : <Copies backups={backups} />}
      {latest && <Restore command={dataWords.restoreCommand(paths.folder, latest.name)} />}
    </Panel>
  );
}

function Copies({ backups }: { backups: readonly Backup[] }) {
  const now = useNow();
  return (
    <Table aria-label={dataWords.copiesTable}>
      <TableHead>
        <TableRow>
          <TableCell sx={{ width: 176 }}>{dataWords.madeAt}</TableCell>
          <TableCell>{dataWords.file}</TableCell>
          <TableCell align="right" sx={{ width: 104 }}>
            {dataWords.bytes}
          </TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {backups.map(({ name, madeAt, bytes }) => (
          <TableRow key={name}>
            <TableCell sx={{ fontWeight: 500, fontVariantNumeric: 'tabular-nums' }}>{whenItWas(madeAt, now)}</TableCell>
            <TableCell sx={{ fontFamily: mono, fontSize: 12, color: 'text.secondary' }}>{name}</TableCell>
            <TableCell align="right" sx={{ color: 'text.secondary' }}>
              {sizeInWords(bytes)}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

/** In words: whoever restores must have closed the program, and with it this screen. */
function Restore({ command }: { command: string }) {
  return (
    <Box sx={{ p: 2, borderTop: 1, borderColor: 'divider' }}>
      <Typography component="h3" variant="subtitle2">
        {dataWords.restore}
      </Typography>
      <Typography variant="body2" sx={{ mt: 0.25, maxWidth: 640, color: 'text.secondary' }}>
        {dataWords.restoreWhat}
      </Typography>
      <Box
        sx={{
          display: 'flex',
          alignItems: 'center',
          gap: 1,
          mt: 1,
          pl: 1.5,
          border: 1,
          borderColor: 'divider',
          borderRadius: '8px',
          bgcolor: 'background.sunken',
        }}
      >
        <Box component="code" sx={{ flex: 1, minWidth: 0, py: 1, fontFamily: mono, fontSize: 12, overflowWrap: 'anywhere' }}>
          {command}
        </Box>
        <CopyIcon text={command} of={dataWords.restoreThis} />
      </Box>
    </Box>
  );
}
