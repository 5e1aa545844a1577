/**
 * One row of a file, checked: who it is, and what had to be left out of it.
 *
 * Everything that a row says beside its number is kept or told; nothing but the number is a reason to refuse it.
 */
import { isTimeZone } from '../../shared/domain/calendar.ts';
import { readEmail } from '../../shared/domain/email.ts';
import type { ImportColumn } from '../../shared/domain/import-columns.ts';
import type { SingleField } from '../../shared/domain/import-fields.ts';
import { completeName, splitName, tidyName } from '../../shared/domain/person-name.ts';

export interface RowPerson {
  name: string;
  firstName: string;
  lastName: string;
  email: string | null;
  company: string | null;
  timeZone: string | null;
  /** JSON object of the row's own values by column; for a do-not-call list `{"reason": …}`. */
  custom: string;
}

/** What was left out of a row that is taken. */
export interface RowRemark {
  column: string;
  value: string;
  reason: string;
}

/** Where the fields of a file stand. */
export class RowReader {
  readonly phoneAt: number;
  readonly phoneColumn: string;
  private readonly width: number;
  private readonly at: Readonly<Partial<Record<SingleField, ImportColumn>>>;
  private readonly own: readonly { index: number; key: string }[];
  private readonly zones = new Map<string, string | null>();

  /** `columns` must have one for the number. */
  constructor(columns: readonly ImportColumn[]) {
    this.at = Object.fromEntries(
      columns.filter(({ field }) => field !== 'customField' && field !== 'ignored').map((column) => [column.field, column]),
    );
    this.phoneAt = this.at.phoneNumber?.index ?? -1;
    this.phoneColumn = this.at.phoneNumber?.header ?? '';
    this.width = columns.length;
    const own = columns.filter(({ field }) => field === 'customField').map(({ index, header }) => ({ index, key: JSON.stringify(header) }));
    const reason = this.at.reason === undefined ? [] : [{ index: this.at.reason.index, key: '"reason"' }];
    this.own = [...own, ...reason];
  }

  /** @param remarks gets what was left out. */
  read(cells: readonly string[], remarks: RowRemark[]): RowPerson {
    const person = this.person(cells);
    if (cells.length > this.width) this.remarkOnExtra(cells, remarks);
    return {
      ...person,
      email: this.email(cells, remarks),
      company: this.text(cells, 'company').replace(/\s+/g, ' ') || null,
      timeZone: this.zone(cells, remarks),
      custom: this.custom(cells),
    };
  }

  private person(cells: readonly string[]) {
    const name = this.text(cells, 'name');
    if (this.at.firstName !== undefined || this.at.lastName !== undefined) {
      return completeName({ name, firstName: this.text(cells, 'firstName'), lastName: this.text(cells, 'lastName') });
    }
    return { name: tidyName(name), ...splitName(name) };
  }

  private text(cells: readonly string[], field: SingleField): string {
    const column = this.at[field];
    return column === undefined ? '' : (cells[column.index] ?? '').trim();
  }

  private email(cells: readonly string[], remarks: RowRemark[]): string | null {
    const value = this.text(cells, 'email');
    if (value === '') return null;
    const { email, reason } = readEmail(value);
    if (reason !== undefined) remarks.push({ column: this.at.email?.header ?? '', value, reason });
    return email;
  }

  /** Files name a handful of zones a million times: each is asked once. */
  private zone(cells: readonly string[], remarks: RowRemark[]): string | null {
    const value = this.text(cells, 'timeZone');
    if (value === '') return null;
    let zone = this.zones.get(value);
    if (zone === undefined) {
      zone = isTimeZone(value) ? value : null;
      if (this.zones.size < 1_000) this.zones.set(value, zone);
    }
    if (zone === null) remarks.push({ column: this.at.timeZone?.header ?? '', value, reason: 'No time zone of this name' });
    return zone;
  }

  private custom(cells: readonly string[]): string {
    let json = '';
    for (const { index, key } of this.own) {
      const value = cells[index]?.trim();
      if (value) json += `${json === '' ? '' : ','}${key}:${JSON.stringify(value)}`;
    }
    return `{${json}}`;
  }

  private remarkOnExtra(cells: readonly string[], remarks: RowRemark[]): void {
    const value = cells.slice(this.width).join(' ').trim();
    if (value !== '') remarks.push({ column: `Column ${this.width + 1}`, value, reason: 'More cells than the file has columns' });
  }
}
