/**
 * Statements that write now these columns, now those: for each set of columns that comes up one is built and prepared, and kept.
 *
 * What a move of a call or of an item writes hangs on what is known at that moment. To build and prepare the statement anew each
 * time takes several times as long as to run it, and the few sets that there are have soon come up. Used by the stores that the
 * dialer's every pass writes through.
 */
import { sql } from 'drizzle-orm';

interface Prepared {
  run(values: Record<string, unknown>): { changes: number };
}

/**
 * @param build makes the statement from columns whose values stand in for those to come; what a condition of its own asks for
 *   are placeholders of other names than the columns'.
 * @returns runs it for these columns, `asked` bound to the condition's; answers how many rows were changed.
 */
export function byShape<Columns extends object>(
  build: (columns: Columns) => Prepared,
): (columns: Columns, asked?: Record<string, unknown>) => number {
  const known = new Map<string, Prepared>();
  return (columns, asked) => {
    const given = Object.entries(columns).filter(([, value]) => value !== undefined);
    const shape = given.map(([name, value]) => (value === null ? `no ${name}` : name)).join();
    const statement = known.get(shape) ?? build(Object.fromEntries(given.map(standIn)) as Columns);
    known.set(shape, statement);
    return statement.run({ ...columns, ...asked }).changes;
  };
}

/** Null stands for itself: a placeholder would be encoded as the column's values are, and be 'null' or 0. */
const standIn = ([name, value]: [string, unknown]) => [name, value === null ? null : sql.placeholder(name)];
