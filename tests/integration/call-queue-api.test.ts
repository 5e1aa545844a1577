/**
 * Every route of the two documents at its path: the documents' own example is sent, with real ids in place of its invented ones, and
 * the answer is held against the document's answer, field by field. One engine lives through the day that the examples tell of.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CALL_STATES } from '../../src/shared/domain/states.ts';
import { aContact, anAgent, type World } from '../helpers/builders.ts';
import { type Person, type Rest, type RestAnswer, startEngine, type TestEngine } from '../helpers/engine.ts';
import { VirtualClock } from '../helpers/virtual-clock.ts';

const DAY = '2023-07-29';
/** The hour and minute of the documents' day, as answers write it. */
const at = (time: string) => `${DAY}T${time}:00.000Z`;

let test: TestEngine;
let rest: Rest;
let ada: Person;
let campaignId: string;
let otherCampaignId: string;
let agentId: string;
let otherAgentId: string;
/** Contacts 42, 43, 44 and 45 to 49 of the documents. */
let people: number[];

const until = (time: string) => test.clock.advanceTo(Date.parse(at(time)));
const ask = (method: string, path: string, body?: unknown): Promise<RestAnswer> => test.during(rest.ask(method, path, body, ada));
const QUEUE = '/call-queue';
const OPEN = { nextAction: 'Ask', firstCallTime: '09:00', lastCallTime: '23:00', timeZone: 'UTC', startDate: DAY, keepOpen: true };

const METADATA = { initialPriority: 3, priorityBoost: { reason: 'high-value-customer', value: 2 } };

/** One of the documents' `// Other queue item fields…`. */
const ITEM_FIELDS = [
  ...'id queueId contactId campaignId priority status attemptCount nextAttemptTime lastAttemptTime lastAttemptResult callSid'.split(' '),
  ...'agentId callbackRequested callbackTime retryAfter maxAttempts metadata createdAt updatedAt contact campaign'.split(' '),
];

beforeAll(async () => {
  const clock = new VirtualClock(Date.parse(at('09:50')));
  test = await startEngine({
    clock,
    practice: { speed: 0.02, outcomes: { completed: 1, 'no-answer': 0, busy: 0, voicemail: 0, failed: 0, rejected: 0 } },
  });
  rest = await test.serve();
  ada = await test.person('supervisor', { limit: 5 });
  const world: World = { ...test.parts, clock, dataDir: test.dataDir, close() {} };
  agentId = anAgent(world, ada.actor).id;
  otherAgentId = anAgent(world, ada.actor).id;
  const named = (firstName: string, lastName: string, phone: string) =>
    aContact(world, ada.actor, {
      firstName,
      lastName,
      name: `${firstName} ${lastName}`,
      phone,
      email: `${firstName}.${lastName}@example.com`.toLowerCase(),
    }).id;
  people = [
    named('John', 'Doe', '+18005551234'),
    named('Jane', 'Smith', '+18005557890'),
    ...Array.from({ length: 6 }, (_, i) => named('Some', `One${i}`, `+1800555441${i}`)),
  ];
  const make = async (name: string) =>
    (await ask('POST', '/campaigns', { ...OPEN, name, agentId, retry: { maxAttempts: 2 } })).body.campaign.id;
  campaignId = await make('Q3 Sales Outreach');
  otherCampaignId = await make('Support Follow-up');
});
afterAll(() => test.stop());

