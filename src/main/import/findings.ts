/** What a check finds beside its sums, counted row by row: who will be taken, in groups, and why others are not. */
import type { ImportFindings, PeopleOfFile } from '../../shared/domain/import-sums.ts';

/** Reasons that are told; the others are few rows each. */
const MOST_REASONS = 20;

export class FindingsCounter {
  private readonly people = new Map<string, PeopleOfFile>();
  private readonly reasons = new Map<string, number>();

  /** One more who will be taken. */
  take(timeZone: string | null, doNotCall: 0 | 1): void {
    const key = `${doNotCall}${timeZone ?? ''}`;
    const group = this.people.get(key);
    if (group) group.people += 1;
    else this.people.set(key, { timeZone, doNotCall, people: 1 });
  }

  /** One more row without a usable number. */
  refuse(reason: string): void {
    this.reasons.set(reason, (this.reasons.get(reason) ?? 0) + 1);
  }

  told(): ImportFindings {
    const reasons = [...this.reasons].map(([reason, rows]) => ({ reason, rows })).toSorted((a, b) => b.rows - a.rows);
    return { people: [...this.people.values()], reasons: reasons.slice(0, MOST_REASONS) };
  }
}
