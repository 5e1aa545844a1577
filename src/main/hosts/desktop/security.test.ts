import { describe, expect, it } from 'vitest';
import { isTrustedSender, mayHavePermission, mayNavigate, mayOpenOutside, ownPath } from './security.ts';

describe('mayNavigate', () => {
  it.each([
    ['ringmaster://app/', true],
    ['ringmaster://app/index.html#/campaigns', true],
    ['ringmaster://other/', false],
    ['ringmaster://app:8080/', false],
    ['ringmaster://user@app/', false],
    ['ringmaster://app.evil.example/', false],
    ['https://app/', false],
    ['http://127.0.0.1:7411/', false],
    ['file:///etc/passwd', false],
    ['javascript:alert(1)', false],
    ['data:text/html,x', false],
    ['about:blank', false],
    ['', false],
    ['not a url', false],
  ])('%s → %s', (url, allowed) => {
    expect(mayNavigate(url)).toBe(allowed);
  });
});

describe('mayOpenOutside', () => {
  it.each([
    ['https://example.com/help', true],
    ['http://127.0.0.1:7411/api/reference', true],
    ['http://localhost:7411/api/reference', true],
    ['http://localhost:7411/', false],
    ['http://127.0.0.1:631/printers/delete', false],
    ['http://127.0.0.1.evil.example/api/reference', false],
    ['mailto:help@example.com', false],
    ['http://example.com/', false],
    ['https://user:secret@example.com/', false],
    ['file:///home/someone/.ssh/id_rsa', false],
    ['ringmaster://app/', false],
    ['javascript:alert(1)', false],
    ['smb://server/share', false],
    ['ms-settings:privacy', false],
    ['vscode://file/x', false],
    ['', false],
  ])('%s → %s', (url, allowed) => {
    expect(mayOpenOutside(url)).toBe(allowed);
  });
});

describe('mayHavePermission', () => {
  it.each([
    ['clipboard-sanitized-write', 'ringmaster://app/', true],
    ['fullscreen', 'ringmaster://app/', true],
    ['fullscreen', 'https://example.com/', false],
    ['clipboard-read', 'ringmaster://app/', false],
    ['media', 'ringmaster://app/', false],
    ['geolocation', 'ringmaster://app/', false],
    ['notifications', 'ringmaster://app/', false],
    ['openExternal', 'ringmaster://app/', false],
    ['something-new', 'ringmaster://app/', false],
  ])('%s for %s → %s', (permission, url, allowed) => {
    expect(mayHavePermission(permission, url)).toBe(allowed);
  });
});

describe('isTrustedSender', () => {
  it.each([
    [{ url: 'ringmaster://app/', parent: null }, true],
    [{ url: 'ringmaster://app/', parent: {} }, false],
    [{ url: 'https://example.com/', parent: null }, false],
    [{ url: 'file:///usr/share/page.html', parent: null }, false],
    [{ url: 'about:blank', parent: null }, false],
    [{ url: '', parent: null }, false],
    [null, false],
    [undefined, false],
  ])('%j → %s', (frame, trusted) => {
    expect(isTrustedSender(frame)).toBe(trusted);
  });
});

describe('ownPath', () => {
  it.each([
    ['ringmaster://app/assets/a.js?x#y', '/assets/a.js'],
    ['ringmaster://app/../../secret', '/secret'],
    ['ringmaster://other/assets/a.js', null],
    ['https://app/', null],
  ])('%s → %s', (url, path) => {
    expect(ownPath(url)).toBe(path);
  });
});
