/** One's own notifications as their form holds them, and what is sent of them. */
import type { DesktopChange, DesktopSettings } from '../../../../shared/contract/desktop.ts';
import { NEWS_KINDS, type NewsKind } from '../../../../shared/domain/desktop-settings.ts';
import { clockMinutes } from '../../../lib/clock-time.ts';
import type { FieldErrors } from '../../../lib/field-errors.ts';
import { notices as words } from '../../../words/settings/desktop.ts';

export type NoticesValues = Record<NewsKind, boolean> & { isQuiet: boolean; quietFrom: string; quietTo: string };

export const noticesOf = ({ notifications, quietHours }: DesktopSettings): NoticesValues => ({
  ...notifications,
  isQuiet: quietHours.on,
  quietFrom: quietHours.from,
  quietTo: quietHours.to,
});

export function noticesErrors({ isQuiet, quietFrom, quietTo }: NoticesValues): FieldErrors<NoticesValues> {
  if (!isQuiet) return {};
  return {
    ...(clockMinutes(quietFrom) === null && { quietFrom: words.aTime }),
    ...(clockMinutes(quietTo) === null && { quietTo: words.aTime }),
  };
}

/** Only what was changed; hours that make no sense are not sent while they do not count. */
export function noticesChange(changes: Partial<NoticesValues>): DesktopChange {
  const { isQuiet, quietFrom, quietTo } = changes;
  const isTime = (text: string | undefined): text is string => text !== undefined && clockMinutes(text) !== null;
  const notifications = Object.fromEntries(NEWS_KINDS.flatMap((kind) => (changes[kind] === undefined ? [] : [[kind, changes[kind]]])));
  const quietHours = {
    ...(isQuiet !== undefined && { on: isQuiet }),
    ...(isTime(quietFrom) && { from: quietFrom }),
    ...(isTime(quietTo) && { to: quietTo }),
  };
  return { notifications, quietHours };
}
