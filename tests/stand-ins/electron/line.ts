/**
 * The line between the program on the stand-in and the test that started it: each side asks the other by the name of a verb. What is
 * said goes as Node's own structured clone. Both sides use this file.
 */

export type Verb = (...args: never[]) => unknown;

type Said = { ask: string; id: number; args: unknown[] } | { answer: number; value: unknown } | { refusal: number; message: string };

export class Line {
  private readonly post: (said: Said) => void;
  private readonly verbs = new Map<string, Verb>();
  private readonly waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  private last = 0;

  constructor(post: (said: unknown) => void) {
    this.post = post;
  }

  /** What the other side may ask for. */
  offer(verbs: Readonly<Record<string, Verb>>): void {
    for (const [name, verb] of Object.entries(verbs)) this.verbs.set(name, verb);
  }

  /** Rejects with what the verb threw over there, and when the line is cut before its answer. */
  ask(name: string, ...args: unknown[]): Promise<unknown> {
    this.last += 1;
    const id = this.last;
    const answer = new Promise<unknown>((resolve, reject) => this.waiting.set(id, { resolve, reject }));
    this.post({ ask: name, id, args });
    return answer;
  }

  /** Asks without waiting: where the line is cut meanwhile, nobody hears of it. */
  tell(name: string, ...args: unknown[]): void {
    this.ask(name, ...args).catch(() => undefined);
  }

  /** Something came from the other side. */
  hear(said: unknown): void {
    const message = said as Said;
    if ('ask' in message) return void this.serve(message);
    const id = 'answer' in message ? message.answer : message.refusal;
    const waiting = this.waiting.get(id);
    this.waiting.delete(id);
    if ('answer' in message) waiting?.resolve(message.value);
    else waiting?.reject(new Error(message.message));
  }

  /** The other side is gone. */
  cut(): void {
    for (const { reject } of this.waiting.values()) reject(new Error('the program is gone'));
    this.waiting.clear();
  }

  private async serve({ ask, id, args }: Extract<Said, { ask: string }>): Promise<void> {
    try {
      const verb = this.verbs.get(ask);
      if (!verb) throw new Error(`nobody here knows ${ask}`);
      this.post({ answer: id, value: await verb(...(args as never[])) });
    } catch (error) {
      this.post({ refusal: id, message: error instanceof Error ? error.message : String(error) });
    }
  }
}
