/** What calls cost, in whatever their provider counts. */

export interface Amount {
  amount: number;
  unit: string;
}

const plain = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });

/** A currency by its three letters; anything else (credits, units of a provider) is a word of its own. */
const isCurrency = (unit: string) => /^[A-Z]{3}$/.test(unit);

/** `$31.08`, `€4.50`; `12 practice credits`; `12` where the unit is not known. */
export function money({ amount, unit }: Amount): string {
  if (isCurrency(unit))
    return new Intl.NumberFormat('en', { style: 'currency', currency: unit, currencyDisplay: 'narrowSymbol' }).format(amount);
  return unit === '' ? plain.format(amount) : `${plain.format(amount)} ${unit}`;
}

/** The number alone where the unit is a word, which then stands beside it: `['12', 'practice credits']`, `['$31.08', '']`. */
export function moneyParts(given: Amount): [figure: string, unit: string] {
  return isCurrency(given.unit) ? [money(given), ''] : [plain.format(given.amount), given.unit];
}
