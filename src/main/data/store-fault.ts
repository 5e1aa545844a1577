/** Tells a file that cannot be written to (disk full, locked, gone) from every other error. Asked wherever something is stored. */

const CANNOT_WRITE = /^SQLITE_(FULL|IOERR|READONLY|BUSY|LOCKED|CORRUPT|CANTOPEN|NOTADB|PERM|NOMEM)/;

/** Whether the store is to blame, not what was to be stored: the same may succeed later. */
export const isStoreFault = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && CANNOT_WRITE.test(error.code);

/** What every screen says while it lasts (rule 20). */
export const STORE_FAULT_SENTENCE = 'Ringmaster cannot write its data, so it makes no calls. Look whether the disk is full.';
