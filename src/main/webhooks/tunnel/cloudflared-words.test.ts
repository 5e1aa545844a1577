import { describe, expect, it } from 'vitest';
import { cloudflaredTrouble, isRegistered, quickAddress } from './cloudflared-words.ts';

const AT = '2026-11-20T09:00:00Z';

describe('what cloudflared writes', () => {
  it.each([
    [
      `${AT} INF |  https://buffalo-marco-cardiff-motel.trycloudflare.com                                     |`,
      'https://buffalo-marco-cardiff-motel.trycloudflare.com',
    ],
    [`${AT} INF Requesting new quick Tunnel on trycloudflare.com...`, null],
    [`${AT} INF Thank you for trying Cloudflare Tunnel. … (https://www.cloudflare.com/website-terms/)`, null],
    [
      `failed to request quick Tunnel: Post "https://api.trycloudflare.com/tunnel": dial tcp: lookup api.trycloudflare.com: no such host`,
      null,
    ],
  ])('names the address of a quick tunnel in %j: %j', (line, address) => {
    expect(quickAddress(line)).toBe(address);
  });

  it('tells when a connection stands', () => {
    expect(
      isRegistered(
        `${AT} INF Registered tunnel connection connIndex=0 connection=bb527b3a event=0 ip=198.51.100.7 location=fra08 protocol=quic`,
      ),
    ).toBe(true);
    expect(isRegistered(`${AT} ERR Failed to dial a quic connection error="timeout"`)).toBe(false);
  });

  it.each([
    ['Provided Tunnel token is not valid.', 'cloudflared_token', false],
    [
      `${AT} ERR Register tunnel error from server side error="Unauthorized: Invalid tunnel secret" connIndex=0`,
      'cloudflared_unknown',
      false,
    ],
    [`${AT} ERR Cannot determine default origin certificate path. No file cert.pem in [~/.cloudflared]`, 'cloudflared_login', false],
    ['tunnel credentials file not found', 'cloudflared_name', false],
    ['error parsing tunnel ID: "hooks" is neither the ID nor the name of any of your tunnels', 'cloudflared_name', false],
    [
      `${AT} ERR Error unmarshaling QuickTunnel response: error code: 1015 error="…" status_code="429 Too Many Requests"`,
      'cloudflared_busy',
      true,
    ],
    ['failed to request quick Tunnel: Post "https://api.trycloudflare.com/tunnel": dial tcp: no such host', 'cloudflared_offline', true],
    ['Incorrect Usage: flag provided but not defined: -no-autoupdate', 'cloudflared_old', false],
    [`${AT} ERR something new`, 'cloudflared_ended', true],
  ])('ends with %j: %s (may pass: %s)', (line, code, mayPass) => {
    const trouble = cloudflaredTrouble([`${AT} INF Starting`, line, `${AT} INF Metrics server stopped`]);
    expect([trouble.code, trouble.retryable]).toEqual([code, mayPass]);
  });

  it('is quoted where it says something unknown, without the instant', () => {
    expect(cloudflaredTrouble([`${AT} ERR something new.`, 'bye']).message).toBe('cloudflared ended: something new.');
    expect(cloudflaredTrouble([]).message).toBe('cloudflared ended without a word.');
  });
});
