/** Every store over one connection, by the table family it serves. */
import { agentStore } from './agent-store.ts';
import { apiTokenStore } from './api-token-store.ts';
import { boardStore } from './board-store.ts';
import { callListStore } from './call-list-store.ts';
import { callStore } from './call-store.ts';
import { campaignStore } from './campaign-store.ts';
import { claimStore } from './claim-store.ts';
import { complianceStore } from './compliance-store.ts';
import { contactBatchStore } from './contact-batch-store.ts';
import { contactIndex } from './contact-index/contact-index.ts';
import { contactStore } from './contact-store.ts';
import type { Database } from './database.ts';
import { doNotCallSearch } from './do-not-call-search/do-not-call-search.ts';
import { dutyStore } from './duty-store.ts';
import { inboxStore } from './inbox-store.ts';
import { exportStore } from './export-store.ts';
import { figureStore } from './figure-store.ts';
import { handOverStore } from './hand-over-store.ts';
import { idempotencyStore } from './idempotency-store.ts';
import { importStore } from './import-store.ts';
import { inventoryStore } from './inventory-store.ts';
import { itemStore } from './item-store.ts';
import { liveStore } from './live-store.ts';
import { noticeStore } from './notice-store.ts';
import { peopleStore } from './people-store.ts';
import { practiceStore } from './practice-store.ts';
import { queueHandStore } from './queue-hand-store.ts';
import { queueIndex } from './queue-index/queue-index.ts';
import { queueStore } from './queue-store.ts';
import { rollupStore } from './rollup-store.ts';
import { secretStore } from './secret-store.ts';
import { sessionStore } from './session-store.ts';
import { settingsStore } from './settings-store.ts';
import { slotStore } from './slot-store.ts';
import { userStore } from './user-store.ts';

export function openStores(database: Database) {
  return {
    database,
    agents: agentStore(database),
    apiTokens: apiTokenStore(database),
    board: boardStore(database),
    callLists: callListStore(database),
    calls: callStore(database),
    campaigns: campaignStore(database),
    claims: claimStore(database),
    compliance: complianceStore(database),
    contactBatches: contactBatchStore(database),
    contactIndex: contactIndex(database),
    contacts: contactStore(database),
    doNotCallSearch: doNotCallSearch(database),
    duties: dutyStore(database),
    inbox: inboxStore(database),
    exports: exportStore(database),
    figures: figureStore(database),
    handOver: handOverStore(database),
    idempotency: idempotencyStore(database),
    imports: importStore(database),
    inventory: inventoryStore(database),
    items: itemStore(database),
    live: liveStore(database),
    notices: noticeStore(database),
    people: peopleStore(database),
    practice: practiceStore(database),
    queueHand: queueHandStore(database),
    queue: queueStore(database),
    queueIndex: queueIndex(database),
    rollups: rollupStore(database),
    secrets: secretStore(database),
    sessions: sessionStore(database),
    settings: settingsStore(database),
    slots: slotStore(database),
    users: userStore(database),
  };
}

export type Stores = ReturnType<typeof openStores>;
