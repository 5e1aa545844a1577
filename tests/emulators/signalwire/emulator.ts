/**
 * An emulated SignalWire space over the practice line: compatibility API, Calling API and voice logs on one side, signed callbacks
 * and requests for documents on the other. It keeps its calls in memory only: one that is started anew knows none of the line's.
 */
import type { Emulator, EmulatorParts } from '../emulator.ts';
import { Answered, type CallLogLine } from './answered.ts';
import { callingApi } from './calling-api.ts';
import { compatApi } from './compat-api.ts';
import { generalError, notAuthenticated, notFound, Refusal } from './errors.ts';
import { DEFAULT_SPACE, type SignalWireOptions } from './options.ts';
import { Outbox } from './outbox.ts';
import { SpaceCalls } from './space-call.ts';
import { StartQueue } from './start-queue.ts';
import { farSideHungUp, noteStep, tellOnce } from './telling.ts';
import { voiceLogs } from './voice-logs.ts';

export interface SignalWireEmulator extends Emulator {
  /** Changes what is given; it holds for what happens from now on. */
  configure(changed: Partial<SignalWireOptions>): void;
  readonly options: SignalWireOptions;
  /** Requests to the customer: sent, not answered with 2xx, and dropped after three tries (those of the line: `observe().webhooks.lost`). */
  readonly counts: Readonly<Outbox['counts']>;
  /** What was wrong with documents, in the order in which it was found. */
  readonly log: readonly CallLogLine[];
}

const UNAVAILABLE = 503;

export function signalWireEmulator(parts: EmulatorParts, given: Partial<SignalWireOptions> = {}): SignalWireEmulator {
  let options: SignalWireOptions = { ...DEFAULT_SPACE, ...given };
  const now = () => options;
  const { clock, line } = parts;
  const calls = new SpaceCalls();
  const queue = new StartQueue(() => options.callsPerSecond);
  const outbox = new Outbox({ clock, post: parts.post, options: now, speed: () => line.settings.speed });
  const answered = new Answered({ line, outbox, options: now });
  const telling = { calls, outbox, options: now };
  const surfaces = { ...parts, calls, queue, answered, options: now };
  const stopFollowing = line.follow((step) => {
    const call = calls.took(step);
    if (!call) return;
    noteStep(call, step, options);
    if (step.call.status === 'in-progress') void answered.take(call, step.answeredBy);
    if (step.call.status === 'call-disconnected' && step.call.hung_up_by === 'agent') void farSideHungUp(telling, call);
  });

  const route = async (request: Request): Promise<Response> => {
    if (options.unavailable) return generalError(new Refusal(UNAVAILABLE, '20503', 'Service unavailable'));
    const url = new URL(request.url);
    const [, project, account] = /^\/api\/laml\/2010-04-01\/Accounts\/([^/]+)(\/.*)$/.exec(url.pathname) ?? [];
    const isRecording = request.method === 'GET' && /^\/Recordings\/[\w-]+\.(?:wav|mp3)$/.test(account ?? '');
    const open = isRecording && !options.recordingsNeedAuth;
    if (!open && !isAuthentic(request, options)) return notAuthenticated();
    if (project !== undefined && project !== options.projectId) return notAuthenticated();
    const missing = () => generalError(notFound(url.pathname));
    if (account !== undefined) return (await compatApi(surfaces, account, request)) ?? missing();
    if (url.pathname === '/api/calling/calls' && request.method === 'POST') return callingApi(surfaces, request);
    if (url.pathname.startsWith('/api/voice/logs') && request.method === 'GET')
      return voiceLogs(surfaces, url.pathname.slice('/api/voice/logs'.length), url) ?? missing();
    return missing();
  };

  return {
    handle: async (request) => {
      const response = await route(request);
      response.headers.set('date', new Date(clock.now() + options.clockSkewMs).toUTCString());
      return response;
    },
    tell: (webhook) => tellOnce(telling, webhook),
    configure: (changed) => {
      options = { ...options, ...changed };
    },
    get options() {
      return options;
    },
    counts: outbox.counts,
    log: answered.log,
    stop: () => {
      stopFollowing();
      outbox.stop();
    },
  };
}

function isAuthentic(request: Request, { projectId, token }: SignalWireOptions): boolean {
  return request.headers.get('authorization') === `Basic ${Buffer.from(`${projectId}:${token}`).toString('base64')}`;
}
