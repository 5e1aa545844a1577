/** The Calling API: one address, a command a request. */
import type { Answered } from './answered.ts';
import { instructionsIn, invalid, type Params, readCallingDial } from './calling-form.ts';
import { type DialingParts, takeDial } from './dialing.ts';
import { attributedError, Refusal } from './errors.ts';
import type { SpaceCall } from './space-call.ts';
import { legResource } from './voice-logs.ts';
import { callingStatus } from './words.ts';

const END_REASONS = ['hangup', 'cancel', 'busy', 'noAnswer', 'decline', 'error'];

export interface CallingParts extends DialingParts {
  answered: Answered;
}

/** Answers `POST /api/calling/calls`. The key is already checked. */
export async function callingApi(parts: CallingParts, request: Request): Promise<Response> {
  try {
    const body = await bodyOf(request);
    const params = fieldsOf(body['params'] ?? {}, 'params');
    const call = await obey(parts, body, params, request);
    return Response.json(legResource(call, callingStatus(call)));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    // What the account may not do is refused as a parameter is.
    const status = error.status === 400 ? 422 : error.status;
    return attributedError(new Refusal(status, error.code, error.message, error.attribute));
  }
}

async function obey(parts: CallingParts, body: Params, params: Params, request: Request): Promise<SpaceCall> {
  const { command } = body;
  if (command === 'dial') return takeDial(parts, readCallingDial(params, parts.options()), request);
  if (command === 'update') return update(parts, found(parts, params['id']), params);
  if (command === 'calling.end') {
    const reason = params['reason'] ?? 'hangup';
    if (!END_REASONS.includes(reason as string)) throw invalid('reason', `reason must be among ${END_REASONS.join(', ')}`);
    return end(parts, found(parts, body['id']));
  }
  throw invalid('command', `the command ${String(command)} is not known, or not emulated`);
}

async function update(parts: CallingParts, call: SpaceCall, params: Params): Promise<SpaceCall> {
  const status = params['status'];
  const answered = call.line!.status === 'in-progress';
  if (status === 'canceled' && answered) throw invalid('status', 'a call in progress cannot be canceled');
  if (status === 'canceled' || status === 'completed') return end(parts, call);
  if (status !== undefined) throw invalid('status', 'status must be canceled or completed');
  const instructions = instructionsIn(params);
  if (!instructions) throw new Refusal(422, 'missing_required_parameter', 'status, url or swml must be given', 'url');
  if (!answered) throw invalid('id', 'the call is not in progress');
  call.wishes = { ...call.wishes, instructions };
  void parts.answered.redirect(call);
  return call;
}

async function end(parts: CallingParts, call: SpaceCall): Promise<SpaceCall> {
  const result = await parts.line.hangUp(call.line!.id);
  if (typeof result === 'string') throw invalid('id', 'the call has ended');
  return call;
}

/** @throws Refusal 404 */
function found(parts: CallingParts, id: unknown): SpaceCall {
  const call = typeof id === 'string' ? parts.calls.find(id) : null;
  if (call?.wishes.surface !== 'calling') throw new Refusal(404, 'not_found', `the call ${String(id)} was not found`, 'id');
  call.line = parts.line.byId(call.line!.id) ?? call.line;
  return call;
}

async function bodyOf(request: Request): Promise<Params> {
  let body: unknown;
  try {
    body = await request.json();
  } catch {
    throw new Refusal(422, 'invalid_json', 'the body is not JSON');
  }
  return fieldsOf(body, 'the body');
}

function fieldsOf(value: unknown, name: string): Params {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Params;
  throw invalid(name, `${name} must be an object`);
}