describe('spec/call-queue-api.md, in the order of its day', () => {
  it('adds John (example "Add to Queue") and Jane', async () => {
    await until('10:00');
    const added = await ask('POST', QUEUE, {
      contactId: people[0],
      campaignId,
      priority: 3,
      nextAttemptTime: '2023-07-29T17:00:00Z',
      agentId,
      retryAfter: 60,
      maxAttempts: 3,
      metadata: METADATA,
    });
    expect(added.status).toBe(201);
    expect(Object.keys(added.body.queueItem)).toEqual(expect.arrayContaining(ITEM_FIELDS));
    await until('10:05');
    const jane = { contactId: people[1], campaignId, priority: 3, nextAttemptTime: '2023-07-29T16:45:00Z', maxAttempts: 3 };
    expect((await ask('POST', QUEUE, jane)).body.queueItem.id).toBe(2);
  });

  it('GET /call-queue/:id', async () => {
    await until('14:30');
    await ask('PUT', `${QUEUE}/queue_1`, { priority: 5, reason: 'high-value-customer' });
    const { status, body } = await ask('GET', `${QUEUE}/1`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      success: true,
      queueItem: {
        id: 1,
        queueId: 'queue_1',
        contactId: people[0],
        campaignId,
        priority: 5,
        status: 'pending',
        attemptCount: 0,
        nextAttemptTime: at('17:00'),
        lastAttemptTime: null,
        lastAttemptResult: null,
        callSid: null,
        agentId,
        callbackRequested: false,
        callbackTime: null,
        retryAfter: 60,
        maxAttempts: 3,
        metadata: METADATA,
        createdAt: at('10:00'),
        contact: { id: people[0], firstName: 'John', lastName: 'Doe', phoneNumber: '+18005551234', email: 'john.doe@example.com' },
        campaign: { id: campaignId, name: 'Q3 Sales Outreach' },
      },
      history: [
        { timestamp: at('10:00'), action: 'created', details: 'Added to queue' },
        { timestamp: at('14:30'), action: 'priority_updated', details: 'Priority increased from 3 to 5', reason: 'high-value-customer' },
      ],
    });
    expect((await ask('GET', `${QUEUE}/queue_1`)).body).toEqual(body);
  });

  it('GET /call-queue', async () => {
    await until('16:46');
    const { status, body } = await ask('GET', `${QUEUE}?page=1&limit=20&campaignId=${campaignId}&sortBy=nextAttemptTime&sortDir=desc`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      success: true,
      count: 2,
      total: 2,
      page: 1,
      pages: 1,
      queueItems: [
        {
          id: 1,
          queueId: 'queue_1',
          contactId: people[0],
          campaignId,
          priority: 5,
          status: 'pending',
          attemptCount: 0,
          nextAttemptTime: at('17:00'),
          maxAttempts: 3,
          createdAt: at('10:00'),
          contact: { firstName: 'John', lastName: 'Doe', phoneNumber: '+18005551234' },
        },
        {
          id: 2,
          queueId: 'queue_2',
          contactId: people[1],
          campaignId,
          priority: 3,
          status: 'in-progress',
          attemptCount: 1,
          lastAttemptTime: at('16:45'),
          callSid: expect.stringMatching(/./),
          maxAttempts: 3,
          createdAt: at('10:05'),
          contact: { firstName: 'Jane', lastName: 'Smith', phoneNumber: '+18005557890' },
        },
      ],
    });
  });

  it('GET /call-queue finds by each of its filters', async () => {
    const idsOf = async (query: string) => (await ask('GET', `${QUEUE}?${query}`)).body.queueItems.map(({ id }: { id: number }) => id);
    expect(await idsOf('status=pending')).toEqual([1]);
    expect(await idsOf('status=in-progress,pending&sortBy=id&sortDir=desc')).toEqual([2, 1]);
    expect(await idsOf(`contactId=${people[1]}`)).toEqual([2]);
    expect(await idsOf('search=John')).toEqual([1]);
    expect(await idsOf('search=5557890')).toEqual([2]);
    expect(await idsOf(`campaignId=${otherCampaignId}`)).toEqual([]);
    for (const sortBy of ['priority', 'name', 'attemptCount', 'lastAttemptTime', 'createdAt', 'updatedAt', 'id'])
      expect((await idsOf(`sortBy=${sortBy}`)).toSorted()).toEqual([1, 2]);
    expect(await ask('GET', `${QUEUE}?status=queued`)).toMatchObject({ status: 400, body: { error: { code: 'unknown_status' } } });
  });

  it('POST /call-queue', async () => {
    const { status, body } = await ask('POST', QUEUE, {
      contactId: people[2],
      campaignId,
      priority: 3,
      nextAttemptTime: '2023-07-29T18:00:00Z',
      agentId,
      retryAfter: 60,
      maxAttempts: 3,
      metadata: { source: 'manual-entry', notes: 'Customer requested information about premium package' },
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      success: true,
      message: 'Item added to queue successfully',
      queueItem: {
        id: 3,
        queueId: 'queue_3',
        contactId: people[2],
        campaignId,
        status: 'pending',
        priority: 3,
        nextAttemptTime: at('18:00'),
        agentId,
        retryAfter: 60,
        maxAttempts: 3,
        metadata: { source: 'manual-entry', notes: 'Customer requested information about premium package' },
        createdAt: expect.stringMatching(/^2023-07-29T16:46/),
        updatedAt: expect.stringMatching(/^2023-07-29T16:46/),
      },
    });
  });

  it('PUT /call-queue/:id', async () => {
    const { status, body } = await ask('PUT', `${QUEUE}/3`, {
      priority: 7,
      nextAttemptTime: '2023-07-29T19:00:00Z',
      status: 'pending',
      metadata: { notes: 'High priority lead, follow up ASAP' },
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      success: true,
      message: 'Queue item updated successfully',
      queueItem: {
        id: 3,
        priority: 7,
        nextAttemptTime: at('19:00'),
        status: 'pending',
        metadata: { source: 'manual-entry', notes: 'High priority lead, follow up ASAP' },
      },
    });
    expect(Object.keys(body.queueItem)).toEqual(expect.arrayContaining(ITEM_FIELDS));
  });

  it('POST /call-queue/bulk', async () => {
    const { status, body } = await ask('POST', `${QUEUE}/bulk`, {
      campaignId,
      contacts: people.slice(3),
      priority: 3,
      startTime: '2023-07-29T18:00:00Z',
      spacing: 300,
      agentId,
      retryAfter: 60,
      maxAttempts: 3,
      metadata: { source: 'bulk-upload', notes: 'Monthly follow-up batch' },
    });
    expect([status, body]).toEqual([
      201,
      {
        success: true,
        message: '5 items added to queue successfully',
        addedCount: 5,
        failedCount: 0,
        queueIds: ['queue_4', 'queue_5', 'queue_6', 'queue_7', 'queue_8'],
        failed: [],
      },
    ]);
    const { queueItems } = (await ask('GET', `${QUEUE}?search=One&sortBy=id&sortDir=asc`)).body;
    expect(queueItems.slice(1)).toMatchObject(
      ['18:00', '18:05', '18:10', '18:15', '18:20'].map((time, i) => ({
        contactId: people[3 + i],
        nextAttemptTime: at(time),
        priority: 3,
        agentId,
        maxAttempts: 3,
        metadata: { source: 'bulk-upload' },
      })),
    );
  });

  it('GET /call-queue/status', async () => {
    const { status, body } = await ask('GET', `${QUEUE}/status`);
    expect(status).toBe(200);
    const counts = { total: 8, pending: 7, inProgress: 1, completed: 0, failed: 0 };
    const none = { total: 0, pending: 0, inProgress: 0, completed: 0, failed: 0 };
    expect(body).toMatchObject({
      success: true,
      queueStatus: {
        totalItems: 8,
        pendingItems: 7,
        inProgressItems: 1,
        completedItems: 0,
        failedItems: 0,
        canceledItems: 0,
        callbackItems: 0,
        nextScheduledCall: at('17:00'),
        currentRate: 1,
      },
    });
    expect(body.queueStatus.campaignCounts).toEqual(
      expect.arrayContaining([
        { campaignId, name: 'Q3 Sales Outreach', ...counts, canceled: 0 },
        { campaignId: otherCampaignId, name: 'Support Follow-up', ...none, canceled: 0 },
      ]),
    );
    const one = (await ask('GET', `${QUEUE}/status?campaignId=${campaignId}`)).body.queueStatus;
    expect(one).toEqual({ ...body.queueStatus, campaignCounts: [{ campaignId, name: 'Q3 Sales Outreach', ...counts, canceled: 0 }] });
  });

  it('POST /call-queue/:id/cancel', async () => {
    await until('16:50');
    const { status, body } = await ask('POST', `${QUEUE}/queue_2/cancel`, {
      reason: 'customer_request',
      notes: 'Customer asked to cancel the call',
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      success: true,
      message: 'Call canceled successfully',
      queueItem: {
        id: 2,
        queueId: 'queue_2',
        status: 'canceled',
        lastAttemptResult: 'canceled',
        updatedAt: expect.stringMatching(/T16:50/),
      },
    });
    expect(test.line.observe().up).toBe(0);
    const { history } = (await ask('GET', `${QUEUE}/2`)).body;
    expect(history).toContainEqual(
      expect.objectContaining({
        action: 'cancel_requested',
        reason: 'customer_request',
        details: 'Customer asked to cancel the call',
        by: ada.email.split('@')[0],
      }),
    );
  });

  it('POST /call-queue/:id/callback', async () => {
    await until('16:55');
    const { status, body } = await ask('POST', `${QUEUE}/2/callback`, {
      callbackTime: '2023-07-30T15:00:00Z',
      priority: 5,
      notes: 'Customer requested callback tomorrow afternoon',
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      success: true,
      message: 'Callback scheduled successfully',
      queueItem: {
        id: 2,
        queueId: 'queue_2',
        status: 'pending',
        callbackRequested: true,
        callbackTime: '2023-07-30T15:00:00.000Z',
        priority: 5,
        updatedAt: at('16:55'),
      },
    });
    expect((await ask('GET', `${QUEUE}/status`)).body.queueStatus.callbackItems).toBe(1);
  });

  it('POST /call-queue/:id/call-now', async () => {
    await until('16:58');
    const { status, body } = await ask('POST', `${QUEUE}/queue_1/call-now`, {
      agentId: otherAgentId,
      priority: 10,
      override: { callerIdNumber: '+18005559876', recordCall: true },
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      success: true,
      message: 'Call initiated successfully',
      queueItem: {
        id: 1,
        queueId: 'queue_1',
        status: 'in-progress',
        callSid: expect.stringMatching(/./),
        attemptCount: 1,
        priority: 10,
        lastAttemptTime: at('16:58'),
        updatedAt: expect.stringMatching(/T16:58/),
      },
      call: { callSid: body.queueItem.callSid, from: '+18005559876', to: '+18005551234' },
    });
    expect(CALL_STATES).toContain(body.call.status);
    const [dialed] = test.line.byReference(body.call.id);
    expect(dialed).toMatchObject({ from: '+18005559876', to: '+18005551234' });
    const { call } = (await ask('GET', `/calls/${body.call.id}`)).body;
    expect(call).toMatchObject({ origin: 'call-now', agentId: otherAgentId, callerNumber: '+18005559876' });
  });

  it('DELETE /call-queue/:id', async () => {
    const { status, body } = await ask('DELETE', `${QUEUE}/3`);
    expect([status, body]).toEqual([200, { success: true, message: 'Queue item deleted successfully' }]);
    expect((await ask('GET', `${QUEUE}/3`)).status).toBe(404);
    expect((await ask('GET', `${QUEUE}/status`)).body.queueStatus.totalItems).toBe(7);
  });

  it.each([
    ['GET', ''],
    ['GET', '/status'],
    ['GET', '/1'],
    ['POST', ''],
    ['PUT', '/1'],
    ['DELETE', '/1'],
    ['POST', '/bulk'],
    ['POST', '/1/cancel'],
    ['POST', '/1/callback'],
    ['POST', '/1/call-now'],
  ])('%s /call-queue%s asks for a person', async (method, path) => {
    expect((await rest.ask(method, `${QUEUE}${path}`, method === 'GET' ? undefined : {})).status).toBe(401);
  });
});

