/** What the engine refused in a form, by the field it speaks of. */
import { ORPCError } from '@orpc/client';
import * as z from 'zod';

const Body = z.object({ details: z.array(z.object({ path: z.string(), message: z.string() })) });
const Issues = z.object({ issues: z.array(z.object({ path: z.array(z.union([z.string(), z.number()])), message: z.string() })) });

/** The first sentence for each field; empty where the failure speaks of none. */
export function refusedFields(error: unknown): Readonly<Record<string, string>> {
  if (!(error instanceof ORPCError)) return {};
  const { data: body } = Body.safeParse(error.data);
  const { data: shape } = Issues.safeParse(error.data);
  const told = body?.details ?? shape?.issues.map(({ path, message }) => ({ path: path.join('.'), message })) ?? [];
  return Object.fromEntries(told.toReversed().map(({ path, message }) => [path, message]));
}
