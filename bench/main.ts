/**
 * What is fast, measured beside its floor in the same run: `npm run bench` prints a table, `npm run bench -- --json` one object.
 * Parts are chosen by name (`npm run bench -- pass screens`, `npm run bench -- scroll`); `screens` stands for all parts of the screens,
 * which are measured on the built program. `--quick` takes a twentieth of the size: to see that it runs, not to quote.
 */
import { measureDeliveries } from './deliveries.ts';
import { measureDelivery } from './delivery.ts';
import { measureImport } from './import.ts';
import { measureLists } from './lists/measure.ts';
import { measureClaims, measurePass } from './pass.ts';
import { measureRest } from './rest/measure.ts';
import { deliveriesRows, deliveryRows, importRows, listRows, passRows, restRows, type Rows } from './rows.ts';
import { measureScreens, SCREEN_PARTS } from './screens.ts';
import { screenRows } from './screens/rows.ts';

const ENGINE_PARTS = ['pass', 'claims', 'delivery', 'deliveries', 'import', 'lists', 'rest'] as const;
type Part = (typeof ENGINE_PARTS)[number] | (typeof SCREEN_PARTS)[number];
const PARTS: readonly Part[] = [...ENGINE_PARTS, ...SCREEN_PARTS];

const json = process.argv.includes('--json');
const quick = process.argv.includes('--quick');
const share = quick ? 20 : 1;
const SIZE = { items: 1_000_000 / share, users: 200, campaigns: 500, userLimit: 2, systemLimit: 400, hard: false };
const PASSES = quick ? 300 : 3000;
const SCREEN_SIZES = quick ? { list: '100k', crowd: '100k' } : { list: 'list', crowd: '1m' };

const say = (what: string) => console.error(`… ${what}`);

/** The parts that are named; all of them where none is. */
function chosenParts(): ReadonlySet<Part> {
  const names = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
  const unknown = names.find((name) => name !== 'screens' && !PARTS.some((part) => part === name));
  if (unknown !== undefined) {
    say(`There is no part “${unknown}”. There are: screens, ${PARTS.join(', ')}.`);
    process.exit(1);
  }
  const isNamed = (part: Part) => names.includes(part) || (names.includes('screens') && SCREEN_PARTS.some((name) => name === part));
  return new Set(names.length === 0 ? PARTS : PARTS.filter(isNamed));
}

const parts = chosenParts();
const result: Record<string, unknown> = { machine: { node: process.version, cores: navigator.hardwareConcurrency } };
const rows: Rows = {};

if (parts.has('pass')) {
  say(`pass: ${SIZE.items} items`);
  const pass = await measurePass(SIZE, PASSES);
  say('pass: the hard case');
  const hard = await measurePass({ ...SIZE, hard: true }, PASSES);
  result['pass'] = { ...pass, hard };
  Object.assign(rows, passRows(pass, hard));
}
if (parts.has('claims')) {
  say('claims');
  const measured = measureClaims({ ...SIZE, items: 100_000 / share }, 5000 / share);
  result['claimsPerSecond'] = measured;
  rows['claims a second'] = { measured };
}
if (parts.has('delivery')) {
  say('delivery to next dial');
  const delivery = await measureDelivery(quick ? 200 : 2000);
  result['deliveryToNextDialP50Ms'] = delivery.p50Ms;
  result['deliveryToNextDialP99Ms'] = delivery.p99Ms;
  Object.assign(rows, deliveryRows(delivery));
}
if (parts.has('deliveries')) {
  say('deliveries a second');
  const deliveries = await measureDeliveries(quick ? 500 : 10_000);
  result['deliveries'] = deliveries;
  Object.assign(rows, deliveriesRows(deliveries));
}
if (parts.has('import')) {
  say('import');
  const imported = await measureImport(SIZE.items);
  result['import'] = imported;
  Object.assign(rows, importRows(imported));
}
if (parts.has('lists')) {
  say('lists');
  const lists = await measureLists(SIZE.items, say);
  result['lists'] = lists;
  Object.assign(rows, listRows(lists));
}
if (parts.has('rest')) {
  say('rest: 200 requests a second beside calls');
  const rest = await measureRest(quick ? 10 : 60, SIZE.items);
  result['rest'] = rest;
  Object.assign(rows, restRows(rest));
}
const screenParts = SCREEN_PARTS.filter((part) => parts.has(part));
if (screenParts.length > 0) {
  const screens = await measureScreens(screenParts, SCREEN_SIZES, say);
  result['screens'] = screens;
  Object.assign(rows, screenRows(screens));
}

if (json) console.log(JSON.stringify(result));
else console.table(rows);
