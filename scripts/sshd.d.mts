export interface Sshd {
  program: string;
  env: Record<string, string>;
  /** Lines that its configuration needs. */
  lines: string[];
}

/** A server that is there; else undefined. */
export function findSshd(): Sshd | undefined;

/** As `findSshd`, fetched where there was none. Says so where none can be had. */
export function ensureSshd(): Sshd | undefined;
