import { describe, expect, it } from 'vitest';
import { readEmail } from './email.ts';

describe('readEmail', () => {
  it.each([
    ['ada@example.com', 'ada@example.com'],
    [' Ada.King@Example.COM ', 'Ada.King@example.com'],
    ['mailto:ada@example.com', 'ada@example.com'],
    ['Ada King <ada@example.com>', 'ada@example.com'],
    ['"ada@example.com",', 'ada@example.com'],
    ['ada@example.com;', 'ada@example.com'],
    ['\u200bada@example.com\u00a0', 'ada@example.com'],
    ["d'arcy+list@mail.example.co.uk", "d'arcy+list@mail.example.co.uk"],
    ['jörg@müller.example', 'jörg@müller.example'],
    ['info@xn--mller-kva.xn--p1ai', 'info@xn--mller-kva.xn--p1ai'],
  ])('reads %s', (raw, email) => {
    expect(readEmail(raw)).toEqual({ email });
  });

  it.each(['', '  ', '""', '\u200b'])('takes an empty cell for no address: "%s"', (raw) => {
    expect(readEmail(raw)).toEqual({ email: null });
  });

  it.each([
    ['tom.li-example.com', 'No @ in it'],
    ['n/a', 'No @ in it'],
    ['@example.com', 'Nothing before the @'],
    ['a@b@example.com', 'More than one @ in it'],
    ['ada@example.com, bob@example.com', 'More than one @ in it'],
    ['ada@localhost', 'Not an e-mail address'],
    ['ada@', 'Not an e-mail address'],
    ['ada @example.com', 'Not an e-mail address'],
    ['ada..king@example.com', 'Not an e-mail address'],
    ['ada@-example.com', 'Not an e-mail address'],
    ['ada@10.0.0.1', 'Not an e-mail address'],
    [`${'a'.repeat(65)}@example.com`, 'Too long'],
    [`a@${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.${'e'.repeat(60)}.${'f'.repeat(20)}.com`, 'Too long'],
  ])('leaves out %s: %s', (raw, reason) => {
    expect(readEmail(raw)).toEqual({ email: null, reason });
  });
});
