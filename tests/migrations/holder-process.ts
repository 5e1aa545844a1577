/** Opens a data directory, says so, and holds it until it is killed. */
import { openData } from '../../src/main/data/open.ts';
import { dieWithParent, inputOf, sayNow } from '../helpers/say-now.ts';

export interface HolderInput {
  dataDir: string;
  migrationsFolder: string;
}

export type HolderSaid = { kind: 'open' };

dieWithParent();
openData(inputOf<HolderInput>());
sayNow({ kind: 'open' } satisfies HolderSaid);
