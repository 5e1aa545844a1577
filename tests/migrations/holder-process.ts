/** Opens a data directory, says so, and holds it until it is killed. */
import { openData } from '../../src/main/data/open.ts';
import { dieWithParent, handedOver, sayNow } from '../helpers/say-now.ts';

export interface HolderInput {
  dataDir: string;
  migrationsFolder: string;
}

export type HolderSaid = { kind: 'open' };

dieWithParent();
openData(handedOver() as HolderInput);
sayNow({ kind: 'open' } satisfies HolderSaid);
