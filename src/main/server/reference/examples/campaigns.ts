/**
 * Campaigns, their queue and their calls. What the documents of the queue and of campaigns show is sent as it stands there: their
 * ids, their times, their bodies.
 */
import type { Examples } from './example.ts';
import { PEOPLE_CSV } from './people.ts';

const SETTINGS = {
  name: 'Q4 Sales Outreach',
  description: 'Customers whose contract ends in December',
  agentId: 'agent-789',
  nextAction: 'Offer the renewal and book an appointment.',
  firstCallTime: '09:00',
  lastCallTime: '18:00',
  timeZone: 'Europe/Berlin',
  weekdays: [1, 2, 3, 4, 5],
};
const CAMPAIGN = {
  ...SETTINGS,
  startDate: '2023-08-01',
  endDate: '2023-08-31',
  pacing: 'spread',
  retry: { maxAttempts: 3, retryAfter: 60, byOutcome: { busy: 15 } },
  concurrencyLimit: 2,
  contactIds: [44, 45, 46],
};
const ONE = 'campaign-123';
const DRAFT = 'campaign-456';
const OVER = 'campaign-789';
const NEW_ITEM = {
  contactId: 44,
  campaignId: ONE,
  priority: 3,
  nextAttemptTime: '2023-07-29T18:00:00Z',
  agentId: 'agent-789',
  retryAfter: 60,
  maxAttempts: 3,
};

export const CAMPAIGNS: Examples = {
  'campaigns.list': { query: { status: 'active,paused', search: 'sales', page: 1, limit: 20 } },
  'campaigns.tabs': {},
  'campaigns.get': { id: ONE },
  'campaigns.create': { body: CAMPAIGN },
  'campaigns.bulkCall': { body: CAMPAIGN },
  'campaigns.uploadCsv': {
    form: {
      fields: { ...SETTINGS, weekdays: '[1,2,3,4,5]', mapping: '{"phone_number":"phoneNumber"}', defaultCountry: 'US' },
      fileName: 'people.csv',
      text: PEOPLE_CSV,
    },
  },
  'campaigns.csvTemplate': { query: { kind: 'advanced' } },
  'campaigns.demo': { body: { timeZone: 'Europe/Berlin' } },
  'campaigns.forecast': { body: { firstCallTime: '09:00', lastCallTime: '18:00', timeZone: 'Europe/Berlin', contactIds: [44, 45, 46] } },
  'campaigns.outlook': { id: ONE },
  'campaigns.update': { id: ONE, body: { lastCallTime: '22:00', concurrencyLimit: 3 } },
  'campaigns.delete': { id: DRAFT },
  'campaigns.start': { id: DRAFT, body: {} },
  'campaigns.pause': { id: ONE, body: { reason: 'The offer changed', hangUp: false } },
  'campaigns.resume': { id: ONE, body: {}, after: ['campaigns.pause', 'campaign.id', ONE] },
  'campaigns.cancel': { id: ONE, body: { reason: 'The offer is over', hangUp: false } },
  'campaigns.duplicate': { id: ONE, body: { name: 'Q3 Sales Outreach, again', withPeople: true } },
  'campaigns.addContacts': { id: ONE, body: { contactIds: [44, 45] } },
  'campaigns.addContacts (file)': { id: ONE, form: { fields: { defaultCountry: 'US' }, fileName: 'people.csv', text: PEOPLE_CSV } },
  'campaigns.callAgain': { id: OVER, body: { outcomes: ['busy', 'no-answer'] } },
  'campaigns.notReached': { id: OVER },
  'campaigns.pauseAll': { body: { reason: 'Fire drill', hangUp: false } },
  'campaigns.resumeAll': { body: {}, after: ['campaigns.pauseAll', 'paused', ''] },
  'campaigns.export': { id: ONE },

  'callQueue.status': { query: { campaignId: ONE } },
  'callQueue.list': {
    query: { page: 1, limit: 20, status: 'pending', campaignId: ONE, search: 'Doe', sortBy: 'nextAttemptTime', sortDir: 'asc' },
  },
  'callQueue.get': { id: 'queue_123456' },
  'callQueue.add': {
    body: { ...NEW_ITEM, metadata: { source: 'manual-entry', notes: 'Customer requested information about premium package' } },
  },
  'callQueue.change': {
    id: 'queue_123456',
    body: {
      priority: 7,
      nextAttemptTime: '2023-07-29T19:00:00Z',
      status: 'pending',
      metadata: { notes: 'High priority lead, follow up ASAP' },
    },
  },
  'callQueue.remove': { id: 'queue_123456', query: { reason: 'customer_request' } },
  'callQueue.addMany': {
    body: {
      campaignId: ONE,
      contacts: [45, 46, 47, 48, 49],
      priority: 3,
      startTime: '2023-07-29T18:00:00Z',
      spacing: 300,
      agentId: 'agent-789',
      retryAfter: 60,
      maxAttempts: 3,
      metadata: { source: 'bulk-upload', notes: 'Monthly follow-up batch' },
    },
  },
  'callQueue.cancel': { id: 'queue_123456', body: { reason: 'customer_request', notes: 'Customer asked to cancel the call' } },
  'callQueue.callback': {
    id: 'queue_123456',
    body: { callbackTime: '2023-07-30T15:00:00Z', priority: 5, notes: 'Customer requested callback tomorrow afternoon' },
  },
  'callQueue.callNow': {
    id: 'queue_123456',
    body: { agentId: 'agent-789', priority: 10, override: { callerIdNumber: '+18005559876', recordCall: true } },
  },

  'queue.list': { query: { status: 'queued', sortBy: 'line', limit: 20 } },
  'queue.matching': { query: { status: 'queued' } },
  'queue.ofCampaign': { id: ONE, query: { status: 'queued,processing' } },
  'queue.get': { id: 123_456 },
  'queue.act': { body: { ids: [123_456], action: { kind: 'priority', priority: 7, reason: 'high-value-customer' } } },
  'queue.statistics': {},

  'calls.list': { query: { campaignId: ONE, page: 1 } },
  'calls.get': { id: 'call-1000' },
  'calls.free': { as: 'admin', id: 'call-1002', body: { reason: 'Looked at the provider: there is no such call' } },
  'calls.deliveries': { query: { callId: 'call-1000' } },
  'calls.applyAgain': { id: 1, body: {} },
  'calls.recording': { id: 'call-1000' },
  'calls.export': {},

  'analytics.campaign': { id: ONE },
  'analytics.totals': { query: { from: '2023-07-01', to: '2023-07-31', practice: true } },
  'analytics.breakdown': { query: { days: 30, practice: true } },
  'analytics.calls': { query: { days: 30, outcome: 'completed', practice: true } },
  'analytics.export': { query: { days: 30, practice: true } },

  'live.connections': {},
  'live.board': {},
  'live.today': {},
  'live.subscribe': {},
};
