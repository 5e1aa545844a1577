/**
 * A copy of the database once a day while the program runs, and soon after a start where the last one is older.
 *
 * The copies themselves tell when the last was made; a timer is only a hint. One that fails is told to everyone and tried again
 * an hour later; calls go on meanwhile. Started and stopped by the engine.
 */
import { backUp, backupTime, listBackups } from './data/backup.ts';
import type { Parts } from './parts.ts';

const DAY_MS = 24 * 3_600_000;
const LOOK_EVERY_MS = 3_600_000;
/** After a start everything else comes first. */
const FIRST_LOOK_MS = 60_000;
const NOTICE = 'backup-failed';

export class DailyBackup {
  private readonly parts: Parts;
  private readonly dataDir: string;
  private cancelTimer = () => {};
  private running: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(parts: Parts, dataDir: string) {
    this.parts = parts;
    this.dataDir = dataDir;
  }

  start(): void {
    this.sleep(FIRST_LOOK_MS);
  }

  /** Ends it; a copy that is being made is waited for. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.cancelTimer();
    await this.running;
  }

  private sleep(ms: number): void {
    if (this.stopped) return;
    this.cancelTimer = this.parts.clock.after(ms, () => {
      this.running = this.look().finally(() => this.sleep(LOOK_EVERY_MS));
    });
  }

  private async look(): Promise<void> {
    const { clock, data, log } = this.parts;
    try {
      if (!this.isDue()) return;
      const file = await backUp(data.database, this.dataDir, clock.now());
      log.info({ file }, 'daily copy made');
      data.database.write(() => data.notices.closeSubjectTx({ userId: null, campaignId: null, code: NOTICE }, clock.now()));
    } catch (error) {
      this.tell(error);
    }
  }

  private isDue(): boolean {
    const last = listBackups(this.dataDir).at(-1);
    const madeAt = last === undefined ? null : backupTime(last);
    const age = madeAt === null ? DAY_MS : this.parts.clock.now() - madeAt;
    // A copy from the future was made while the clock was wrong.
    return age < 0 || age >= DAY_MS;
  }

  private tell(error: unknown): void {
    const { clock, data, ids, log } = this.parts;
    log.error({ err: error }, 'the daily copy failed');
    const sentence = 'The daily copy of the data could not be made. Look whether the disk is full.';
    try {
      const about = { userId: null, campaignId: null, code: NOTICE, level: 'warning' as const };
      data.database.write(() => data.notices.addOnceTx({ id: ids.next('notice'), ...about, sentence, at: clock.now() }));
    } catch (fault) {
      log.error({ err: fault }, 'nor could it be told');
    }
  }
}
