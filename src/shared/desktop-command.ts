/** What the desktop program asks of its page: from the menu, the tray, a notification, or a file that was opened with it. */
import * as z from 'zod';

/** An address of our own screens, as it stands behind the `#`. */
const Address = z
  .string()
  .max(500)
  .regex(/^\/(?!\/)[\w\-/?=&%.]*$/);

export const DesktopCommand = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('go'), address: Address }),
  z.strictObject({ kind: z.literal('pause-all') }),
  z.strictObject({ kind: z.literal('resume-all') }),
  /** A list that was opened with the program. */
  z.strictObject({ kind: z.literal('file'), fileToken: z.string().min(1).max(100), fileName: z.string().min(1).max(255) }),
  /** The page before this one ended by a fault. */
  z.strictObject({ kind: z.literal('shown-anew') }),
]);
export type DesktopCommand = z.infer<typeof DesktopCommand>;
