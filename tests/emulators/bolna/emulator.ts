/**
 * Bolna over the practice line: its HTTP interface, its queue above the account's concurrency, and its deliveries: unsigned, to the
 * agent's address, never sent again.
 */
import { WebhookSender, type Webhook } from '../../../src/main/telephony/practice/webhook-sender.ts';
import type { LineCall, LineEvent } from '../../../src/main/telephony/practice/wire.ts';
import type { Emulator, EmulatorParts } from '../emulator.ts';
import { uuid } from '../ids.ts';
import { leftOpen } from '../left-open.ts';
import { asTexts, bodyOf, fieldsOf, json, type Route, routed } from '../routes.ts';
import { deskRoutes } from './desk.ts';
import { refusal, refuseKey, wrongNumber } from './errors.ts';
import { executionBody, statusOf } from './execution-body.ts';
import { type Execution, Executions, newExecution, type Own, type Placed } from './executions.ts';
import { readNewCall } from './new-call.ts';
import { type BolnaOptions, DEFAULT_BOLNA_OPTIONS } from './options.ts';
import { readRoutes } from './reads.ts';

export interface BolnaEmulator extends Emulator {
  readonly options: Readonly<BolnaOptions>;
  /** Holds for what happens from now on. */
  configure(changed: Partial<BolnaOptions>): void;
}

/** News that Bolna itself has of an execution, beside the network's. */
type OwnCall = LineCall & { own?: Own };

export function bolnaEmulator(parts: EmulatorParts, given: Partial<BolnaOptions> = {}): BolnaEmulator {
  const { clock, newId, line } = parts;
  let options: BolnaOptions = { ...DEFAULT_BOLNA_OPTIONS, ...given };
  const current = () => options;
  let sequence = 1000;
  // What Bolna tells by itself is lost, late and shuffled as what the network tells is.
  const sender = new WebhookSender({ clock, secret: '', send: tell, settings: () => line.settings });
  const executions = new Executions({
    clock,
    line,
    concurrency: () => options.concurrency,
    ringSeconds: () => options.ringSeconds,
    variables: asTexts,
    tell: (execution) => {
      const call: OwnCall = { ...ownCall(execution), own: execution.own };
      sender.tell(call, sequence++, 1);
    },
  });

  async function tell({ body }: Webhook): Promise<number> {
    const { call } = JSON.parse(new TextDecoder().decode(body)) as Omit<LineEvent, 'call'> & { call: OwnCall };
    const { own } = call;
    const found = own ? { execution: executions.find(call.id)!, retries: 0 } : executions.ofLine(call.id);
    if (!found) return 200;
    const { execution } = found;
    const retries = own ? execution.retryHistory.length : found.retries;
    const told = own ? null : call;
    const to = options.agents.find((agent) => agent.id === execution.agentId)?.webhookUrl;
    if (!to || options.statusesLeftOut.includes(statusOf(execution, told, own ?? execution.own))) return 200;
    await deliver(to, executionBody(execution, told, own ?? execution.own, retries, options));
    return 200;
  }

  async function deliver(url: string, fields: object): Promise<void> {
    const { hugeBytes } = options;
    const body = JSON.stringify({ ...fields, ...(hugeBytes > 0 && { padding: 'x'.repeat(hugeBytes) }) });
    try {
      await parts.post(new Request(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body }));
    } catch {
      // Nobody listened; it is not sent again.
    }
  }

  async function dial(request: Request): Promise<Response> {
    const body = (await bodyOf(request)) ?? {};
    const { call, agent } = readNewCall(body, options, clock.now());
    const id = uuid(newId);
    const userData = fieldsOf(body['user_data']);
    const reference = options.referenceOf(body) ?? id;
    const execution = newExecution({
      ...call,
      id,
      userData,
      reference,
      createdAt: clock.now(),
      agent,
      outOfBalance: options.outOfBalance,
    });
    return placed(await executions.place(execution), execution, request);
  }

  function placed(result: Placed, execution: Execution, request: Request): Promise<Response> | Response {
    if (result.kind === 'silence' || (result.kind === 'accepted' && result.answer === 'none')) return leftOpen(request);
    if (result.kind === 'error' || (result.kind === 'accepted' && result.answer === 'error')) throw refusal(500, 'Internal server error');
    if (result.kind === 'refused') {
      if (result.status === 429) throw refusal(429, 'Rate limit exceeded');
      throw wrongNumber(options, result.message);
    }
    const status = execution.scheduledAt === null ? 'queued' : options.scheduledSays;
    return json(200, { message: 'done', status, execution_id: execution.id });
  }

  async function stop(id: string): Promise<Response> {
    const result = await executions.stop(id);
    if (result === 'not-found') throw refusal(404, 'Execution not found');
    if (result === 'too-late') throw refusal(400, 'Only queued or scheduled calls can be stopped');
    return json(200, { message: 'done', status: 'stopped', execution_id: id });
  }

  async function stopAgent(agentId: string): Promise<Response> {
    const stopped: string[] = [];
    for (const { id } of executions.all.filter((execution) => execution.agentId === agentId))
      if ((await executions.stop(id)) === 'stopped') stopped.push(id);
    return json(200, { stopped_executions: stopped });
  }

  const configure = (changed: Partial<BolnaOptions>) => {
    options = { ...options, ...changed };
    executions.pump();
  };

  const routes: readonly Route[] = [
    ['POST', /^\/call$/, (_, request) => dial(request)],
    ['POST', /^\/call\/([^/]+)\/stop$/, ([id]) => stop(id!)],
    ['POST', /^\/v2\/agent\/([^/]+)\/stop$/, ([id]) => stopAgent(id!)],
    ...readRoutes({ options: current, executions }),
    ...deskRoutes({ options: current, configure, executions, clock, newId }),
  ];

  return {
    handle: routed({
      clock,
      skewMs: () => options.clockSkewMs,
      routes,
      refuse: (request) => refuseKey(request, options),
      unknown: () => json(404, { detail: 'Not Found' }),
    }),
    tell,
    stop: () => {
      sender.stop();
      executions.close();
    },
    configure,
    get options() {
      return options;
    },
  };
}

/** An execution in the network's words, for the sender: the number and the reference count there. */
function ownCall({ id, reference, to, from, agentId, createdAt, own }: Execution): LineCall {
  const nothing = { duration_seconds: null, answered_by: null, cost: null, recording: null, transcript: null, summary: null } as const;
  const rest = { extracted: null, hung_up_by: null, reason: null } as const;
  return { id, reference, status: 'queued', to, from, agent: agentId, accepted_at: createdAt, status_at: own.at, ...nothing, ...rest };
}
