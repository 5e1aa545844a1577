/**
 * What every handler stands on: who asks, and how an `AppError` leaves the program.
 *
 * A resource file is thin: `implement(campaignsContract).$context<ApiContext>().use(tellErrors).use(asPerson)`, then one line a
 * route that hands the actor and the input to a verb and shapes what comes back.
 */
import { ORPCError, os } from '@orpc/server';
import { AppError, type ErrorKind } from '../../shared/domain/app-error.ts';
import { type ErrorBody, EXACT_TO } from '../../shared/contract/base.ts';
import type { LiveHub } from '../live/hub.ts';
import type { Actor, Parts } from '../parts.ts';
import type { DataCare } from '../ports/data-care.ts';
import type { DialerPort } from '../ports/dialer.ts';
import type { FileTokens } from '../ports/files.ts';
import type { Importer } from '../ports/import.ts';
import type { InboxPort } from '../ports/inbox.ts';
import type { TunnelDesk } from '../ports/tunnel.ts';

export interface ApiContext {
  parts: Parts;
  live: LiveHub;
  care: DataCare;
  inbox: InboxPort;
  dialer: DialerPort;
  tunnel: TunnelDesk;
  importer: Importer;
  /** Files that the desktop holds a token for. */
  files: FileTokens;
  /** The value of the Authorization header, from whichever transport. */
  authorization: string | null;
  /** Resolves the header to a person; null where there is none or it is no longer good. */
  authenticate(authorization: string | null): Promise<Actor | null>;
}

const CODES = {
  'bad-input': 'BAD_INPUT',
  'cannot-be-done': 'CANNOT_BE_DONE',
  'not-signed-in': 'NOT_SIGNED_IN',
  'not-allowed': 'NOT_ALLOWED',
  'not-found': 'NOT_FOUND',
  conflict: 'CONFLICT',
  'too-large': 'TOO_LARGE',
  'too-many': 'TOO_MANY',
  unavailable: 'UNAVAILABLE',
  bug: 'BUG',
} as const satisfies Record<ErrorKind, string>;

/** An `AppError` as the contract declares it. */
export function toContractError(error: AppError): ORPCError<string, ErrorBody> {
  return new ORPCError(CODES[error.kind], {
    status: error.status,
    message: error.message,
    cause: error,
    defined: true,
    data: {
      code: error.code,
      details: [...error.details],
      retryable: error.retryable,
      data: { ...error.data },
      ...(error.nextAction === undefined ? {} : { nextAction: error.nextAction }),
    },
  });
}

const base = os.$context<ApiContext>();

/** First on every route: an `AppError` leaves as the contract declares it. */
export const tellErrors = base.middleware(async ({ next }) => {
  try {
    return await next();
  } catch (error) {
    throw error instanceof AppError ? toContractError(error) : error;
  }
});

/** For routes that ask for a person: `context.actor` is who. */
export const asPerson = base.middleware(async ({ context, next }) => {
  const actor = await context.authenticate(context.authorization);
  if (!actor) throw new AppError('not-signed-in', 'not_signed_in', 'Sign in first.');
  return next({ context: { actor } });
});

/** For routes that only an admin may ask. */
export const asAdmin = base.middleware(async ({ context, next }) => {
  const actor = await context.authenticate(context.authorization);
  if (!actor) throw new AppError('not-signed-in', 'not_signed_in', 'Sign in first.');
  if (actor.role !== 'admin') throw new AppError('not-allowed', 'admins_only', 'Only an admin may do this.');
  return next({ context: { actor } });
});

/** The numbers around a page of rows; `total` beyond 10,000 is told as not exact. */
export function pageFrame(rows: readonly unknown[], total: number, { page, limit }: { page: number; limit: number }) {
  return { count: rows.length, total, totalIsExact: total <= EXACT_TO, page, pages: Math.ceil(total / limit) };
}
