import { describe, expect, it } from 'vitest';
import { type Place, placeOn, zoomed } from './place.ts';

const MAIN = { x: 0, y: 24, width: 1920, height: 1056 };
const LEFT = { x: -1280, y: 0, width: 1280, height: 1024 };
const SMALL = { x: 0, y: 0, width: 1024, height: 700 };
const at = (x: number, y: number, width = 1200, height = 800): Place => ({ x, y, width, height, isMaximised: false });

describe('placeOn', () => {
  it.each([
    ['nothing kept', null, [MAIN], { x: 240, y: 102, width: 1440, height: 900 }],
    ['nothing kept, a small screen', null, [SMALL], { x: 0, y: 0, width: 1024, height: 700 }],
    ['within the screen', at(100, 100), [MAIN], { x: 100, y: 100, width: 1200, height: 800 }],
    ['on the second screen', at(-1200, 50), [MAIN, LEFT], { x: -1200, y: 50, width: 1200, height: 800 }],
    ['on a screen that is gone', at(-1200, 50), [MAIN], { x: 360, y: 152, width: 1200, height: 800 }],
    ['half over the edge', at(1700, 100), [MAIN], { x: 1700, y: 100, width: 1200, height: 800 }],
    ['all but over the edge', at(1850, 100), [MAIN], { x: 360, y: 152, width: 1200, height: 800 }],
    ['its head above the screen', at(100, 0), [MAIN], { x: 360, y: 152, width: 1200, height: 800 }],
    ['its head below the screen', at(100, 1070), [MAIN], { x: 360, y: 152, width: 1200, height: 800 }],
    ['larger than the screen is now', at(0, 0, 3000, 2000), [SMALL], { x: 0, y: 0, width: 1024, height: 700 }],
    ['no screen at all', at(100, 100), [], { width: 1200, height: 800 }],
  ])('%s', (_, kept, screens, place) => {
    expect(placeOn(kept, screens)).toEqual(place);
  });
});

describe('zoomed', () => {
  it.each([
    [1, 'in', 1.1],
    [1.1, 'in', 1.25],
    [2, 'in', 2],
    [1, 'out', 0.9],
    [0.5, 'out', 0.5],
    [1.07, 'out', 1],
    [1.75, 'reset', 1],
  ] as const)('%d %s → %d', (factor, step, to) => {
    expect(zoomed(factor, step)).toBe(to);
  });
});
