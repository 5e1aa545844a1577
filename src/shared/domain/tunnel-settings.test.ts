import { describe, expect, it } from 'vitest';
import { publicAddress } from './tunnel-settings.ts';

describe('publicAddress', () => {
  it.each([
    ['https://hooks.example.com', 'https://hooks.example.com'],
    ['https://hooks.example.com/', 'https://hooks.example.com'],
    [' hooks.example.com ', 'https://hooks.example.com'],
    ['hooks.example.com:8443', 'https://hooks.example.com:8443'],
    ['HTTP://Hooks.Example.com:80/', 'http://hooks.example.com'],
    ['https://example.com/ringmaster//', 'https://example.com/ringmaster'],
    ['http://[::1]:8080', 'http://[::1]:8080'],
  ])('takes %j as %j', (text, address) => {
    expect(publicAddress(text)).toBe(address);
  });

  it.each([
    '',
    '  ',
    'ftp://example.com',
    'https://',
    'https://me:secret@example.com',
    'https://example.com/?a=1',
    'https://example.com/#a',
    'two words',
  ])('refuses %j', (text) => {
    expect(publicAddress(text)).toBeNull();
  });
});
