/** What is typed for a contact, before it is one. */
import type { Contact, ContactChange, NewContact } from '../../../../shared/contract/contacts.ts';
import { formatPhoneNumber } from '../../../../shared/domain/phone-number.ts';
import { contactForm } from '../../../words/contacts.ts';

export interface CustomField {
  name: string;
  value: string;
}

export interface ContactDraft {
  phoneNumber: string;
  name: string;
  email: string;
  company: string;
  timeZone: string | null;
  customFields: readonly CustomField[];
}

/** By field; a custom field by its place: `customFields.0`. */
export type DraftErrors = Readonly<Record<string, string>>;

export const EMPTY_CONTACT: ContactDraft = { phoneNumber: '', name: '', email: '', company: '', timeZone: null, customFields: [] };

export const draftOf = ({ phoneNumber, name, email, company, timeZone, customFields }: Contact): ContactDraft => ({
  phoneNumber: formatPhoneNumber(phoneNumber),
  name,
  email: email ?? '',
  company: company ?? '',
  timeZone,
  customFields: Object.entries(customFields).map(([field, value]) => ({ name: field, value })),
});

/** What can be seen to be wrong here; the rest the engine says. */
export function contactErrors({ customFields }: ContactDraft): DraftErrors {
  const errors: Record<string, string> = {};
  const seen = new Set<string>();
  customFields.forEach(({ name, value }, place) => {
    const trimmed = name.trim();
    if (trimmed === '' && value.trim() === '') return;
    if (trimmed === '') errors[`customFields.${place}`] = contactForm.fieldNeedsName;
    else if (seen.has(trimmed)) errors[`customFields.${place}`] = contactForm.fieldTwice;
    seen.add(trimmed);
  });
  return errors;
}

/** As the engine takes it. */
export function toContact({ phoneNumber, name, email, company, timeZone, customFields }: ContactDraft): NewContact {
  const named = customFields.filter((field) => field.name.trim() !== '');
  return {
    phoneNumber: phoneNumber.trim(),
    name: name.trim(),
    email: email.trim() || null,
    company: company.trim() || null,
    timeZone,
    customFields: Object.fromEntries(named.map((field) => [field.name.trim(), field.value])),
  };
}

/** What was changed, so that what somebody else changed meanwhile stays. */
export function changeOf(before: ContactDraft, after: ContactDraft): ContactChange {
  const [old, now] = [toContact(before), toContact(after)];
  const keys = (Object.keys(now) as (keyof NewContact)[]).filter((key) => JSON.stringify(old[key]) !== JSON.stringify(now[key]));
  return Object.fromEntries(keys.map((key) => [key, now[key]]));
}
