/** Contacts, agents, compliance, settings, figures and notices through their routes: the contract's shapes, and who may ask. */
import { createRouterClient, ORPCError } from '@orpc/server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { agentsRouter } from '../../src/main/api/agents.ts';
import { analyticsRouter } from '../../src/main/api/analytics.ts';
import { complianceRouter } from '../../src/main/api/compliance.ts';
import { contactsRouter } from '../../src/main/api/contacts.ts';
import { noticesRouter } from '../../src/main/api/notices.ts';
import { settingsRouter } from '../../src/main/api/settings.ts';
import type { Actor } from '../../src/main/parts.ts';
import { noImporter } from '../../src/main/ports/import.ts';
import type { DataCare } from '../../src/main/ports/data-care.ts';
import type { DialerPort } from '../../src/main/ports/dialer.ts';
import type { TunnelDesk } from '../../src/main/ports/tunnel.ts';
import { FileTokens } from '../../src/main/ports/files.ts';
import { FrontDoor } from '../../src/main/ports/front-door.ts';
import { LiveHub } from '../../src/main/live/hub.ts';
import { aCampaign, aUser, anAdmin, anEndedCall, anItem, openWorld, type World } from '../helpers/builders.ts';

const routes = {
  agents: agentsRouter,
  analytics: analyticsRouter,
  compliance: complianceRouter,
  contacts: contactsRouter,
  notices: noticesRouter,
  settings: settingsRouter,
};

/** The data is looked after elsewhere. */
const noCare = {} as DataCare;

let world: World;
let ada: Actor;
let admin: Actor;

beforeEach(() => {
  world = openWorld();
  ada = aUser(world);
  admin = anAdmin(world);
});
afterEach(() => world.close());

const as = (actor: Actor | null) =>
  createRouterClient(routes, {
    context: {
      parts: world,
      live: new LiveHub(world),
      files: new FileTokens(world.ids),
      importer: noImporter,
      care: noCare,
      dialer: {} as DialerPort,
      tunnel: {} as TunnelDesk,
      inbox: { applyAgain: () => ({ state: 'unmatched', note: null }) },
      door: new FrontDoor(),
      authorization: null,
      remote: null,
      authenticate: () => Promise.resolve(actor),
    },
  });

/** The status and the word of a refusal. */
async function refusal(asked: Promise<unknown>): Promise<unknown> {
  try {
    await asked;
  } catch (error) {
    if (!(error instanceof ORPCError)) throw error;
    return [error.status, error.defined ? (error.data as { code: string }).code : error.code];
  }
  return 'not refused';
}

