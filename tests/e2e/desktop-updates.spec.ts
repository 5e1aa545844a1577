/** Updates by the updater itself, from a feed on this machine, as an AppImage takes them. */
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aCertificate } from '../helpers/certificates.ts';
import { test as base, expect, twoCallsUp } from './desktop.ts';
import { signIn } from './fixtures.ts';
import { asAdmin } from './rest.ts';

const CHANNEL = process.arch === 'x64' ? 'latest-linux.yml' : `latest-linux-${process.arch}.yml`;
const NEW = 'Ringmaster-9.9.9-linux.AppImage';
const THERE = { message: 'Ringmaster 9.9.9 is there', buttons: ['Later', 'Download'] };
const INSTALL = { message: 'Install Ringmaster 9.9.9 now?', buttons: ['Later', 'Install and restart'] };

interface Feed {
  url: string;
  /** The paths that were asked for. */
  asked: string[];
  /** What lies there is another file than its list says. */
  isForged: boolean;
  /** The folder of the AppImage that runs. */
  folder: string;
}

const test = base.extend<{ feed: Feed }>({
  feed: async ({ ground, host, program }, provide) => {
    const { certificate, key } = await aCertificate({ commonName: 'localhost', names: ['localhost'] });
    const folder = mkdtempSync(join(tmpdir(), 'ringmaster-update-'));
    writeFileSync(join(folder, 'ca.pem'), certificate);
    const feed: Feed = { url: '', asked: [], isForged: false, folder };
    // The next version: it says that it was started.
    const image = `#!/bin/sh\ntouch '${folder}/started'\n`;
    const list = () =>
      JSON.stringify({
        version: '9.9.9',
        files: [
          {
            url: NEW,
            sha512: createHash('sha512')
              .update(feed.isForged ? 'another' : image)
              .digest('base64'),
            size: image.length,
          },
        ],
      });
    const server: Server = createServer({ cert: certificate, key }, ({ url = '' }, response) => {
      const path = url.split('?')[0] ?? '';
      feed.asked.push(path);
      if (path.endsWith(CHANNEL)) response.end(list());
      else if (path.endsWith(NEW)) response.end(image);
      else response.writeHead(404).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    feed.url = `https://localhost:${(server.address() as AddressInfo).port}`;
    await host.stop();
    program.given = { isPackaged: true };
    const running = join(folder, 'Ringmaster-0.0.0-linux.AppImage');
    writeFileSync(running, '#!/bin/sh\n', { mode: 0o755 });
    Object.assign(ground.env, { APPIMAGE: running, XDG_CACHE_HOME: folder, NODE_EXTRA_CA_CERTS: join(folder, 'ca.pem') });
    await host.start();
    await provide(feed);
    server.closeAllConnections();
    server.close();
  },
});

test.skip(process.platform !== 'linux', 'each system takes updates in its own way');

test('nothing is looked for until an address is set, nobody is asked while a campaign may call, and then twice', async ({
  page,
  host,
  program,
  desktop,
  feed,
}) => {
  await twoCallsUp(page, host);
  expect(feed.asked).toEqual([]);
  const rest = await asAdmin(host);
  await rest('PUT', '/settings/desktop', { updateFeed: `${feed.url}/first` });
  await expect.poll(() => feed.asked).toEqual([`/first/${CHANNEL}`]);
  // What the tray tells next, it tells after the program has had its answer.
  await expect.poll(async () => (await desktop.tray())?.items.find(({ label }) => label === 'Pause all')?.isEnabled).toBe(true);
  await desktop.chooseInTray('Pause all');
  const card = page.getByRole('article', { name: 'Renewals' });
  await expect(card).toContainText('Paused');
  await expect.poll(() => desktop.isKeptAwake()).toBe(false);
  expect(await desktop.asked()).toEqual([]);
  const { campaigns } = (await rest('GET', '/campaigns')) as { campaigns: { id: string }[] };
  await rest('POST', `/campaigns/${campaigns[0]?.id}/cancel`, { hangUp: true });
  await expect.poll(() => desktop.standing()).toEqual([THERE]);
  await desktop.answer('Later');

  // Another address is another question.
  await rest('PUT', '/settings/desktop', { updateFeed: `${feed.url}/second` });
  await expect.poll(() => desktop.standing()).toEqual([THERE]);
  expect(feed.asked).toEqual([`/first/${CHANNEL}`, `/second/${CHANNEL}`]);
  await desktop.answer('Download');
  await expect.poll(() => desktop.standing()).toEqual([INSTALL]);
  expect(feed.asked.at(-1)).toBe(`/second/${NEW}`);
  await desktop.answer('Install and restart');
  expect(await program.gone()).toBe(0);
  await expect.poll(() => existsSync(join(feed.folder, 'started'))).toBe(true);
  expect(existsSync(join(feed.folder, NEW))).toBe(true);
  expect(existsSync(join(feed.folder, 'Ringmaster-0.0.0-linux.AppImage'))).toBe(false);
});

test('a file that is not the one of its list is not installed', async ({ page, host, ground, desktop, feed }) => {
  feed.isForged = true;
  await signIn(page);
  await expect(page.getByRole('heading', { name: 'No campaigns yet' })).toBeVisible();
  await (await asAdmin(host))('PUT', '/settings/desktop', { updateFeed: feed.url });
  await expect.poll(() => desktop.standing()).toEqual([THERE]);
  await desktop.answer('Download');
  await expect.poll(() => readFileSync(join(ground.dataDir, 'ringmaster.log'), 'utf8')).toContain('an update could not be fetched');
  expect((await desktop.asked()).map(({ message }) => message)).toEqual([THERE.message]);
});
