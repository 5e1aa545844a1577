/**
 * The examples of the reference: each is sent as it is shown to a program that holds what it names, and what comes back is what the
 * document tells. After a change that an example shows, `npm run reference` writes the answers anew.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type { Example } from '../../src/main/server/reference/examples/example.ts';
import { EXAMPLES, type ToldAnswer } from '../../src/main/server/reference/examples/index.ts';
import { faultOf } from '../helpers/documented.ts';
import type { RestAnswer } from '../helpers/engine.ts';
import { type ExampleWorld, exampleWorld } from '../helpers/example-world.ts';
import { operations } from '../helpers/reference.ts';

const FILE = 'src/main/server/reference/examples/answers.json';
const WRITING = process.env['RINGMASTER_REFERENCE'] === 'write';
const documented = await operations();
const told = JSON.parse(readFileSync(FILE, 'utf8')) as Record<string, ToldAnswer>;
const written: Record<string, ToldAnswer> = {};

/** Longer lists are shown by their beginning. */
const SHOWN = 2;
const TOKEN = 'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9...';

/** What takes away something that another example names: the next one finds a program that was begun anew. */
const SPOILS =
  /^(auth\.(createFirst|recover|logout|changeP)|users\.(switch|hand)|(contacts|agents|campaigns)\.delete|contacts\.mark|compliance\.remove|notices\.close|campaigns\.(start|pause|resume|cancel)|callQueue\.(re|ca)|queue\.act|calls\.free|data\.clear)/;

let world: ExampleWorld | undefined;
const end = async () => {
  await world?.test.stop();
  world = undefined;
};
afterAll(async () => {
  await end();
  if (WRITING) writeFileSync(FILE, `${JSON.stringify(written, null, 1)}\n`);
});

const operationOf = (name: string) => documented.get(name.replace(/ \(.*/, ''))!;
const isOpen = (name: string) => EXAMPLES[name]?.as === 'nobody' && /createFirstAdmin|recover/.test(name);

/** Sends one, its names replaced by those that the program gave. */
async function send(name: string, example: Example, real: ReadonlyMap<string, string>): Promise<RestAnswer> {
  const { method, path } = operationOf(name);
  const { test, rest, people } = world!;
  const { id = '', query = {}, body, form, as = 'supervisor' } = withReal(example, real);
  const search = new URLSearchParams(Object.entries(query).map(([key, value]): [string, string] => [key, String(value)]));
  const full = `${path.replace(/\{\w+\}/, encodeURIComponent(id))}${search.size === 0 ? '' : `?${search}`}`;
  const who = as === 'nobody' ? null : people![as];
  if (path === '/events') return await firstOfStream(full, who!.authorization);
  return await test.during(rest.ask(method, full, form ? formOf(form) : body, who));
}

const withReal = (example: Example, real: ReadonlyMap<string, string>): Example =>
  JSON.parse(JSON.stringify(example), (_key, value: unknown) =>
    typeof value === 'string' ? (real.get(value) ?? value) : value,
  ) as Example;

function formOf({ fields, fileName, text }: NonNullable<Example['form']>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', new File([text], fileName, { type: 'text/csv' }));
  return form;
}

async function firstOfStream(path: string, authorization: string): Promise<RestAnswer> {
  const leaving = new AbortController();
  const response = await fetch(`${world!.rest.url}/api${path}`, { headers: { authorization }, signal: leaving.signal });
  const { value } = await response.body!.getReader().read();
  leaving.abort();
  return { status: response.status, headers: response.headers, body: new TextDecoder().decode(value) };
}

/** Sends what comes before an example, and then itself. */
async function play(name: string): Promise<{ answer: RestAnswer; real: Map<string, string> }> {
  if (isOpen(name)) await end();
  world ??= await exampleWorld({ empty: isOpen(name) });
  const real = new Map<string, string>();
  const example = EXAMPLES[name]!;
  if (name === 'files.takeIn') {
    const path = join(world.test.dataDir, 'people.csv');
    writeFileSync(path, 'name,phone_number\nGrace Hopper,+18005550101\n');
    real.set('a-token-of-the-desktop', world.test.engine.context.files.put(path));
  }
  if (example.after) {
    const [before, path, shown] = example.after;
    const { body, status } = await send(before, EXAMPLES[before]!, real);
    expect([before, Math.floor(status / 100)]).toEqual([before, 2]);
    real.set(shown, String(path.split('.').reduce((whole, step) => whole[step], body)));
    if (before === 'imports.takeIn') await isChecked(real.get(shown)!);
  }
  return { answer: await send(name, example, real), real };
}

/** A file is checked in a thread of its own. */
async function isChecked(id: string): Promise<void> {
  const { test, rest, people } = world!;
  for (;;) {
    const { body } = await test.during(rest.ask('GET', `/imports/${id}`, undefined, people!.supervisor));
    if (body.import.state === 'checked') return;
    // So many a second are taken, and the clock stands still by itself.
    await test.clock.advance(10);
  }
}

/** As the reference shows it: names as the request has them, nothing of the machine, lists by their beginning. */
function asShown(body: unknown, real: ReadonlyMap<string, string>): ToldAnswer['body'] {
  const shown = new Map([...real].map(([name, value]) => [value, name]));
  const { dataDir } = world!.test;
  return JSON.parse(
    JSON.stringify(body, (key, value: unknown) => {
      if (Array.isArray(value)) return value.slice(0, SHOWN);
      if (key === 'databaseBytes' || key === 'bytes') return 1_048_576;
      if (typeof value !== 'string') return value;
      if (value.startsWith('eyJ')) return TOKEN;
      if (value.startsWith('rm_')) return 'rm_...';
      const named = [...shown].reduce((text, [from, to]) => (to === '' ? text : text.replaceAll(from, to)), value);
      return named.replaceAll(dataDir, '/home/ada/.local/share/ringmaster').replace(/127\.0\.0\.1:\d+/, '127.0.0.1:47820');
    }),
  ) as ToldAnswer['body'];
}

describe('the examples', () => {
  it('are of every route, each of a route that is there', () => {
    const shown = new Set(Object.keys(EXAMPLES).map((name) => name.replace(/ \(.*/, '')));
    expect([...shown].toSorted()).toEqual([...documented.keys()].toSorted());
  });
});

describe.each(Object.keys(EXAMPLES))('the example of %s', (name) => {
  afterEach(async () => {
    if (WRITING || SPOILS.test(name)) await end();
  });

  it('is done, and answered as the document tells', async () => {
    const { answer, real } = await play(name);
    const { status, headers, body } = answer;
    expect([status, status < 300 ? '' : body]).toEqual([Math.floor(status / 100) === 2 ? status : 200, '']);
    const { method, path } = operationOf(name);
    const contentType = headers.get('content-type');
    expect(await faultOf({ method, path, status, contentType, body })).toBeNull();
    if (!contentType?.startsWith('application/json')) return;
    written[name] = { status, body: asShown(body, real) };
    if (WRITING) return;
    const shown = told[name];
    expect([shown?.status, await faultOf({ method, path, status, contentType, body: shown?.body })]).toEqual([status, null]);
  });
});
