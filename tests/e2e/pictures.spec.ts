/**
 * Every screen in every state, size and theme as a picture, to be looked at one by one, and nothing of it cut. Only where pictures are
 * asked for: see `look.ts`.
 */
import type { Page } from '@playwright/test';
import { aCampaign, aWorld } from './campaigns.ts';
import { ADMIN, expect, type Host, signIn, test } from './fixtures.ts';
import { MIXED, mixedList, prepareMixed } from './mixed-list.ts';
import { ANALYTICS, CAMPAIGNS, CONTACTS, heading, LIVE, ofCampaign, PICK, QUEUE, SETTINGS } from './pictures/all-screens.ts';
import { heldLine } from './pictures/line.ts';
import { overQueue, queueNarrowed } from './pictures/over-queue.ts';
import { overCampaign, overContacts } from './pictures/over-screens.ts';
import { apiSettings, overSettings } from './pictures/over-settings.ts';
import { picture, SIZES } from './pictures/picture.ts';
import { loading, refused, type Screen, shown, visit } from './pictures/screens.ts';
import { asAdmin, type Rest, restAs } from './rest.ts';
import { choose, csv, fillSettings, toCheck, toSettings } from './wizard.ts';

test.use({ viewport: { width: 1440, height: 900 }, actionTimeout: 20_000 });
test.describe.configure({ timeout: 1_200_000 });

const SEEDED_ADMIN = 'admin@example.com';
const SEEDED_SUPERVISOR = 'supervisor1@example.com';

/** The browser itself writes into its console that a line was cut. Nothing else may stand there, whatever is refused. */
const forgive = (complaints: string[]) =>
  void complaints.splice(0, complaints.length, ...complaints.filter((complaint) => !/WebSocket connection to .* failed/.test(complaint)));

async function openAs(page: Page, host: Host, email: string): Promise<void> {
  await page.goto(host.url);
  await signIn(page, { email, password: host.seededPassword });
  await expect(page.getByRole('heading', { name: 'Campaigns', exact: true })).toBeVisible();
}

/**
 * In the page. A window that fills the screen cannot be given another size: the board is pictured as where a browser refuses it, filling
 * the window. That it does fill the screen is asked by its own test.
 */
const refuseFullScreen = () => void (document.documentElement.requestFullscreen = () => Promise.reject(new Error('refused')));

async function campaignIn(rest: Rest, status: string): Promise<string> {
  const { campaigns } = (await rest('GET', '/campaigns')) as { campaigns: { id: string; status: string }[] };
  return campaigns.find((campaign) => campaign.status === status)?.id ?? '';
}

test.describe('before anybody is there', () => {
  test.use({ withAdmin: false });

  test('the first run and the sign-in', async ({ page, host, complaints }) => {
    const line = await heldLine(page);
    await page.goto(host.url);
    await expect(page.getByRole('textbox', { name: 'Your name' })).toBeVisible();
    await picture(page, 'first-run-account', 'empty');
    await page.getByRole('button', { name: 'Create the admin' }).click();
    await picture(page, 'first-run-account', 'missing');
    await page.getByRole('textbox', { name: 'Your name' }).fill(ADMIN.name);
    await page.getByRole('textbox', { name: 'E-mail' }).fill(ADMIN.email);
    await page.getByRole('textbox', { name: 'Password' }).fill(ADMIN.password);
    line.answers('refused');
    await page.getByRole('button', { name: 'Create the admin' }).click();
    await expect(page.getByRole('alert').first()).toBeVisible();
    await picture(page, 'first-run-account', 'error');
    line.answers('given');
    await page.getByRole('button', { name: 'Create the admin' }).click();
    await expect(page.getByRole('heading', { name: 'Keep your recovery code' })).toBeVisible();
    await picture(page, 'first-run-code', 'few');
    await page.getByRole('checkbox', { name: 'I have kept it' }).check();
    await page.getByRole('button', { name: 'Go on' }).click();
    await expect(page.getByRole('button', { name: 'Start with a demo campaign' })).toBeVisible();
    await picture(page, 'first-run-telephony', 'few');
    await page.getByRole('button', { name: 'Start with the practice line' }).click();

    await page.getByRole('button', { name: 'Sign out' }).click();
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
    await picture(page, 'sign-in', 'empty');
    await signIn(page, { ...ADMIN, password: 'not the password' });
    await expect(page.getByRole('alert')).toBeVisible();
    await picture(page, 'sign-in', 'error');
    await page.getByRole('button', { name: 'I lost my password' }).click();
    await picture(page, 'sign-in-recover', 'empty');
    await line.cut();
    await page.reload();
    await expect(page.getByRole('alert')).toBeVisible();
    await picture(page, 'entrance', 'offline');
    line.mend();
    forgive(complaints);
  });
});

