/** npm run backup -- [--data-dir DIR] [FILE]: a copy of the data now, beside a running program or without one. */
import { mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { backupName, backupsFolder, backUpDirectory } from '../../data/backup.ts';
import { command, print } from './command.ts';

await command(async ({ dataDir, rest: [file] }) => {
  const target = file === undefined ? join(backupsFolder(dataDir), backupName(Date.now())) : resolve(file);
  mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
  await backUpDirectory(dataDir, target);
  print(target);
});
