/** What the engine asks of the host that carries it, besides the clock and ids. */

/** Seals what must not stand in the database in plain text: `safeStorage` on the desktop, AES-256-GCM in the browser host. */
export interface SecretBox {
  seal(plain: string): string;
  /** Throws where the text was sealed under another key. */
  open(sealed: string): string;
}

/** The part of pino's interface that the program uses. */
export interface Logger {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export const silentLogger: Logger = { debug() {}, info() {}, warn() {}, error() {} };

/**
 * A place that tests can stop at: the crash suites kill the process at each name. In the program it does nothing.
 * The names are those of `STEPS`.
 */
export type StepSignal = (step: Step) => void;

export const STEPS = [
  'claim.before-commit',
  'claim.after-commit',
  'dial.before-send',
  'dial.after-send',
  'dial.before-record',
  'dial.after-record',
  'delivery.before-store',
  'delivery.after-store',
  'delivery.before-apply-commit',
  'delivery.after-apply-commit',
  'release.before-commit',
  'release.after-commit',
  'import.before-check',
  'import.after-check',
  'import.mid-write',
  'import.before-finish',
  'import.after-finish',
] as const;
export type Step = (typeof STEPS)[number];

export const noSignal: StepSignal = () => {};