describe('the routes of people', () => {
  it('carry a contact through its life', async () => {
    const { contacts } = as(ada);
    const { contact } = await contacts.create({ phoneNumber: '+49 30 2345678', name: 'Ada Lovelace', customFields: { plan: 'gold' } });
    anItem(world, aCampaign(world, ada), { contact: world.data.contacts.byNumber(ada.userId, '+49302345678')! });
    expect(await contacts.update({ id: contact.id, email: 'ada@example.com' })).toMatchObject({ contact: { email: 'ada@example.com' } });
    expect(await contacts.list({ search: 'ada' })).toMatchObject({ count: 1, total: 1, totalIsExact: true, page: 1, pages: 1 });
    expect(await contacts.delete({ id: contact.id })).toEqual({
      skippedCalls: 1,
      message: 'The contact is deleted; 1 waiting call is skipped.',
    });
    expect(await refusal(contacts.get({ id: contact.id }))).toEqual([404, 'not_found']);
  });

  it('name what is wrong with a request', async () => {
    const { contacts, agents } = as(ada);
    expect(await refusal(contacts.create({ phoneNumber: '12' }))).toEqual([400, 'bad_phone_number']);
    expect(await refusal(contacts.create({ phoneNumber: '+49 30 2345678', nmae: 'Ada' } as never))).toEqual([400, 'BAD_REQUEST']);
    expect(await refusal(agents.create({ name: 'Eva', provider: 'bolna' }))).toEqual([400, 'BAD_REQUEST']);
    expect(await refusal(contacts.create({ phoneNumber: '+49 30 2345678', timeZone: 'Mars/Base' }))).toEqual([400, 'BAD_REQUEST']);
  });

  it('carry an agent through its life', async () => {
    const { agents } = as(ada);
    const { agent } = await agents.create({ name: 'Eva', provider: 'practice' });
    await agents.update({ id: agent.id, options: { ringSeconds: 30 } });
    expect(await agents.update({ id: agent.id, options: { ringSeconds: null } })).toMatchObject({ agent: { options: {} } });
    aCampaign(world, ada, { name: 'Spring', agentId: agent.id });
    expect(await refusal(agents.delete({ id: agent.id }))).toEqual([409, 'agent_needed']);
    expect(await agents.list({})).toMatchObject({ total: 1, agents: [{ id: agent.id }] });
  });

  it('keep the do-not-call list and the holidays', async () => {
    const { compliance } = as(admin);
    expect(await compliance.addNumbers({ phoneNumbers: ['+49302345678', 'x'], reason: 'Asked' })).toMatchObject({
      added: 1,
      refused: [{ value: 'x' }],
    });
    expect(await refusal(compliance.addNumbers({}))).toEqual([400, 'BAD_REQUEST']);
    expect(await compliance.listNumbers({})).toMatchObject({ total: 1, numbers: [{ phoneNumber: '+49302345678' }] });
    await compliance.removeNumber({ phoneNumber: '+49302345678', reason: 'Signed up' });
    expect(await compliance.listRemovals({})).toMatchObject({ total: 1 });
    await compliance.addHoliday({ date: '2026-12-25', name: 'Christmas' });
    expect(await compliance.listHolidays()).toEqual({ holidays: [{ date: '2026-12-25', name: 'Christmas' }] });
    await compliance.removeHoliday({ date: '2026-12-25' });
    expect(await refusal(compliance.addHoliday({ date: '2026-02-30', name: 'None' }))).toEqual([400, 'BAD_REQUEST']);
  });

  it('answer settings and figures in the shapes of the contract', async () => {
    const { settings, analytics } = as(admin);
    expect(await settings.changeDialing({ gapMinutes: 5 })).toEqual({ dialing: (await settings.dialing()).dialing });
    expect(await settings.changeConcurrency({ systemLimit: 3 })).toMatchObject({ concurrency: { systemLimit: 3, systemAvailable: 3 } });
    expect(await settings.changeTelephony({ practice: { speed: 10 } })).toMatchObject({ telephony: { practice: { speed: 10 } } });
    const campaign = aCampaign(world, ada);
    anEndedCall(world, anItem(world, campaign), 'completed');
    expect(await analytics.campaign({ id: campaign.id })).toMatchObject({ analytics: { total: 1, successRate: 1 } });
    expect(await analytics.totals()).toMatchObject({ analytics: { total: 1 } });
  });

  it('are shut to nobody’s requests, and those of admins to supervisors', async () => {
    const nobody = as(null);
    for (const asked of [
      nobody.contacts.list({}),
      nobody.agents.list({}),
      nobody.settings.concurrency(),
      nobody.analytics.totals(),
      nobody.notices.list(),
    ]) {
      expect(await refusal(asked)).toEqual([401, 'not_signed_in']);
    }
    const { settings, compliance } = as(ada);
    expect(await settings.concurrency()).toMatchObject({ concurrency: { userLimit: 2 } });
    const forAdmins = [
      settings.dialing(),
      settings.changeDialing({ gapMinutes: 0 }),
      settings.changeConcurrency({ systemLimit: 99 }),
      settings.telephony(),
      settings.changeTelephony({}),
      compliance.removeNumber({ phoneNumber: '+49302345678', reason: 'Mine' }),
      compliance.listRemovals({}),
      compliance.addHoliday({ date: '2026-12-25', name: 'Mine' }),
      compliance.removeHoliday({ date: '2026-12-25' }),
    ];
    for (const asked of forAdmins) expect(await refusal(asked)).toEqual([403, 'admins_only']);
  });
});
