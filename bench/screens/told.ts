/** What providers told in a stretch of time, as the engine kept it. */
import type { Rest } from './rest.ts';

export interface Told {
  callId: string;
  receivedAt: number;
  /** The state that the practice line names. */
  state: string;
}

const PAGE = 100;

interface Delivery {
  callId: string | null;
  receivedAt: string;
  body: string;
}

/** The deliveries taken from then on, the newest first. */
export async function toldSince(rest: Rest, since: number): Promise<Told[]> {
  const told: Told[] = [];
  for (let page = 1; ; page += 1) {
    const { deliveries } = await rest<{ deliveries: Delivery[] }>('GET', `/deliveries?limit=${PAGE}&page=${page}`);
    for (const { callId, receivedAt, body } of deliveries) {
      const at = Date.parse(receivedAt);
      if (at < since) return told;
      const { call } = JSON.parse(body) as { call?: { status?: string } };
      if (callId !== null) told.push({ callId, receivedAt: at, state: call?.status ?? '' });
    }
    if (deliveries.length < PAGE) return told;
  }
}
