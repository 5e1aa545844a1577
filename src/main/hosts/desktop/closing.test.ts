import { expect, it } from 'vitest';
import { closingOf } from './closing.ts';

const first = { isGoing: false, hasTray: true, keepInTray: true, wasTold: false };

it.each([
  ['the first time', {}, 'hide-and-say'],
  ['later', { wasTold: true }, 'hide'],
  ['where no tray can be made', { hasTray: false, wasTold: true }, 'quit'],
  ['where the setting says so', { keepInTray: false, wasTold: true }, 'quit'],
  ['once it is decided', { isGoing: true, wasTold: true }, 'close'],
] as const)('closing the window %s', (_, facts, closing) => {
  expect(closingOf({ ...first, ...facts })).toBe(closing);
});
