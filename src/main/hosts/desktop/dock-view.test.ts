import { describe, expect, it } from 'vitest';
import { dockView } from './dock-view.ts';

const own = (done: number, total: number) => ({ next: null, progress: { done, total }, mayPause: true, mayResume: false });

describe('dockView', () => {
  it.each([
    [
      { callsUp: 0, isCalling: false, own: null },
      { badge: 0, badgeWords: '', progress: -1, mode: 'paused' },
    ],
    [
      { callsUp: 1, isCalling: true, own: own(1, 4) },
      { badge: 1, badgeWords: '1 call up', progress: 0.25, mode: 'normal' },
    ],
    [
      { callsUp: 2, isCalling: false, own: own(4, 4) },
      { badge: 2, badgeWords: '2 calls up', progress: 1, mode: 'paused' },
    ],
    [
      { callsUp: 0, isCalling: true, own: { ...own(0, 1), progress: null } },
      { badge: 0, badgeWords: '', progress: -1, mode: 'normal' },
    ],
  ] as const)('%j', (glance, view) => {
    expect(dockView(glance)).toEqual(view);
  });
});
