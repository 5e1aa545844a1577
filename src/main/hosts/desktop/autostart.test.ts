import { expect, it } from 'vitest';
import { autostartEntry, startsHidden } from './autostart.ts';

const execOf = (program: string) => /^Exec=(.*)$/m.exec(autostartEntry(program))?.[1];

it.each([
  ['/opt/Ringmaster/ringmaster', '"/opt/Ringmaster/ringmaster" --hidden'],
  ['/home/ada/my apps/Ringmaster.AppImage', '"/home/ada/my apps/Ringmaster.AppImage" --hidden'],
  // What a session would read as a variable, a command or a field of its own.
  ['/tmp/a"b`c$d%f', String.raw`"/tmp/a\"b\`c\$d%%f" --hidden`],
])('enters %s so that the session starts it hidden', (program, exec) => {
  expect(execOf(program)).toBe(exec);
});

it.each([
  [['ringmaster'], false, false],
  [['ringmaster', '--hidden'], false, true],
  // macOS hands over no arguments and says it by itself.
  [['ringmaster'], true, true],
])('%j, opened at login %s: hidden %s', (argv, wasOpenedAtLogin, isHidden) => {
  expect(startsHidden(argv, wasOpenedAtLogin)).toBe(isHidden);
});
