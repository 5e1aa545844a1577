/** What the api asks of the part of the engine that looks after its files and its practice. */
import type { Backup, DataState, Diagnostics, PracticeState } from '../../shared/contract/data.ts';
import type { Role } from '../../shared/domain/states.ts';

interface Asking {
  userId: string;
  role: Role;
}

/** Admins only, all of it. @throws AppError `admins_only`. */
export interface DataCare {
  read(actor: Asking): DataState;
  /** Copies the database now; who asks while a copy is being made is given that one. */
  backUp(actor: Asking): Promise<Backup>;
  /** Begins to clear what was only practice; goes on by itself, over restarts. */
  clearPractice(actor: Asking, options: { includeRunning: boolean }): Promise<PracticeState>;
  diagnostics(actor: Asking): Diagnostics;
}
