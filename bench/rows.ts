/** The figures of the engine as rows of the table. */
import type { DeliveriesFigures } from './deliveries.ts';
import type { DeliveryFigures } from './delivery.ts';
import type { ImportFigures } from './import.ts';
import type { ListsFigures } from './lists/measure.ts';
import type { PassFigures } from './pass.ts';
import type { RestFigures } from './rest/measure.ts';

/** What was measured, by what it is: columns are `measured`, `to reach`, `floor` and what one row alone has. */
export type Rows = Record<string, Record<string, number | string>>;

export function passRows(pass: PassFigures, hard: PassFigures): Rows {
  const bound = Math.max(10, 10 * pass.bareSyncP99Ms);
  return {
    'pass, p50 (ms)': { measured: pass.p50Ms, 'hard case': hard.p50Ms, 'to reach': 5, floor: pass.bareSyncP50Ms },
    'pass, p99 (ms)': { measured: pass.p99Ms, 'hard case': hard.p99Ms, 'to reach': bound, floor: pass.bareSyncP99Ms },
  };
}

export const deliveryRows = ({ p99Ms }: DeliveryFigures): Rows => ({ 'delivery to next dial, p99 (ms)': { measured: p99Ms } });

export function deliveriesRows(figures: DeliveriesFigures): Rows {
  const { bareServerP50Ms, bareServerP99Ms, bareInsertP50Ms, bareInsertP99Ms } = figures;
  // Stored and answered is at least the one and the other.
  const floor = {
    p50: Number((bareServerP50Ms + bareInsertP50Ms).toFixed(2)),
    p99: Number((bareServerP99Ms + bareInsertP99Ms).toFixed(2)),
  };
  return {
    'deliveries stored and answered a second': { measured: figures.perSecond, floor: figures.bareServerPerSecond },
    'answer to a delivery, p50 (ms)': { measured: figures.answerP50Ms, floor: floor.p50 },
    'answer to a delivery, p99 (ms)': { measured: figures.answerP99Ms, 'to reach': 50, floor: floor.p99 },
    'delivery to slot free, 200 calls up, p50 (ms)': { measured: figures.slotFreeP50Ms, floor: floor.p50 },
    'delivery to slot free, 200 calls up, p99 (ms)': { measured: figures.slotFreeP99Ms, floor: floor.p99 },
  };
}

export function importRows({ rows, seconds, peakRssMb, longestBlockMs, floors }: ImportFigures): Rows {
  const sum = floors.papaparse + floors.phone + floors.insert;
  return {
    [`import of ${rows} rows (s)`]: { measured: seconds, 'to reach': Number(sum.toFixed(2)) },
    'import, peak memory (MB)': { measured: peakRssMb, 'to reach': 500 },
    'import, longest block (ms)': { measured: longestBlockMs, 'to reach': 50 },
  };
}

/** One row a list; the floor is a question that asks for next to nothing. */
export function listRows({ lists, floorP99Ms }: ListsFigures): Rows {
  return Object.fromEntries(
    Object.entries(lists).map(([name, { p50Ms, p99Ms, firstMs }]) => [
      `${name}, pages 1–100, p99 (ms)`,
      { measured: p99Ms, 'to reach': 50, floor: floorP99Ms, p50: p50Ms, first: firstMs },
    ]),
  );
}

export function restRows({ without, beside, answers }: RestFigures): Rows {
  const bound = Math.max(10, 10 * beside.bareSyncP99Ms);
  return {
    'pass beside 200 requests a second, p50 (ms)': {
      measured: beside.passesP50Ms,
      without: without.passesP50Ms,
      floor: beside.bareSyncP50Ms,
    },
    'pass beside 200 requests a second, p99 (ms)': {
      measured: beside.passesP99Ms,
      without: without.passesP99Ms,
      'to reach': bound,
      floor: beside.bareSyncP99Ms,
    },
    'cores taken beside 200 requests a second': { measured: beside.cores, without: without.cores },
    'single read meanwhile, p99 (ms)': { measured: answers.read.p99Ms, p50: answers.read.p50Ms },
    'write meanwhile, p99 (ms)': { measured: answers.write.p99Ms, p50: answers.write.p50Ms },
    'list meanwhile, p99 (ms)': { measured: answers.list.p99Ms, p50: answers.list.p50Ms },
  };
}
