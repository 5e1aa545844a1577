/** What Chromium makes of the page's policy: what somebody else put into the page neither runs, nor looks like ours, nor tells anyone. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

/** Puts markup into the page as a hole in the screens would; which rules of the policy it broke. */
const broken = (page: Page, markup: string) =>
  page.evaluate(async (html) => {
    const rules = new Set<string>();
    const note = (event: SecurityPolicyViolationEvent) => rules.add(event.effectiveDirective);
    document.addEventListener('securitypolicyviolation', note);
    document.body.append(document.createRange().createContextualFragment(html));
    await new Promise((done) => {
      setTimeout(done, 200);
    });
    document.removeEventListener('securitypolicyviolation', note);
    return [...rules].toSorted();
  }, markup);

test('the page runs its own scripts alone, and reaches its own host alone', async ({ page, host, complaints }) => {
  const asked: string[] = [];
  const elsewhere = createServer(({ url = '' }, response) => {
    asked.push(url);
    response.writeHead(200, { 'access-control-allow-origin': '*', 'content-type': 'text/javascript' }).end('window.ran = true');
  });
  await new Promise<void>((done) => {
    elsewhere.listen(0, '127.0.0.1', done);
  });
  const other = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`;
  try {
    await page.goto(host.url);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();

    expect(await broken(page, '<script>window.ran = true</script>')).toEqual(['script-src-elem']);
    expect(await broken(page, `<script src="${other}/a.js"></script>`)).toEqual(['script-src-elem']);
    expect(await broken(page, '<img src="data:," onerror="window.ran = true">')).toEqual(['script-src-attr']);
    expect(await broken(page, '<style>body { display: none }</style>')).toEqual(['style-src-elem']);
    expect(await broken(page, '<p style="position: fixed; inset: 0">Sign in again</p>')).toEqual(['style-src-attr']);
    expect(await broken(page, `<link rel="stylesheet" href="${other}/a.css">`)).toEqual(['style-src-elem']);
    expect(await broken(page, `<img src="${other}/told.png">`)).toEqual(['img-src']);
    expect(await broken(page, `<iframe src="${other}/"></iframe>`)).toEqual(['frame-src']);
    expect(await broken(page, `<object data="${other}/"></object>`)).toEqual(['object-src']);
    expect(await broken(page, `<base href="${other}/">`)).toEqual(['base-uri']);

    const refused = (run: string) =>
      page.evaluate(
        async (code) =>
          await import(`data:text/javascript,${code}`).then(
            () => '',
            (error: Error) => error.message,
          ),
        run,
      );
    expect(await refused('window.ran = true')).toMatch(/Failed to fetch/);
    expect(
      await page.evaluate(
        (url) =>
          fetch(url).then(
            () => 'told',
            () => 'refused',
          ),
        `${other}/told`,
      ),
    ).toBe('refused');
    expect(await page.evaluate(() => 'ran' in window)).toBe(false);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(asked).toEqual([]);
  } finally {
    elsewhere.close();
  }
  // Chromium says each of these on the console, as it should.
  expect(complaints.length).toBeGreaterThan(9);
  complaints.length = 0;
});
