/**
 * Files of this computer that a person dropped or chose on the desktop. Their paths never go through the contract: the host
 * exchanges a path for a token, and only what holds such a token is read.
 */
import { basename } from 'node:path';
import type { Ids } from './ids.ts';

const TOKEN_BYTES = 18;
const MOST_TOKENS = 100;

export interface ChosenFile {
  path: string;
  /** As the person knows it. */
  fileName: string;
}

export class FileTokens {
  private readonly files = new Map<string, ChosenFile>();
  private readonly ids: Pick<Ids, 'secret'>;

  constructor(ids: Pick<Ids, 'secret'>) {
    this.ids = ids;
  }

  /** A token for a file; the oldest is forgotten where there are too many. */
  put(path: string): string {
    const token = this.ids.secret(TOKEN_BYTES);
    this.files.set(token, { path, fileName: basename(path) });
    const oldest = this.files.keys().next().value;
    if (this.files.size > MOST_TOKENS && oldest !== undefined) this.files.delete(oldest);
    return token;
  }

  get(token: string): ChosenFile | undefined {
    return this.files.get(token);
  }
}
