/** Every store over one connection, by the table family it serves. */
import { campaignStore } from './campaign-store.ts';
import { contactStore } from './contact-store.ts';
import type { Database } from './database.ts';
import { dutyStore } from './duty-store.ts';
import { claimStore } from './claim-store.ts';
import { callStore } from './call-store.ts';
import { itemStore } from './item-store.ts';
import { rollupStore } from './rollup-store.ts';
import { settingsStore } from './settings-store.ts';
import { slotStore } from './slot-store.ts';

export function openStores(database: Database) {
  return {
    database,
    duties: dutyStore(database),
    claims: claimStore(database),
    calls: callStore(database),
    campaigns: campaignStore(database),
    contacts: contactStore(database),
    items: itemStore(database),
    rollups: rollupStore(database),
    settings: settingsStore(database),
    slots: slotStore(database),
  };
}

export type Stores = ReturnType<typeof openStores>;
