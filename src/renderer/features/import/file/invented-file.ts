import { INVENTED_PEOPLE } from '../../../../shared/domain/invented-people.ts';

/** A list for the first try. */
export function inventedFile(): File {
  const rows = INVENTED_PEOPLE.map(({ name, phoneNumber, company }) => `${name},${phoneNumber},${company}`);
  return new File([['name,phone_number,company', ...rows].join('\r\n')], `${INVENTED_PEOPLE.length} invented people.csv`, {
    type: 'text/csv',
  });
}
