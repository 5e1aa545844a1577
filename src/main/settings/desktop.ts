/**
 * The settings of the desktop program: a person's own notices, and what the program of this computer does. Stored in part, read
 * whole; the host asks the same functions as the screens.
 */
import { DesktopChange, type DesktopSettings } from '../../shared/contract/desktop.ts';
import { NEWS_KINDS } from '../../shared/domain/desktop-settings.ts';
import type { Actor } from '../data/scope.ts';
import type { Parts } from '../parts.ts';
import { mustBeAdmin } from './must-be-admin.ts';

type Notices = Pick<DesktopSettings, 'notifications' | 'quietHours'>;
type Program = Omit<DesktopSettings, keyof Notices>;

const PROGRAM_KEY = 'desktop';
const noticesKey = (userId: string) => `desktop.notices.${userId}`;

export const DEFAULT_DESKTOP: DesktopSettings = {
  notifications: Object.fromEntries(NEWS_KINDS.map((kind) => [kind, true])) as DesktopSettings['notifications'],
  quietHours: { on: false, from: '20:00', to: '08:00' },
  openAtLogin: false,
  keepInTray: true,
  updateFeed: '',
};

/** How the program behaves, whoever is signed in. */
export function desktopProgram(parts: Pick<Parts, 'data'>): Program {
  const stored = readStored(parts, PROGRAM_KEY);
  return {
    openAtLogin: stored.openAtLogin ?? DEFAULT_DESKTOP.openAtLogin,
    keepInTray: stored.keepInTray ?? DEFAULT_DESKTOP.keepInTray,
    updateFeed: stored.updateFeed ?? DEFAULT_DESKTOP.updateFeed,
  };
}

/** What a person wants to be told of. */
export function desktopNotices(parts: Pick<Parts, 'data'>, { userId }: Pick<Actor, 'userId'>): Notices {
  const { notifications, quietHours } = readStored(parts, noticesKey(userId));
  return {
    notifications: { ...DEFAULT_DESKTOP.notifications, ...notifications },
    quietHours: { ...DEFAULT_DESKTOP.quietHours, ...quietHours },
  } as Notices;
}

export const readDesktop = (parts: Pick<Parts, 'data'>, actor: Actor): DesktopSettings => ({
  ...desktopNotices(parts, actor),
  ...desktopProgram(parts),
});

/**
 * Changes some of the settings; the others stay.
 * @throws AppError `admins_only` where it is more than one's own notices, and then nothing is changed.
 */
export function changeDesktop(parts: Parts, actor: Actor, change: DesktopChange): DesktopSettings {
  const { notifications, quietHours, ...program } = change;
  if (Object.keys(program).length > 0) mustBeAdmin(actor);
  return parts.data.database.write(() => {
    const now = parts.clock.now();
    const before = readStored(parts, noticesKey(actor.userId));
    if (notifications || quietHours) {
      const notices = { notifications: { ...before.notifications, ...notifications }, quietHours: { ...before.quietHours, ...quietHours } };
      parts.data.settings.writeTx(noticesKey(actor.userId), notices, now);
    }
    if (Object.keys(program).length > 0) {
      parts.data.settings.writeTx(PROGRAM_KEY, { ...readStored(parts, PROGRAM_KEY), ...program }, now);
    }
    return readDesktop(parts, actor);
  });
}

/** What is stored under a key; what makes no sense there counts as never set. */
function readStored({ data }: Pick<Parts, 'data'>, key: string): DesktopChange {
  const stored = DesktopChange.safeParse(data.settings.read(key) ?? {});
  return stored.success ? stored.data : {};
}
