/** One request as the reference shows it, and as a test sends it: as it stands, against a program that holds the things it names. */
export interface Example {
  /** The part of the path that varies. */
  id?: string | number;
  query?: Readonly<Record<string, string | number | boolean>>;
  body?: object;
  /** A form with a file instead of a body. */
  form?: { fields: Readonly<Record<string, string>>; fileName: string; text: string };
  /** Who asks, where it is not a supervisor. */
  as?: 'admin' | 'nobody';
  /** What is asked before it, whose answer holds something that this one names: `[example, where in its answer, as it is shown]`. */
  after?: readonly [name: string, path: string, shown: string];
}

/** By the name of the operation; where a file is another way to ask the same, with ` (file)` behind it. */
export type Examples = Readonly<Record<string, Example>>;
