/** npm run restore -- DIR [FILE]: lists the daily copies, or puts FILE (a path, or a copy's name) in place. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { backupsFolder, listBackups, restore } from '../../data/backup.ts';
import { command, print, withDirectoryFirst } from './command.ts';

function listCopies(dataDir: string): void {
  const copies = listBackups(dataDir);
  if (copies.length === 0) return print(`There is no copy in ${backupsFolder(dataDir)}. Name the file to restore.`);
  print('Name the copy to restore:');
  for (const name of copies) print(`  ${name}`);
}

await command((given) => {
  const {
    dataDir,
    rest: [file],
  } = withDirectoryFirst(given);
  if (file === undefined) return listCopies(dataDir);
  const named = join(backupsFolder(dataDir), file);
  const aside = restore(dataDir, existsSync(named) ? named : resolve(file), Date.now());
  print(aside === null ? 'Restored.' : `Restored. What was there before is kept as ${aside}`);
});