describe('spec/campaign-system.md, §API Endpoints', () => {
  const campaign = (more: object = {}) => ({ ...OPEN, name: 'Another', agentId, contactIds: [people[0]], firstCallTime: '22:00', ...more });
  const made = async () => (await ask('POST', '/campaigns', campaign())).body.campaign.id;
  const csv = () => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ ...OPEN, name: 'Of a file', agentId, keepOpen: 'false' })) form.append(name, value);
    form.append('file', new File(['name,phone_number\nAda,+442079460958\n'], 'people.csv', { type: 'text/csv' }));
    return form;
  };

  it.each<[string, number, () => Promise<RestAnswer>, object]>([
    ['POST /campaigns', 201, () => ask('POST', '/campaigns', campaign()), { campaign: { status: 'active', totalContacts: 1 } }],
    [
      'GET /campaigns',
      200,
      () => ask('GET', '/campaigns?status=active&search=Q3'),
      { count: 1, campaigns: [{ name: 'Q3 Sales Outreach' }] },
    ],
    [
      'GET /campaigns/:id',
      200,
      () => ask('GET', `/campaigns/${campaignId}`),
      { campaign: { name: 'Q3 Sales Outreach', totalContacts: 7 } },
    ],
    [
      'PATCH /campaigns/:id',
      200,
      async () => ask('PATCH', `/campaigns/${await made()}`, { name: 'Renamed' }),
      { campaign: { name: 'Renamed' } },
    ],
    ['POST /campaigns/:id/pause', 200, async () => ask('POST', `/campaigns/${await made()}/pause`, {}), { campaign: { status: 'paused' } }],
    [
      'POST /campaigns/:id/resume',
      200,
      async () => {
        const id = await made();
        await ask('POST', `/campaigns/${id}/pause`, {});
        return ask('POST', `/campaigns/${id}/resume`, {});
      },
      { campaign: { status: 'active' } },
    ],
    [
      'POST /campaigns/:id/cancel',
      200,
      async () => ask('POST', `/campaigns/${await made()}/cancel`, {}),
      { campaign: { status: 'cancelled' } },
    ],
    [
      'DELETE /campaigns/:id',
      200,
      async () => {
        const id = await made();
        await ask('POST', `/campaigns/${id}/cancel`, {});
        return ask('DELETE', `/campaigns/${id}`);
      },
      { campaign: { status: 'cancelled' } },
    ],
    [
      'GET /campaigns/:id/analytics',
      200,
      () => ask('GET', `/campaigns/${campaignId}/analytics`),
      { analytics: { total: expect.any(Number) } },
    ],
    [
      'GET /queue',
      200,
      () => ask('GET', `/queue?campaignId=${campaignId}`),
      { items: expect.arrayContaining([expect.objectContaining({ queueId: 'queue_4', status: 'queued' })]) },
    ],
    ['GET /queue/statistics', 200, () => ask('GET', '/queue/statistics'), { statistics: { processing: 1 } }],
    ['GET /campaigns/:id/queue', 200, () => ask('GET', `/campaigns/${campaignId}/queue`), { total: 7 }],
    ['POST /campaigns/upload-csv', 201, () => ask('POST', '/campaigns/upload-csv', csv()), { import: { imported: 1 } }],
    ['GET /settings/concurrency', 200, () => ask('GET', '/settings/concurrency'), { concurrency: { userLimit: 5, systemLimit: 10 } }],
    ['POST /campaigns/bulk-call', 201, () => ask('POST', '/campaigns/bulk-call', campaign()), { campaign: { totalContacts: 1 } }],
  ])('%s', async (_, status, answer, body) => {
    const told = await answer();
    expect(told.status).toBe(status);
    expect(told.body).toMatchObject({ success: true, ...body });
  });

  it('GET /campaigns/csv-template', async () => {
    const { status, body } = await ask('GET', '/campaigns/csv-template');
    expect(status).toBe(200);
    expect(body).toMatch(/^\uFEFF?name,phone_number/);
  });
});
