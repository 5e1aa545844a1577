/** Which sections there are, and who sees which: what only an admin may do is not there for anybody else. */
import type { Role } from '../../../shared/domain/states.ts';

export const SECTIONS = [
  'account',
  'concurrency',
  'agents',
  'telephony',
  'tunnel',
  'users',
  'compliance',
  'dialing',
  'notifications',
  'desktop',
  'data',
  'api',
  'about',
] as const;
export type SectionName = (typeof SECTIONS)[number];

const ADMIN_ONLY: ReadonlySet<SectionName> = new Set(['telephony', 'tunnel', 'users', 'dialing', 'desktop']);

/** The sections that somebody of this role sees, in their order. */
export const sectionsOf = (role: Role): readonly SectionName[] => SECTIONS.filter((name) => role === 'admin' || !ADMIN_ONLY.has(name));

/** The section that an address names; the first where it names none, or one that is not for this role. */
export function sectionAt(named: string | undefined, role: Role): SectionName {
  const seen = sectionsOf(role);
  return seen.find((name) => name === named) ?? 'account';
}

export const addressOf = (name: SectionName): string => `/settings/${name}`;
