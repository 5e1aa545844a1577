/**
 * Which column of a file is what.
 *
 * Decides what a header says, in any case, accent or separator, in the languages that our supervisors' spreadsheets speak. Must
 * never guess silently: every guess is shown, can be changed, and an unknown column is kept as a custom field. Called by the
 * import when it has read the head of a file.
 */

/** What a column can be. `customField` is kept under the column's own name; `ignored` is left out because a person said so. */
export const IMPORT_FIELDS = [
  'phoneNumber',
  'name',
  'firstName',
  'lastName',
  'email',
  'company',
  'timeZone',
  'reason',
  'customField',
  'ignored',
] as const;
export type ImportField = (typeof IMPORT_FIELDS)[number];

/** Fields that one column at most may fill. */
export type SingleField = Exclude<ImportField, 'customField' | 'ignored'>;

const WORDS: Readonly<Record<Exclude<SingleField, 'reason'>, string>> = {
  phoneNumber:
    'phone | phone number | phone no | phone nr | phone # | phones | number | mobile | mobile number | mobile no | ' +
    'mobile phone | cell | cell phone | cell number | tel | tel no | tel nr | telephone | telephone number | ' +
    'contact number | contact phone | call number | primary phone | phone e164 | e164 | msisdn | whatsapp | ' +
    'whatsapp number | work phone | business phone | home phone | telefon | telefonnummer | telefonnr | telefon nr | ' +
    'rufnummer | handy | handynummer | mobil | mobilnummer | mobiltelefon | festnetz | téléphone | numéro | ' +
    'numéro de téléphone | n° de téléphone | portable | téléphone portable | tél | tél portable | téléphone mobile | ' +
    'teléfono | número | número de teléfono | móvil | teléfono móvil | celular | número de celular | telefono | ' +
    'cellulare | numero di telefono | telefone | telemóvel | número de telefone | telefoon | telefoonnummer | gsm | ' +
    'mobiel | numer telefonu | telefon komórkowy | komórka | телефон | номер телефона | номер | мобильный | ' +
    'мобильный телефон | 電話 | 電話番号 | 携帯 | 携帯電話 | 携帯番号 | 携帯電話番号 | 电话 | 电话号码 | 手机 | 手机号 | 手机号码 | 전화번호 | 휴대폰',
  name:
    'name | full name | fullname | contact name | contact | customer | customer name | client | client name | person | ' +
    'lead | lead name | display name | vollständiger name | ansprechpartner | kontakt | kunde | kundenname | ' +
    'nom complet | nom et prénom | prénom et nom | contact nom | nombre completo | nombre y apellidos | nome completo | ' +
    'nome e cognome | volledige naam | naam | imię i nazwisko | имя и фамилия | фио | 氏名 | 名前 | お名前 | 姓名 | 이름',
  firstName:
    'first name | firstname | given name | forename | fname | vorname | prénom | nombre | nome | primeiro nome | ' +
    'voornaam | imię | имя | 名',
  lastName:
    'last name | lastname | surname | family name | lname | nachname | familienname | zuname | nom | nom de famille | ' +
    'apellido | apellidos | cognome | sobrenome | apelido | achternaam | nazwisko | фамилия | 姓 | 苗字 | 名字',
  email:
    'email | e-mail | mail | email address | e-mail address | mail address | e-mail-adresse | emailadresse | ' +
    'mailadresse | courriel | adresse e-mail | adresse mail | adresse électronique | correo | correo electrónico | ' +
    'posta elettronica | indirizzo e-mail | correio eletrônico | e-mailadres | adres e-mail | почта | ' +
    'электронная почта | эл. почта | メール | メールアドレス | 邮箱 | 电子邮件 | 이메일',
  company:
    'company | company name | organisation | organization | organisation name | organization name | org | business | ' +
    'business name | employer | account | account name | firma | firmenname | unternehmen | betrieb | société | ' +
    'entreprise | raison sociale | empresa | compañía | nombre de la empresa | azienda | ditta | società | companhia | ' +
    'bedrijf | bedrijfsnaam | przedsiębiorstwo | компания | организация | 会社 | 会社名 | 企業名 | 公司 | 公司名称 | 회사',
  timeZone:
    'time zone | timezone | tz | zeitzone | fuseau horaire | zona horaria | fuso orario | fuso horário | tijdzone | ' +
    'strefa czasowa | часовой пояс | タイムゾーン | 时区',
};

const REASON_WORDS =
  'reason | note | notes | comment | grund | bemerkung | notiz | motif | raison | remarque | motivo | nota | 理由 | 備考';

const wordsOf = (text: string) => text.split(' | ').map(headerKey);

/** Parts of a longer header ("Phone 1 - Value", "Home Phone") that make it a likely one, where no column says it outright. */
const LIKELY: Readonly<Partial<Record<SingleField, RegExp>>> = {
  phoneNumber:
    /(?:^|[^\p{L}])(?:phone|mobile|cell|tel|telephone|telefon|handy|telefono|telephone|portable|movil|celular|telefone)(?:$|[^\p{L}])/u,
  email: /(?:^|[^\p{L}])e-?mail(?:$|[^\p{L}])/u,
};

const plain = (header: string) => header.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();

/** A header without case, accents, blanks and signs: `Phone_Number`, `phone number` and `PHONE-NUMBER` are one. */
export function headerKey(header: string): string {
  return plain(header).replace(/[^\p{L}\p{N}]/gu, '');
}

const FIELD_OF_KEY: ReadonlyMap<string, SingleField> = new Map(
  Object.entries(WORDS).flatMap(([field, words]) => wordsOf(words).map((key) => [key, field as SingleField] as const)),
);
const REASON_KEYS: ReadonlySet<string> = new Set(wordsOf(REASON_WORDS));

/** The field that a header names outright, or null. A reason is only asked of a do-not-call list. */
export function fieldOfHeader(header: string, withReason = false): SingleField | null {
  const key = headerKey(header);
  if (withReason && REASON_KEYS.has(key)) return 'reason';
  return FIELD_OF_KEY.get(key) ?? null;
}

/** The field that a longer header suggests, or null. */
export function likelyFieldOfHeader(header: string): SingleField | null {
  const text = plain(header);
  for (const [field, pattern] of Object.entries(LIKELY)) if (pattern.test(text)) return field as SingleField;
  return null;
}

/** A field by its own name as scripts write it: `phoneNumber`, `phone_number`, `phone`; null where it is none. */
export function fieldOfWord(word: string): ImportField | null {
  const key = headerKey(word);
  const own = IMPORT_FIELDS.find((field) => field.toLowerCase() === key);
  if (own) return own;
  if (['custom', 'customfields'].includes(key)) return 'customField';
  if (['ignore', 'skip', 'none', ''].includes(key)) return 'ignored';
  return FIELD_OF_KEY.get(key) ?? null;
}
