/**
 * What the desktop program does beside its window. Which notices one wants is one's own; how the program of this computer behaves
 * is for an admin to say.
 */
import * as z from 'zod';
import { NEWS_KINDS } from '../domain/desktop-settings.ts';
import { ClockTime, route } from './base.ts';

const Switches = z.strictObject(
  Object.fromEntries(NEWS_KINDS.map((kind) => [kind, z.boolean()])) as Record<(typeof NEWS_KINDS)[number], z.ZodBoolean>,
);

/** By the clock of the computer; may go over midnight. Equal times: the whole day. */
const QuietHours = z.strictObject({ on: z.boolean(), from: ClockTime, to: ClockTime });

/** Where updates are looked for: `https` only, since what lies there is run. Empty: nowhere. */
const FeedAddress = z
  .string()
  .trim()
  .max(2_000)
  .refine((text) => text === '' || isFeedAddress(text), 'Write the address as https://updates.example.com/ringmaster.');

function isFeedAddress(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && url.protocol === 'https:' && url.username === '' && url.password === '' && url.hash === '';
}

const own = { notifications: Switches, quietHours: QuietHours };
const program = { openAtLogin: z.boolean(), keepInTray: z.boolean(), updateFeed: FeedAddress };

export const DesktopSettings = z.strictObject({ ...own, ...program }).meta({ id: 'DesktopSettings' });
export type DesktopSettings = z.infer<typeof DesktopSettings>;

/** What is left out of a change stays as it was. */
export const DesktopChange = z.strictObject({ notifications: Switches.partial(), quietHours: QuietHours.partial(), ...program }).partial();
export type DesktopChange = z.infer<typeof DesktopChange>;

const tags = ['settings'];

export const desktopContract = {
  get: route
    .route({ method: 'GET', path: '/settings/desktop', tags, summary: "Read one's own notifications and how the desktop program behaves" })
    .input(z.strictObject({}).optional())
    .output(z.object({ desktop: DesktopSettings })),
  change: route
    .route({
      method: 'PUT',
      path: '/settings/desktop',
      tags,
      summary: "Change one's own notifications, and, for admins, how the desktop program behaves; what is left out stays",
    })
    .input(DesktopChange)
    .output(z.object({ desktop: DesktopSettings })),
};
