/**
 * What the engine cannot do right now, in one sentence each: shown in the header of every screen, asked before every claim.
 * Kept in memory: it speaks of this moment only, and is found out again after a restart.
 */
export type ProblemCode = 'store-cannot-write' | 'clock-off' | 'reconciling' | 'pass-failed' | 'tunnel-down' | 'held';

export interface Problem {
  code: ProblemCode;
  sentence: string;
  since: number;
}

export class Health {
  private readonly problems = new Map<ProblemCode, Problem>();
  private readonly listeners = new Set<() => void>();

  /** Problems that stand now, oldest first. */
  list(): readonly Problem[] {
    return [...this.problems.values()];
  }

  /** Those that stand against new calls: without a tunnel the work goes on. */
  blocking(): readonly Problem[] {
    return this.list().filter(({ code }) => code !== 'tunnel-down');
  }

  has(code: ProblemCode): boolean {
    return this.problems.has(code);
  }

  raise(code: ProblemCode, sentence: string, since: number): void {
    const known = this.problems.get(code);
    if (known?.sentence === sentence) return;
    this.problems.set(code, { code, sentence, since: known?.since ?? since });
    this.tell();
  }

  clear(code: ProblemCode): void {
    if (this.problems.delete(code)) this.tell();
  }

  /** Tells whoever shows what the engine can do that something beside the problems is different now. */
  tellAgain(): void {
    this.tell();
  }

  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}
