/** The commands of docs/rest.md, run as they stand there, and what they are said to answer. */
import { execFile, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { startEngine } from '../helpers/engine.ts';

const ANYTHING = '…';
/** Between the commands of one part and those of the next. */
const NEXT = '--- next part ---';
const have = (command: string) => spawnSync(command, ['--version']).status === 0;

interface Part {
  commands: string;
  /** What its last command answers, as far as it is shown. */
  answer: unknown;
}

function partsOf(page: string): Part[] {
  const blocks = [...page.matchAll(/```sh\n([\s\S]*?)```(?:\n\n```json\n([\s\S]*?)```)?/g)];
  return blocks.map(([, commands = '', answer]) => ({ commands, answer: answer === undefined ? undefined : JSON.parse(answer) }));
}

/** What is shown of an answer, as a matcher: texts may be left open at their end, lists begin as shown. */
function shown(value: unknown): unknown {
  if (typeof value === 'string' && value.includes(ANYTHING)) return expect.stringContaining(value.split(ANYTHING)[0] ?? '');
  if (Array.isArray(value)) return value.length === 0 ? [] : expect.arrayContaining(value.map(shown));
  if (typeof value !== 'object' || value === null) return value;
  return expect.objectContaining(Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, shown(inner)])));
}

describe.skipIf(!['bash', 'curl', 'jq'].every(have))('the page on REST', () => {
  it('has commands that do what it says', async () => {
    const test = await startEngine();
    try {
      const { url } = await test.serve();
      await test.person('supervisor', { email: 'ada@example.com' });
      const parts = partsOf(readFileSync('docs/rest.md', 'utf8'));
      const script = ['set -euo pipefail', ...parts.map(({ commands }) => `${commands}\nprintf '\\n%s\\n' '${NEXT}'`)].join('\n');
      const run = promisify(execFile)('bash', ['-c', script.replaceAll('http://localhost:47820', url)], { cwd: test.dataDir });
      const { stdout } = await test.during(run);
      const told = stdout.split(`\n${NEXT}\n`);
      for (const [n, { commands, answer }] of parts.entries()) {
        const [last = ''] = told[n]!.trim()
          .split(/(?<=\})(?=\{"success")/)
          .slice(-1);
        if (answer !== undefined) expect([commands, JSON.parse(last)]).toEqual([commands, shown(answer)]);
      }
      // The stream began with a snapshot.
      expect(stdout).toContain('"kind":"snapshot"');
    } finally {
      await test.stop();
    }
  });
});
