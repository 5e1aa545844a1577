/** The phone cells of some rows, read: what the two threads of an import do alike. */
import { readPhoneNumber } from '../../shared/domain/phone-number.ts';

export interface PhoneRules {
  defaultCountry: string | undefined;
  refuseUnassigned: boolean;
}

export interface PhoneVerdicts {
  /** E.164 without its plus, 0 where the cell was refused. */
  numbers: Float64Array;
  /** The sentence of every cell that was refused or is taken with a remark. */
  remarks: Map<number, string>;
}

const UNASSIGNED = 'No such number is given out there';

/** Reads one cell a row. A number of 15 digits is exact as a JavaScript number. */
export function judgePhones(cells: readonly string[], { defaultCountry, refuseUnassigned }: PhoneRules): PhoneVerdicts {
  const numbers = new Float64Array(cells.length);
  const remarks = new Map<number, string>();
  for (let at = 0; at < cells.length; at += 1) {
    const read = readPhoneNumber(cells[at] ?? '', defaultCountry);
    if (!read.ok) {
      remarks.set(at, read.reason);
      continue;
    }
    if (read.warning === undefined || !refuseUnassigned) numbers[at] = Number(read.e164.slice(1));
    if (read.warning !== undefined) remarks.set(at, UNASSIGNED);
  }
  return { numbers, remarks };
}
