/** The one shape in which anything leaves a function in a bad way: the kind decides log level, place on screen and HTTP status. */

const ERROR_KINDS = [
  'bad-input',
  'cannot-be-done',
  'not-signed-in',
  'not-allowed',
  'not-found',
  'conflict',
  'too-large',
  'too-many',
  'unavailable',
  'bug',
] as const;
export type ErrorKind = (typeof ERROR_KINDS)[number];

/** HTTP status of each kind. `cannot-be-done` is input of the right shape that asks for what is not possible. */
export const HTTP_STATUS: Readonly<Record<ErrorKind, number>> = {
  'bad-input': 400,
  'cannot-be-done': 422,
  'not-signed-in': 401,
  'not-allowed': 403,
  'not-found': 404,
  conflict: 409,
  'too-large': 413,
  'too-many': 429,
  unavailable: 503,
  bug: 500,
};

/** One thing wrong with the input: where (`contactIds.3`) and what. */
export interface ErrorDetail {
  path: string;
  message: string;
}

export interface AppErrorOptions {
  details?: readonly ErrorDetail[];
  /** Whether the same request may succeed later without any change. */
  retryable?: boolean;
  /** What the person can do about it, where the sentence alone does not say so. */
  nextAction?: string;
  /** Plain values for a caller that wants to offer a way out (the next allowed time, the name of the room that is full). */
  data?: Readonly<Record<string, unknown>>;
  cause?: unknown;
}

export class AppError extends Error {
  readonly kind: ErrorKind;
  /** Stable word for scripts: `campaign_has_no_contacts`. */
  readonly code: string;
  readonly details: readonly ErrorDetail[];
  readonly retryable: boolean;
  readonly nextAction: string | undefined;
  readonly data: Readonly<Record<string, unknown>>;

  constructor(kind: ErrorKind, code: string, message: string, options: AppErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'AppError';
    this.kind = kind;
    this.code = code;
    this.details = options.details ?? [];
    this.retryable = options.retryable ?? (kind === 'unavailable' || kind === 'too-many');
    this.nextAction = options.nextAction;
    this.data = options.data ?? {};
  }

  get status(): number {
    return HTTP_STATUS[this.kind];
  }
}

export const badInput = (code: string, message: string, options?: AppErrorOptions) => new AppError('bad-input', code, message, options);
export const conflict = (code: string, message: string, options?: AppErrorOptions) => new AppError('conflict', code, message, options);

/** What is another's is not found either: nobody learns that it exists. */
export const notFound = (what: string) => new AppError('not-found', 'not_found', `There is no such ${what}.`);
