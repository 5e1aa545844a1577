/** What an import remembers of itself between its steps and over a restart, as JSON on its row. */
import type { CampaignSettings } from '../../shared/contract/campaigns.ts';
import type { ImportOptions } from '../../shared/domain/import-options.ts';
import type { ImportFindings } from '../../shared/domain/import-sums.ts';
import type { ImportRow } from '../data/import-store.ts';
import type { FileReading } from './read-messages.ts';

export interface StoredOptions {
  /** Where the file lies, and whether it is the import's to delete. */
  path: string;
  owned: boolean;
  choices: ImportOptions;
  /** How it was read last. */
  reading?: FileReading;
  /** What the last check found beside the sums. */
  findings?: ImportFindings;
  /** What a new campaign is to be; without it the campaign is named when the writing begins. */
  campaign?: CampaignSettings;
  /** Highest position in the campaign before this import. */
  positionBefore?: number;
  /** People it has put into its campaign. */
  added?: number;
}

export const optionsOf = (row: Pick<ImportRow, 'options'>) => row.options as unknown as StoredOptions;

/** As the column takes it. */
export const toColumn = (options: StoredOptions): ImportRow['options'] => ({ ...options });
