/** What a watch over the program asks: whether it can do its work, and its figures. Neither says anything of a person. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Parts } from '../parts.ts';
import { sendJson } from './raw-route.ts';
import type { RestGate } from './rest-gate.ts';
import { HttpRefusal } from './thrown.ts';

/** The loop tries again with its next pass, ten seconds later at most. */
const LOOK_AGAIN = { 'retry-after': '10' };

/** 200 while the engine can do its work, 503 with the reasons while it cannot. @throws AppError `too_many_requests`. */
export function answerHealth({ health }: Parts, gate: RestGate, response: ServerResponse): void {
  gate.passByAddress(response.req);
  const problems = health.blocking().filter(({ code }) => code !== 'reconciling');
  const told = { ok: problems.length === 0, problems: problems.map(({ code, sentence }) => ({ code, sentence })) };
  sendJson(response, told.ok ? 200 : 503, told, told.ok ? {} : LOOK_AGAIN);
}

/** Prometheus' text format, for this computer alone. @throws AppError `too_many_requests`; HttpRefusal 404 for others. */
export async function answerMetrics({ metrics }: Parts, gate: RestGate, response: ServerResponse): Promise<void> {
  gate.passByAddress(response.req);
  if (!isThisComputer(response.req)) throw new HttpRefusal(404, 'not_found', 'There is no such address.');
  const { contentType, text } = await metrics.read();
  response.writeHead(200, { 'content-type': contentType, 'cache-control': 'no-store' });
  response.end(text);
}

/** Whether a request came over loopback, whichever name it asked for. */
export function isThisComputer({ socket }: { socket: Pick<IncomingMessage['socket'], 'remoteAddress'> }): boolean {
  return /^(?:::ffff:)?127\.|^::1$/.test(socket.remoteAddress ?? '');
}
