import { expect, it } from 'vitest';
import { argumentsAgain, fileAgain } from './start-again-view.ts';

it.each([
  [['ringmaster'], []],
  [
    ['ringmaster', '--data-dir', '/data', '--port', '4700'],
    ['--data-dir', '/data', '--port', '4700'],
  ],
  [['electron', '.', '--hidden', 'people.csv'], ['.']],
])('%j starts again with %j', (argv, again) => {
  expect(argumentsAgain(argv)).toEqual(again);
});

it.each([
  [true, '/home/ada/Ringmaster.AppImage', '/home/ada/Ringmaster.AppImage'],
  [true, undefined, null],
  [true, '', null],
  // Whoever works on it may do so from within some other AppImage.
  [false, '/opt/editor.AppImage', null],
])('packaged %s, as an AppImage %s: %s', (isPackaged, APPIMAGE, file) => {
  expect(fileAgain(isPackaged, { APPIMAGE })).toBe(file);
});
