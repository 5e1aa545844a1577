/**
 * What is fast, measured beside its floor in the same run: `npm run bench` prints a table, `npm run bench -- --json` one object.
 * `--quick` takes a twentieth of the size: to see that it runs, not to quote.
 */
import { measureDelivery } from './delivery.ts';
import { measureImport } from './import.ts';
import { measureClaims, measurePass } from './pass.ts';

const json = process.argv.includes('--json');
const quick = process.argv.includes('--quick');
const share = quick ? 20 : 1;
const SIZE = { items: 1_000_000 / share, users: 200, campaigns: 500, userLimit: 2, systemLimit: 400, hard: false };
const PASSES = quick ? 300 : 3000;

const say = (what: string) => console.error(`… ${what}`);

say(`pass: ${SIZE.items} items`);
const pass = await measurePass(SIZE, PASSES);
say('pass: the hard case');
const hardPass = await measurePass({ ...SIZE, hard: true }, PASSES);
say('claims');
const claimsPerSecond = measureClaims({ ...SIZE, items: 100_000 / share }, 5000 / share);
say('delivery to next dial');
const delivery = await measureDelivery(quick ? 200 : 2000);
say('import');
const imported = await measureImport(SIZE.items);

const result = {
  pass: { ...pass, hard: hardPass },
  claimsPerSecond,
  deliveryToNextDialP50Ms: delivery.p50Ms,
  deliveryToNextDialP99Ms: delivery.p99Ms,
  import: imported,
  machine: { node: process.version, cores: navigator.hardwareConcurrency },
};

if (json) console.log(JSON.stringify(result));
else {
  const sum = imported.floors.papaparse + imported.floors.phone + imported.floors.insert;
  const bound = Math.max(10, 10 * pass.bareSyncP99Ms);
  console.table({
    'pass, p50 (ms)': { measured: pass.p50Ms, 'hard case': hardPass.p50Ms, 'to reach': 5, floor: pass.bareSyncP50Ms },
    'pass, p99 (ms)': { measured: pass.p99Ms, 'hard case': hardPass.p99Ms, 'to reach': bound, floor: pass.bareSyncP99Ms },
    'claims a second': { measured: claimsPerSecond },
    'delivery to next dial, p99 (ms)': { measured: delivery.p99Ms },
    [`import of ${imported.rows} rows (s)`]: { measured: imported.seconds, 'to reach': Number(sum.toFixed(2)) },
    'import, peak memory (MB)': { measured: imported.peakRssMb, 'to reach': 500 },
    'import, longest block (ms)': { measured: imported.longestBlockMs, 'to reach': 50 },
  });
}
