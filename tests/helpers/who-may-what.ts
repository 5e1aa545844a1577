/** The table of `docs/who-may-what.md`, from what the test of isolation holds of every route. */
import { operations } from './reference.ts';

/**
 * `reached`: the verb was asked, whatever it said of the state of things · `hidden`: as if it were not there (404) · `refused`:
 * not for this role (403) · `unknown`: sign in first (401).
 */
export type Seen = 'reached' | 'hidden' | 'refused' | 'unknown';
export type For = readonly [hers: Seen, another: Seen, admin: Seen];

const WORDS: Readonly<Record<Seen, string>> = { reached: 'yes', hidden: '404', refused: '403', unknown: '401' };

const HEAD = `# Who may what

Every route as nobody, as the supervisor whose things are meant, as another supervisor, and as an admin. *yes*: it is done, or told why
it cannot be as things stand; in lists everyone finds what they may see. 401: sign in first. 403: not for this role. 404: as if it were not
there. A token acts as its owner: of scope *read* it may ask the routes with GET and no other, of scope *write* an admin's acts as a supervisor.

This page is made from \`tests/integration/isolation.test.ts\`, which tries each of them (\`npm run reference\` writes it anew).
`;
const COLUMNS = '| route | what it does | nobody | hers | another | admin |\n|---|---|---|---|---|---|';

/** @param routes by name, or `METHOD /path` for those beside the contract. */
export async function whoMayWhat(routes: ReadonlyMap<string, For | 'open'>): Promise<string> {
  const documented = [...(await operations()).values()];
  const files: string[] = [];
  const groups = new Map<string, string[]>();
  for (const { method, path, operation } of documented.toSorted((one, other) => (one.path < other.path ? -1 : 1))) {
    const { operationId, summary = '', tags = [] } = operation;
    const found = routes.get(operationId) ?? routes.get(`${method} ${path}`);
    if (found === undefined) continue;
    const rows = groups.get(tags[0] ?? '') ?? [];
    rows.push(row(`\`${method} /api${path}\``, summary, found));
    groups.set(tags[0] ?? '', rows);
    if (routes.has(operationId) && routes.has(`${method} ${path}`)) files.push(`\`${method} /api${path}\``);
  }
  const parts = [...groups].toSorted(([one], [other]) => (one < other ? -1 : 1));
  const text = parts.map(([name, rows]) => `## ${name[0]?.toUpperCase()}${name.slice(1)}\n\n${COLUMNS}\n${rows.join('\n')}\n`);
  return `${[HEAD, ...text].join('\n')}\nWith a file instead of a body the same holds for ${files.join(', ')}.\n`;
}

function row(route: string, summary: string, found: For | 'open'): string {
  const cells = found === 'open' ? ['yes', 'yes', 'yes', 'yes'] : ['401', ...found.map((seen) => WORDS[seen])];
  return `| ${[route, summary.replaceAll('|', '\\|'), ...cells].join(' | ')} |`;
}
