/** What a person may choose about the reading of a file. What is left out is recognised. */

export const FILE_ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'shift_jis'] as const;
export type FileEncoding = (typeof FILE_ENCODINGS)[number];

export const DELIMITERS = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** `keep` fills only what is empty of a contact that is known; `update` lets the file's values stand. */
export const KNOWN_CONTACTS = ['keep', 'update'] as const;
export type KnownContacts = (typeof KNOWN_CONTACTS)[number];

export interface ImportOptions {
  encoding?: FileEncoding | undefined;
  delimiter?: Delimiter | undefined;
  hasHeader?: boolean | undefined;
  /** See `applyMapping`. */
  mapping?: Readonly<Record<string, string>> | undefined;
  /** For numbers without a country code; null for none, left out for the installation's. */
  defaultCountry?: string | null | undefined;
  knownContacts?: KnownContacts | undefined;
  /** Refuses numbers that are possible but belong to nobody's range. */
  refuseUnassigned?: boolean | undefined;
}
