/** The page's line to the program with a hand on it: answers come as they are, not at all, or as refusals. */
import type { Page, WebSocketRoute } from '@playwright/test';

export type Answers = 'given' | 'held' | 'refused';

/** Who sits here is answered always: without it there is no screen. */
const ALWAYS_GIVEN = new Set(['/auth/me', '/auth/state']);
/** Goes on where others are refused, as it does while a single question fails. */
const STREAM = '/live/subscribe';

export const REFUSAL = 'The data are being saved to another place right now.';
const REFUSED = {
  s: 503,
  b: {
    json: {
      defined: true,
      code: 'UNAVAILABLE',
      status: 503,
      message: REFUSAL,
      data: { code: 'data_busy', details: [], retryable: true, nextAction: 'Try again in a minute.' },
    },
  },
};

export interface Line {
  /** From now on, for whatever is asked. */
  answers(answers: Answers): void;
  /** Breaks, and does not come back before it is mended. */
  cut(): Promise<void>;
  mend(): void;
}

/** Takes the line of a page that is not open yet. */
export async function heldLine(page: Page): Promise<Line> {
  let answers: Answers = 'given';
  let isCut = false;
  const open = new Set<WebSocketRoute>();
  await page.routeWebSocket(/\/rpc/, (socket) => {
    if (isCut) return void socket.close();
    const program = socket.connectToServer();
    open.add(socket);
    socket.onMessage((message) => {
      const { i: id, p } = JSON.parse(String(message)) as { i: string; p?: { u?: string } };
      const path = p?.u?.replace(/\?.*$/, '');
      const isTouched = path !== undefined && !ALWAYS_GIVEN.has(path) && (answers === 'held' || path !== STREAM);
      if (answers === 'given' || !isTouched) program.send(message);
      else if (answers === 'refused') socket.send(JSON.stringify({ i: id, p: REFUSED }));
    });
  });
  return {
    answers(wanted) {
      answers = wanted;
    },
    async cut() {
      isCut = true;
      await Promise.all([...open].map((socket) => socket.close()));
      open.clear();
    },
    mend() {
      isCut = false;
    },
  };
}
