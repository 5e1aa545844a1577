import { expect, it } from 'vitest';
import type { DesktopCommand } from '../../../shared/desktop-command.ts';
import { PageLink } from './page-link.ts';

const go = (address: string): DesktopCommand => ({ kind: 'go', address });

it('asks the page at once while it listens, and keeps the last wish for when it does', () => {
  const link = new PageLink();
  const heard: DesktopCommand[] = [];
  const listens = () => link.listens((command) => void heard.push(command));
  link.ask(go('/live'));
  link.ask(go('/campaign/c1'));
  link.ask({ kind: 'pause-all' });
  expect(heard).toEqual([]);
  listens();
  expect(heard).toEqual([go('/campaign/c1')]);
  link.ask({ kind: 'pause-all' });
  link.isDeaf();
  link.ask({ kind: 'resume-all' });
  listens();
  expect(heard).toEqual([go('/campaign/c1'), { kind: 'pause-all' }]);
});

it.each(['https://example.com/', 'javascript:alert(1)', '//example.com', '/a b', ''])(
  'asks the page for no other address: %j',
  (address) => {
    expect(() => new PageLink().ask(go(address))).toThrow('address');
  },
);
