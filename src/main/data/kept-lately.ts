/** The last few answers by what was asked: whichever was put longest ago goes first. */
export class KeptLately<Answer> {
  private readonly most: number;
  private readonly answers = new Map<string, Answer>();

  constructor(most: number) {
    this.most = most;
  }

  get(asked: string): Answer | undefined {
    return this.answers.get(asked);
  }

  /** Keeps an answer as the latest one. */
  put(asked: string, answer: Answer): void {
    this.answers.delete(asked);
    this.answers.set(asked, answer);
    if (this.answers.size > this.most) this.answers.delete(this.answers.keys().next().value ?? '');
  }

  forget(): void {
    this.answers.clear();
  }
}
