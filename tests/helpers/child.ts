/** Child processes that say one line of JSON at a time and may be killed at any moment. None outlives its parent. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** A child that neither says what is waited for nor ends within this time hangs, unless it was given longer. */
const HANGS_AFTER_MS = 60_000;

export class Child<Said extends { kind: string }> {
  readonly said: Said[] = [];
  readonly ended: Promise<NodeJS.Signals | number>;
  private readonly child: ChildProcess;
  private readonly listeners = new Set<() => void>();
  private errors = '';
  private over = false;

  /**
   * Starts a program whose one argument is `input` as JSON. What node compiled of it is kept in the folder `cache` for the next one.
   */
  constructor(program: URL, input: unknown, cache?: string) {
    const file = fileURLToPath(program);
    this.child = spawn(process.execPath, [file, JSON.stringify(input)], {
      stdio: ['pipe', 'pipe', 'pipe'],
      env: { ...process.env, ...(cache === undefined ? {} : { NODE_COMPILE_CACHE: cache }) },
    });
    createInterface({ input: this.child.stdout! }).on('line', (line) => {
      this.said.push(JSON.parse(line) as Said);
      this.tell();
    });
    this.child.stderr!.on('data', (chunk: Buffer) => (this.errors += chunk.toString()));
    this.ended = new Promise((done) => {
      this.child.once('close', (code, signal) => {
        this.over = true;
        this.tell();
        done(signal ?? code ?? 0);
      });
    });
  }

  /** What the child wrote to standard error. */
  get complaints(): string {
    return this.errors;
  }

  /** Resolves when the child has said a line of this kind; rejects where it ends or hangs before. */
  hear<Kind extends Said['kind']>(kind: Kind, hangsAfterMs = HANGS_AFTER_MS): Promise<Extract<Said, { kind: Kind }>> {
    const heard = () => this.said.find((line): line is Extract<Said, { kind: Kind }> => line.kind === kind);
    return this.until(() => heard(), `say ${kind}`, { hangsAfterMs });
  }

  /** Resolves when the child is gone, to what ended it. @param how what it is to do, for the complaint where it hangs. */
  async end(how = 'end'): Promise<NodeJS.Signals | number> {
    await this.until(() => this.over || undefined, how, { endIsFine: true });
    return await this.ended;
  }

  kill(signal: NodeJS.Signals = 'SIGKILL'): void {
    this.child.kill(signal);
  }

  private until<T>(
    look: () => T | undefined,
    what: string,
    { endIsFine = false, hangsAfterMs = HANGS_AFTER_MS }: { endIsFine?: boolean; hangsAfterMs?: number } = {},
  ): Promise<T> {
    return new Promise((done, fail) => {
      const give = (settle: () => void) => {
        clearTimeout(timer);
        this.listeners.delete(check);
        settle();
      };
      const check = () => {
        const found = look();
        if (found !== undefined) give(() => done(found));
        else if (this.over && !endIsFine) give(() => fail(new Error(`the child ended before it could ${what}: ${this.errors}`)));
      };
      const timer = setTimeout(() => give(() => fail(new Error(`the child hangs and does not ${what}: ${this.errors}`))), hangsAfterMs);
      this.listeners.add(check);
      check();
    });
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}
