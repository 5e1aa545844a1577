/** The voice logs: every call of the space, whichever surface it was made by. Dates are all that they can be sought by. */
import type { PracticeLine } from '../../../src/main/telephony/practice/line.ts';
import { PRICE } from './compat-resources.ts';
import { attributedError, Refusal } from './errors.ts';
import type { SignalWireOptions } from './options.ts';
import { pageOf } from './pages.ts';
import { endedAt, type SpaceCall, type SpaceCalls } from './space-call.ts';
import { endReason, loggedStatus, relayState } from './words.ts';

export interface VoiceLogParts {
  calls: SpaceCalls;
  line: PracticeLine;
  options: () => SignalWireOptions;
}

const WORDS = { page: 'page_number', size: 'page_size', token: 'page_token' };
const DAY = 86_400_000;

/** Answers a GET for a path behind `/api/voice/logs`; null where there is no such path. The key is already checked. */
export function voiceLogs(parts: VoiceLogParts, path: string, url: URL): Response | null {
  const [, id, events] = /^(?:\/([\w-]+)(\/events)?)?$/.exec(path) ?? [];
  try {
    if (path === '') return list(parts, url);
    if (id === undefined) return null;
    const call = parts.calls.find(id);
    if (!call) throw new Refusal(404, 'not_found', `the log ${id} was not found`, 'id');
    call.line = parts.line.byId(call.line!.id) ?? call.line;
    return Response.json(events ? { data: eventsOf(call, parts.options()) } : legResource(call, loggedStatus(call, parts.options())));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return attributedError(new Refusal(error.status === 400 ? 422 : error.status, error.code, error.message, error.attribute));
  }
}

/** A call as logs and the Calling API show it, with the status in the words of whoever asks. */
export function legResource(call: SpaceCall, status: string): Record<string, unknown> {
  const line = call.line!;
  const { from, to, surface, instructions } = call.wishes;
  const ended = endedAt(call) !== null;
  const ms = Math.round((line.duration_seconds ?? 0) * 1000);
  const charge = (line.cost?.amount ?? 0) * PRICE;
  const type = surface === 'compat' ? 'laml_call' : to.startsWith('sip') ? 'relay_sip_call' : 'relay_pstn_call';
  return {
    id: call.sid,
    from,
    to,
    direction: 'outbound-api',
    status,
    duration: ended ? Math.round(ms / 1000) : null,
    duration_ms: ended ? ms : null,
    billing_ms: ended ? Math.ceil(ms / 60_000) * 60_000 : null,
    source: surface === 'compat' ? 'laml' : 'realtime_api',
    type,
    parent_id: null,
    url: instructions.kind === 'ask' ? instructions.hook.url : null,
    charge,
    charge_details: charge > 0 ? [{ description: 'Outbound Voice', charge }] : [],
    created_at: new Date(call.createdAt).toISOString(),
  };
}

function list(parts: VoiceLogParts, url: URL): Response {
  const query = url.searchParams;
  if (Number(query.get('page_number') ?? 0) > 0 && !query.has('page_token'))
    throw new Refusal(422, 'missing_required_parameter', 'page_token is required for further pages', 'page_token');
  const all = parts.calls.all().filter((call) => isSought(call, query, parts.options()));
  const page = pageOf(all, ({ sid }) => sid, query, WORDS);
  const at = (changed: Readonly<Record<string, string>>) => {
    const kept = new URLSearchParams(query);
    kept.set('page_size', String(page.size));
    for (const name of ['page_number', 'page_token']) kept.delete(name);
    for (const [name, value] of Object.entries(changed)) kept.set(name, value);
    return `${url.origin}${url.pathname}?${kept}`;
  };
  const links = {
    self: at({ page_number: String(page.page) }),
    first: at({}),
    ...(page.next && { next: at({ page_number: String(page.next.page), page_token: page.next.token }) }),
  };
  return Response.json({ links, data: page.items.map((call) => legResource(call, loggedStatus(call, parts.options()))) });
}

/** A day, or an instant where one is given. */
function isSought({ createdAt }: SpaceCall, query: URLSearchParams, { afterLeavesOutDay }: SignalWireOptions): boolean {
  const [on, before, after] = ['created_on', 'created_before', 'created_after'].map((name) => timeIn(query, name));
  const isDay = /^\d{4}-\d\d-\d\d$/.test(query.get('created_after') ?? '');
  const from = after == null ? Number.NEGATIVE_INFINITY : after + (isDay && afterLeavesOutDay ? DAY : 0);
  return (on == null || (createdAt >= on && createdAt < on + DAY)) && (before == null || createdAt < before) && createdAt >= from;
}

function timeIn(query: URLSearchParams, name: string): number | null {
  const given = query.get(name);
  if (given === null) return null;
  const at = Date.parse(given);
  if (Number.isNaN(at)) throw new Refusal(422, 'invalid_parameter', `${name} is not a date`, name);
  return at;
}

/** What happened to the call, with the reason of its end, which the log's own status may not tell. */
function eventsOf(call: SpaceCall, { projectId }: SignalWireOptions): Record<string, unknown>[] {
  return [...call.events.values()].flatMap(({ status, at }) => {
    const state = relayState(status);
    if (state === null || status === 'completed') return [];
    const details = { call_id: call.sid, call_state: state, ...(state === 'ended' && { end_reason: endReason(call) }) };
    return [
      {
        event_at: new Date(at).toISOString(),
        level: 'info',
        name: `calling_call_${state}`,
        details,
        project_id: projectId,
        log_id: call.sid,
      },
    ];
  });
}
