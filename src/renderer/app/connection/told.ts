/** What went wrong, as a person reads it: every failure of the program ends here before it reaches a screen. */
import { ORPCError } from '@orpc/client';
import * as z from 'zod';
import { faults } from '../../words/faults.ts';

/** An error of ours, as the contract declares it: see `ErrorBody`. Read leniently: it may come from a newer engine. */
const Body = z.object({
  code: z.string(),
  details: z.array(z.object({ path: z.string(), message: z.string() })).default([]),
  nextAction: z.string().optional(),
  retryable: z.boolean().default(false),
});
/** What a request that the contract refused carries. */
const Issues = z.object({ issues: z.array(z.object({ message: z.string() })).min(1) });

const FieldIssues = z.object({
  issues: z.array(z.object({ path: z.array(z.union([z.string(), z.number()])).min(1), message: z.string() })).min(1),
});

export interface Told {
  /** Stable word: `email_or_password_wrong`, `offline`. */
  code: string;
  sentence: string;
  details: string[];
  nextAction: string | null;
}

/** The line to the engine is down, or it broke before the answer came. */
export class NotReached extends Error {
  readonly mayHaveHappened: boolean;

  constructor(mayHaveHappened: boolean) {
    super(mayHaveHappened ? faults.brokeOff : faults.notReached);
    this.name = 'NotReached';
    this.mayHaveHappened = mayHaveHappened;
  }
}

/** The same of something that was only to be read: nothing can have happened, and it may be asked again. */
export const ofReading = (error: unknown): unknown => (error instanceof NotReached ? new NotReached(false) : error);

/** A refusal that came by plain HTTP, where files are sent. */
export class Refused extends Error {
  readonly status: number;
  readonly code: string;
  readonly details: readonly string[];

  constructor(status: number, code: string, message: string, details: readonly string[] = []) {
    super(message);
    this.name = 'Refused';
    this.status = status;
    this.code = code;
    this.details = details;
  }
}

/** Words for whatever was thrown. Never throws itself, never shows a stack. */
export function told(error: unknown): Told {
  if (error instanceof NotReached) return plain('offline', error.message);
  if (error instanceof Refused) return { ...plain(error.code, error.message), details: [...error.details] };
  if (!(error instanceof ORPCError)) return plain('bug', faults.ownMistake);
  const body = Body.safeParse(error.data);
  if (body.success) return { ...plain(body.data.code, error.message), ...extras(body.data, error.message) };
  const issues = Issues.safeParse(error.data);
  if (issues.success) return plain('bad_input', issues.data.issues.map(({ message }) => message).join(' '));
  return plain('bug', faults.enginesMistake);
}

/** What the engine says of single fields, by the path that it names them by: `users.0.limit`, `email`. */
export function toldOfFields(error: unknown): ReadonlyMap<string, string> {
  const data: unknown = error instanceof ORPCError ? error.data : null;
  const issues = FieldIssues.safeParse(data);
  if (issues.success) return new Map(issues.data.issues.map(({ path, message }) => [path.join('.'), message]));
  const body = Body.safeParse(data);
  return new Map(body.success ? body.data.details.map(({ path, message }) => [path, message]) : []);
}

/** Whether the engine does not know us (any more). A wrong password is not that. */
export const isSignedOut = (error: unknown): boolean => told(error).code === 'not_signed_in';

const plain = (code: string, sentence: string): Told => ({ code, sentence, details: [], nextAction: null });

/** Details that the sentence does not say already. */
function extras(body: z.infer<typeof Body>, sentence: string): Pick<Told, 'details' | 'nextAction'> {
  return {
    details: body.details.map(({ message }) => message).filter((message) => !sentence.includes(message)),
    nextAction: body.nextAction ?? null,
  };
}