test('nothing yet', async ({ page, host }) => {
  const { id } = (await withNobody(host)) as { id: string };
  await page.goto(host.url);
  await signIn(page);
  await expect(page.getByRole('heading', { name: 'Campaigns', exact: true })).toBeVisible();
  const screens: readonly Screen[] = [
    { name: 'campaigns-tab', at: '/campaigns/active', shows: (on) => on.getByRole('tab', { name: /^Active/ }) },
    { ...LIVE, shows: heading(/Live/) },
    { ...QUEUE, shows: heading('Nobody is in the queue') },
    { name: 'queue-calling', at: '/queue/calling', shows: (on) => on.getByText('Nobody is being called right now.') },
    { ...CONTACTS, shows: heading('No contacts yet') },
    { ...ANALYTICS, shows: heading('Analytics') },
    { ...PICK, shows: heading('New campaign') },
    ...ofCampaign(id).map((screen) => ({ ...screen, shows: heading('Nobody in it') })),
    ...SETTINGS,
  ];
  for (const screen of screens) await shown(page, host, screen, 'empty');
  await (await asAdmin(host))('DELETE', `/campaigns/${id}`);
  await shown(page, host, { ...CAMPAIGNS, shows: heading('No campaigns yet') }, 'empty');
  await shown(page, host, { ...LIVE, name: 'live-before', shows: heading(/Nothing to watch yet/) }, 'empty');
  await page.getByRole('button', { name: 'Pause all' }).click();
  await picture(page, 'pause-all', 'empty');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await picture(page, 'palette', 'empty');
});

/** A draft out of which everybody was left. */
async function withNobody(host: Host): Promise<unknown> {
  const world = await aWorld(host, { contacts: 1 });
  const of = await aCampaign(world, 'Somebody in it', { draft: true });
  const { campaign } = await world.rest('POST', `/campaigns/${of}/duplicate`, { name: 'Nobody in it', withPeople: false });
  await world.rest('DELETE', `/campaigns/${of}`);
  await world.rest('DELETE', `/contacts/${world.contactIds[0]}`);
  return campaign;
}

test('the wizard, step by step', async ({ page, host, complaints }) => {
  await prepareMixed(host);
  const line = await heldLine(page);
  await page.goto(host.url);
  await signIn(page);
  await page.getByRole('link', { name: 'New campaign' }).click();
  await expect(page.getByRole('heading', { name: 'Which list is to be called?' })).toBeVisible();
  await picture(page, 'wizard-1-file', 'empty');
  await choose(page, csv('nothing.csv', ''));
  await expect(page.getByRole('alert').first()).toBeVisible();
  await picture(page, 'wizard-1-file', 'error');
  await choose(page, mixedList());
  await expect(page.getByRole('combobox', { name: 'What “plan” is' })).toBeVisible();
  await picture(page, 'wizard-2-columns', 'few');
  await toCheck(page);
  await picture(page, 'wizard-3-check', 'few');
  await page.getByRole('combobox', { name: 'Default country' }).fill('United States');
  await page.getByRole('option', { name: 'United States (+1)' }).click();
  await page.getByRole('button', { name: 'Apply' }).click();
  await page.getByRole('button', { name: `Continue with ${MIXED.people} contacts` }).click();
  await expect(page.getByRole('textbox', { name: 'Campaign name' })).toBeVisible();
  await picture(page, 'wizard-4-settings', 'empty');
  await page.getByRole('button', { name: 'Create campaign' }).click();
  await picture(page, 'wizard-4-settings', 'missing');
  await fillSettings(page, { always: false });
  line.answers('refused');
  await page.getByRole('button', { name: 'Create campaign' }).click();
  await expect(page.getByRole('alert').first()).toBeVisible();
  await picture(page, 'wizard-4-settings', 'error');
  line.answers('given');
  await page.getByRole('button', { name: 'Create campaign' }).click();
  await expect(page.getByRole('region', { name: 'What became of the rows' })).toBeVisible();
  await picture(page, 'wizard-5-summary', 'few');

  await page.getByRole('button', { name: 'Start another' }).click();
  await choose(page, longList());
  await expect(page.getByRole('combobox', { name: 'What “field 12” is' })).toBeVisible({ timeout: 60_000 });
  await picture(page, 'wizard-2-columns', 'many');
  await toSettings(page);
  await page.getByRole('list', { name: 'Steps' }).getByRole('button', { name: 'Check' }).click();
  await expect(page.getByRole('group', { name: 'Rows by result' })).toBeVisible();
  await picture(page, 'wizard-3-check', 'many');
  forgive(complaints);
});

/** More rows and columns than a window has room for, with a refused one now and then. */
function longList() {
  const fields = Array.from({ length: 20 }, (_, n) => `field ${n}`);
  const rows = Array.from({ length: 20_000 }, (_, n) => {
    const phone = n % 50 === 0 ? 'ask again' : `+4915${String(700_000_000 + n)}`;
    return [`Wilhelmina van der Berghe-Lindqvist ${n}`, phone, ...fields.map((field) => `${field} of a long row`)].join(',');
  });
  return csv('all_customers_of_the_last_ten_years.csv', ['name', 'phone_number', ...fields].join(','), ...rows);
}

