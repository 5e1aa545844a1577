/** Holidays of the installation: dates on which no campaign has an opening. Everyone reads them, admins edit them. */
import type { Holiday, NewHoliday } from '../../shared/contract/compliance.ts';
import { notFound } from '../../shared/domain/app-error.ts';
import { currentOpening } from '../campaigns/opening.ts';
import { type Actor, everyone } from '../data/scope.ts';
import type { Parts } from '../parts.ts';
import { mustBeAdmin } from '../settings/must-be-admin.ts';

export function listHolidays(parts: Parts, range: { from?: string | undefined; to?: string | undefined } = {}): Holiday[] {
  return parts.data.compliance.listHolidays(range).map(({ on, name }) => ({ date: on, name }));
}

/** Adds a holiday, or gives one its new name. From the commit on nobody calls on that date. Admins only. */
export function addHoliday(parts: Parts, actor: Actor, { date, name }: NewHoliday): Holiday {
  mustBeAdmin(actor);
  return parts.data.database.write(() => {
    parts.data.compliance.setHolidayTx(date, name);
    renewOpeningsTx(parts);
    return { date, name };
  });
}

/** Removes a holiday. Admins only. @throws AppError `not_found`. */
export function removeHoliday(parts: Parts, actor: Actor, date: string): void {
  mustBeAdmin(actor);
  parts.data.database.write(() => {
    if (!parts.data.compliance.removeHolidayTx(date)) throw notFound('holiday');
    renewOpeningsTx(parts);
  });
}

/** Every campaign that may still call gets the opening that the new holidays leave it, in the same transaction. */
function renewOpeningsTx({ data, clock }: Parts): void {
  const now = clock.now();
  const holidays = data.compliance.holidaySet();
  for (const campaign of data.campaigns.inStates(everyone, ['draft', 'scheduled', 'active', 'paused'])) {
    const opening = currentOpening(campaign, holidays, now);
    if (opening.openFrom === campaign.openFrom && opening.openUntil === campaign.openUntil) continue;
    data.campaigns.changeTx(campaign, now, opening);
  }
}
