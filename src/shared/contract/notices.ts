/** Notices: what a person must be told and what a reload must not lose. */
import * as z from 'zod';
import { Id, Instant, route } from './base.ts';

export const Notice = z
  .object({
    id: Id,
    /** Told to everyone; an admin closes it for all. */
    forEveryone: z.boolean(),
    campaignId: Id.nullable(),
    level: z.enum(['info', 'warning', 'error']),
    code: z.string(),
    sentence: z.string(),
    at: Instant,
  })
  .meta({ id: 'Notice' });
export type Notice = z.infer<typeof Notice>;

const tags = ['notices'];

export const noticesContract = {
  list: route
    .route({ method: 'GET', path: '/notices', tags, summary: 'Notices that are open, the latest first' })
    .input(z.strictObject({}).optional())
    .output(z.object({ notices: z.array(Notice) })),
  close: route
    .route({ method: 'POST', path: '/notices/{id}/close', tags, summary: 'Close a notice that was read' })
    .input(z.strictObject({ id: Id }))
    .output(z.object({ message: z.string() })),
};
