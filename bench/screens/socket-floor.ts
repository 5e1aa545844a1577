/** The floor of what is told to a screen: a bare web socket's message, shown by an empty page. */
import type { AddressInfo } from 'node:net';
import type { Browser } from '@playwright/test';
import { WebSocketServer } from 'ws';
import { percentile, round } from '../statistics.ts';
import { WINDOW } from './stage.ts';

const MESSAGES = 200;
const EVERY_MS = 25;

/** From sending to the change in the document, ms. */
export async function socketFloor(browser: Browser): Promise<{ p50Ms: number; p99Ms: number }> {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  await new Promise((resolve) => server.once('listening', resolve));
  const page = await browser.newPage(WINDOW);
  try {
    const connected = new Promise<import('ws').WebSocket>((resolve) => server.once('connection', resolve));
    await page.evaluate(listen, `ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
    const socket = await connected;
    for (let n = 0; n < MESSAGES; n += 1) {
      socket.send(String(Date.now()));
      await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
    }
    const delays = await page.evaluate(() => (window as unknown as { delays: number[] }).delays);
    return { p50Ms: round(percentile(delays, 0.5)), p99Ms: round(percentile(delays, 0.99)) };
  } finally {
    await page.close();
    server.close();
  }
}

function listen(url: string): void {
  const delays: number[] = [];
  Object.assign(window, { delays });
  const note = () => delays.push(Date.now() - Number(document.body.textContent));
  new MutationObserver(note).observe(document.body, { subtree: true, childList: true, characterData: true });
  new WebSocket(url).addEventListener('message', ({ data }) => {
    document.body.textContent = String(data);
  });
}
