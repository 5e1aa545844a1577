/** Starting with the session where the system keeps a list of its own. Electron's own part is stood in for. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { keepOpenAtLogin, setOpenAtLogin } from '../../src/main/hosts/desktop/login.ts';
import { silentLogger } from '../../src/main/ports/host.ts';

const electron = vi.hoisted(() => ({ isPackaged: true, entered: [] as unknown[] }));
vi.mock('electron', () => ({
  app: {
    get isPackaged() {
      return electron.isPackaged;
    },
    setLoginItemSettings: (settings: unknown) => void electron.entered.push(settings),
  },
}));

const own = process.platform;
const on = (platform: string) => Object.defineProperty(process, 'platform', { value: platform });

beforeEach(() => {
  electron.isPackaged = true;
  electron.entered.length = 0;
});
afterEach(() => on(own));

it.each(['win32', 'darwin'])('enters it hidden, and takes it out again, on %s', (platform) => {
  on(platform);
  setOpenAtLogin(true, silentLogger);
  setOpenAtLogin(false, silentLogger);
  expect(electron.entered).toEqual([
    { openAtLogin: true, args: ['--hidden'] },
    { openAtLogin: false, args: ['--hidden'] },
  ]);
});

it('enters nothing that runs from its sources', () => {
  on('win32');
  electron.isPackaged = false;
  setOpenAtLogin(true, silentLogger);
  expect(electron.entered).toEqual([]);
});

it('leaves what somebody changed in the system’s own list', () => {
  on('win32');
  keepOpenAtLogin(true, silentLogger);
  expect(electron.entered).toEqual([]);
});