test.describe('few', () => {
  test.use({ seed: 'demo' });

  test('of one supervisor', async ({ page, host, complaints }) => {
    const rest = await restAs(host, { email: SEEDED_SUPERVISOR, password: host.seededPassword });
    const line = await heldLine(page);
    await openAs(page, host, SEEDED_SUPERVISOR);
    const active = await campaignIn(rest, 'active');
    const screens = [CAMPAIGNS, QUEUE, CONTACTS, PICK, ANALYTICS, LIVE, ...ofCampaign(active)];
    for (const screen of screens) {
      await shown(page, host, screen, 'few');
      await loading(page, host, line, screen);
      await refused(page, host, line, screen);
    }
    forgive(complaints);
    for (const name of ['scheduled', 'completed', 'drafts'] as const)
      await shown(page, host, { ...CAMPAIGNS, name: `campaigns-${name}`, at: `/campaigns/${name}` }, 'few');
    for (const status of ['paused', 'completed', 'cancelled', 'draft']) {
      const [overview] = ofCampaign(await campaignIn(rest, status));
      if (overview) await shown(page, host, { ...overview, name: `campaign-overview-${status}` }, 'few');
    }
    await overCampaign(page, host, active);
    await queueNarrowed(page, host);
    await overQueue(page, host);
    await overContacts(page, host);
    for (const screen of SETTINGS.filter(({ at }) => /concurrency|agents|data|api/.test(at)))
      await shown(page, host, { ...screen, name: `${screen.name}-own` }, 'few');
    for (const screen of screens) {
      await visit(page, host, screen);
      await expect(screen.shows(page).first()).toBeVisible();
      await line.cut();
      await expect(page.getByText('No connection to Ringmaster.')).toBeVisible();
      await picture(page, screen.name, 'offline');
      line.mend();
    }
    forgive(complaints);
  });

  test('of everyone, and the settings', async ({ page, host, complaints }) => {
    const line = await heldLine(page);
    await openAs(page, host, SEEDED_ADMIN);
    await shown(page, host, { ...LIVE, name: 'live-everyone' }, 'few');
    await page.evaluate(refuseFullScreen);
    await page.getByRole('button', { name: 'Full screen' }).click();
    await picture(page, 'live-wall', 'few', { ...SIZES, wall: { width: 1920, height: 1080 } });
    await shown(page, host, { ...ANALYTICS, name: 'analytics-everyone' }, 'few');
    await page.getByRole('region', { name: 'Outcomes' }).getByRole('link').first().click();
    await expect(page.getByRole('complementary').getByRole('listitem').first()).toBeVisible();
    await picture(page, 'analytics-calls', 'few');
    for (const screen of SETTINGS) {
      await shown(page, host, screen, 'few');
      if (screen.name !== 'settings-account') await loading(page, host, line, screen);
      // Those two ask nothing: what they show is known from the sign-in, and from the stream.
      if (!['settings-account', 'settings-concurrency'].includes(screen.name)) await refused(page, host, line, screen);
    }
    forgive(complaints);
    await overSettings(page, host);
    await apiSettings(page, host);
  });
});

test.describe('many', () => {
  test.use({ seed: '100k' });

  test('of everyone', async ({ page, host }) => {
    await openAs(page, host, SEEDED_ADMIN);
    for (const screen of [CAMPAIGNS, LIVE, ANALYTICS]) await shown(page, host, { ...screen, name: `${screen.name}-everyone` }, 'many');
    for (const name of ['concurrency', 'users', 'agents'])
      for (const screen of SETTINGS.filter(({ at }) => at.endsWith(name))) await shown(page, host, screen, 'many');
  });

  test('of one supervisor', async ({ page, host }) => {
    const rest = await restAs(host, { email: SEEDED_SUPERVISOR, password: host.seededPassword });
    await openAs(page, host, SEEDED_SUPERVISOR);
    const active = await campaignIn(rest, 'active');
    for (const screen of [CAMPAIGNS, QUEUE, CONTACTS, PICK, ...ofCampaign(active)]) await shown(page, host, screen, 'many');
    await visit(page, host, QUEUE);
    await page.getByRole('grid', { name: 'People in the queue' }).focus();
    await page.keyboard.press('Control+a');
    await expect(page.getByText(/^[\d,]+ selected$/)).toBeVisible();
    await picture(page, 'queue-selected', 'many');
    for (let n = 1; n <= 24; n += 1) await rest('POST', '/tokens', { name: `CRM export, branch ${n}`, scope: n % 2 ? 'read' : 'write' });
    for (const screen of SETTINGS.filter(({ at }) => at.endsWith('api'))) await shown(page, host, screen, 'many');
    await visit(page, host, CONTACTS);
    await page.getByRole('grid', { name: 'Contacts' }).focus();
    await page.keyboard.press('Control+a');
    await expect(page.getByText(/^[\d,]+ selected$/)).toBeVisible();
    await picture(page, 'contacts-selected', 'many');
    await page.getByRole('button', { name: 'Bulk call' }).click();
    await expect(
      page
        .getByRole('dialog')
        .getByText(/will be skipped|calls, one about/)
        .first(),
    ).toBeVisible();
    await picture(page, 'bulk-call', 'many');
  });
});
