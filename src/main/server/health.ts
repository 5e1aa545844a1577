/** What a watch over the program asks: whether it can do its work, and its figures. Neither says anything of a person. */
import type { ServerResponse } from 'node:http';
import { everyone } from '../data/scope.ts';
import type { Parts } from '../parts.ts';
import { systemLimit } from '../settings/concurrency.ts';
import { sendJson } from './raw-route.ts';

/** 200 while the engine can do its work, 503 with the reasons while it cannot. */
export function answerHealth({ health }: Parts, response: ServerResponse): void {
  const problems = health.blocking().filter(({ code }) => code !== 'reconciling');
  sendJson(response, problems.length === 0 ? 200 : 503, {
    ok: problems.length === 0,
    problems: problems.map(({ code, sentence }) => ({ code, sentence })),
  });
}

/** Prometheus' text format. The server answers this computer alone. */
export function answerMetrics(parts: Parts, response: ServerResponse): void {
  const { data, health } = parts;
  const gauges: [name: string, help: string, value: number][] = [
    ['ringmaster_calls_up', 'Calls that hold a slot.', data.slots.systemActive()],
    ['ringmaster_calls_limit', 'Most calls up at once in the whole system.', systemLimit(parts)],
    ...data.campaigns
      .countByState(everyone)
      .map(({ status, n }): [string, string, number] => [`ringmaster_campaigns{status="${status}"}`, '', n]),
    ['ringmaster_problems', 'What the engine cannot do right now.', health.list().length],
  ];
  const lines = gauges.flatMap(([name, help, value]) => [
    ...(help ? [`# HELP ${name} ${help}`, `# TYPE ${name} gauge`] : []),
    `${name} ${value}`,
  ]);
  response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' });
  response.end(`${lines.join('\n')}\n`);
}
