/** Reading executions: one, a page of an agent's, its log and its recording. */
import { audioAnswer, audioOf } from '../audio.ts';
import { type Fields, json, type Route } from '../routes.ts';
import { refusal } from './errors.ts';
import { executionBody } from './execution-body.ts';
import type { Execution, Executions } from './executions.ts';
import type { BolnaOptions } from './options.ts';

export interface ReadsParts {
  options: () => BolnaOptions;
  executions: Executions;
}

const LONGEST_RANGE_MS = 7 * 24 * 60 * 60_000;
const PAGE_SIZE = 20;
const LARGEST_PAGE = 50;

export function readRoutes({ options, executions }: ReadsParts): readonly Route[] {
  const known = (id: string): Execution => {
    const execution = executions.find(id);
    if (!execution) throw refusal(404, 'Execution not found');
    return execution;
  };
  const bodyNow = (execution: Execution): Fields =>
    executionBody(execution, executions.callOf(execution), execution.own, execution.retryHistory.length, options());

  const list = (agentId: string, query: URLSearchParams): Response => {
    if (!options().agents.some(({ id }) => id === agentId)) throw refusal(404, 'Agent not found');
    const { from, to } = readRange(query, options());
    const number = positive(query, 'page_number', 1);
    const size = positive(query, 'page_size', PAGE_SIZE);
    if (size > LARGEST_PAGE) throw refusal(400, `page_size must not exceed ${LARGEST_PAGE}`);
    const found = executions.all
      .filter((execution) => execution.agentId === agentId && execution.createdAt >= from && execution.createdAt <= to)
      // The same instant keeps its order: the later one first.
      .toReversed()
      .toSorted((a, b) => b.createdAt - a.createdAt)
      .map(bodyNow)
      .filter((body) => isAskedFor(body, query));
    const data = found.slice((number - 1) * size, number * size);
    return json(200, {
      page_number: number,
      page_size: size,
      total: found.length,
      has_more: number * size < found.length,
      data: options().trimmedLists ? data.map(trimmed) : data,
      filters: {},
      sorts: {},
    });
  };

  return [
    ['GET', /^\/executions\/([^/]+)$/, ([id]) => json(200, bodyNow(known(id!)))],
    ['GET', /^\/executions\/([^/]+)\/log$/, ([id]) => json(200, { status: bodyNow(known(id!))['status'], data: [] })],
    ['GET', /^\/v2\/agent\/([^/]+)\/executions$/, ([id], _, { searchParams }) => list(id!, searchParams)],
    [
      'GET',
      /^\/recordings\/call\/([^/]+)$/,
      ([id], request) => {
        const call = executions.callOf(known(id!));
        const file = call && audioOf(call);
        if (!file) throw refusal(404, 'Recording not found');
        return audioAnswer(file, 'audio/wav', request.headers.get('range'));
      },
    ],
  ];
}

function readRange(query: URLSearchParams, { datesOptional }: BolnaOptions): { from: number; to: number } {
  const [from, to] = [query.get('from'), query.get('to')];
  if (from === null && to === null && datesOptional) return { from: -Infinity, to: Infinity };
  if (from === null || to === null) throw refusal(400, 'from and to are required together');
  const range = { from: instant(from), to: instant(to) };
  if (Number.isNaN(range.from) || Number.isNaN(range.to)) throw refusal(400, 'from and to must be UTC ISO 8601 dates');
  if (range.to - range.from > LONGEST_RANGE_MS) throw refusal(400, 'the range between from and to cannot exceed 7 days');
  return range;
}

/** A time without a zone is UTC. */
const instant = (text: string) => Date.parse(/(Z|[+-]\d\d:\d\d)$/.test(text) ? text : `${text}Z`);

function positive(query: URLSearchParams, name: string, otherwise: number): number {
  const value = Number(query.get(name) ?? otherwise);
  if (!Number.isInteger(value) || value < 1) throw refusal(400, `${name} must be a number from 1`);
  return value;
}

function isAskedFor(body: Fields, query: URLSearchParams): boolean {
  const call = (name: string, value: unknown) => !query.has(name) || query.get(name) === String(value);
  return (
    call('status', body['status']) &&
    call('call_type', 'outbound') &&
    call('provider', body['provider']) &&
    call('answered_by_voice_mail', body['answered_by_voice_mail']) &&
    call('batch_id', body['batch_id'])
  );
}

const trimmed = ({ id, status, conversation_duration, created_at }: Fields): Fields => ({ id, status, conversation_duration, created_at });
