/** npm run backup -- DIR [FILE]: a copy of the data now, beside a running program or without one. */
import { join, resolve } from 'node:path';
import { backupName, backupsFolder, backUpDirectory } from '../../data/backup.ts';
import { command, print, withDirectoryFirst } from './command.ts';

await command(async (given) => {
  const {
    dataDir,
    rest: [file],
  } = withDirectoryFirst(given);
  const target = file === undefined ? join(backupsFolder(dataDir), backupName(Date.now())) : resolve(file);
  await backUpDirectory(dataDir, target);
  print(target);
});
