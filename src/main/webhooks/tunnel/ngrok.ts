/** ngrok, with the static domain of the account. The library keeps its own session; what it cannot bring back in time is opened anew. */
import type { Config, Listener } from '@ngrok/ngrok';
import type { AppError } from '../../../shared/domain/app-error.ts';
import type { Clock } from '../../ports/clock.ts';
import { lasting, type OpenKind, passing, pause } from './open-tunnel.ts';

/** What is used of the package; tests hand in a stand-in. */
export interface NgrokModule {
  forward(config: Config): Promise<Pick<Listener, 'url' | 'close'>>;
  /** Closes every listener of this process. */
  kill(): Promise<void>;
}

/** The library brings a lost session back by itself; after this long it is told as lost. */
export const NGROK_GRACE_MS = 20_000;
/** A goodbye over a dead session is never answered. */
const GOODBYE_MS = 2_000;

export const openNgrok =
  (load: () => Promise<NgrokModule> = loadNgrok): OpenKind =>
  async ({ settings, secrets, local, clock, log, signal }) => {
    const authtoken = secrets.ngrokToken();
    if (authtoken === null || authtoken === '')
      throw lasting('ngrok_token_missing', 'Enter the authtoken of your ngrok account (dashboard.ngrok.com, Your Authtoken).');
    const ngrok = await load();
    const session = watchSession(clock);
    const domain = bareDomain(settings.ngrok.domain);
    // A listener that was given up may come back by itself and would hold the domain against us.
    await inTime(clock, ngrok.kill());
    const addr = `127.0.0.1:${local.port}`;
    const config: Config = { addr, authtoken, onStatusChange: session.onStatus, ...(domain === '' ? {} : { domain }) };
    const listener = await ngrok.forward(config).catch((error: unknown) => {
      const { told, code } = ngrokTrouble(error, domain);
      // The message itself holds the token.
      log.debug({ code }, 'ngrok refused');
      throw told;
    });
    const close = async () => {
      session.end();
      await inTime(clock, listener.close());
    };
    const publicUrl = listener.url()?.replace(/\/+$/, '');
    if (!publicUrl || signal.aborted) {
      await close();
      throw passing('ngrok_no_address', 'ngrok opened a tunnel without an address.');
    }
    return { publicUrl, closed: session.lost, close };
  };

/** Resolves `lost` when the session has been away for longer than the library should need. */
function watchSession(clock: Clock) {
  let stopTimer = () => {};
  let give = (_reason: string) => {};
  const lost = new Promise<string>((done) => (give = done));
  return {
    lost,
    onStatus: (status: string) => {
      stopTimer();
      if (status === 'closed')
        stopTimer = clock.after(NGROK_GRACE_MS, () => give('The connection to ngrok is lost. Check that this computer is online.'));
    },
    end: () => stopTimer(),
  };
}

async function inTime(clock: Clock, work: Promise<unknown>): Promise<void> {
  const done = new AbortController();
  await Promise.race([work.catch(() => {}), pause(clock, GOODBYE_MS, done.signal)]);
  done.abort();
}

const bareDomain = (domain: string) =>
  domain
    .trim()
    .replace(/^https?:\/\//i, '')
    .replace(/\/.*$/, '');

const TOKEN = 'The ngrok authtoken is not accepted. Copy it again from dashboard.ngrok.com, Your Authtoken.';

/** ngrok's own codes (ngrok.com/docs/errors) that a try again does not mend, or that need their own words. */
function ngrokTrouble(error: unknown, domain: string): { told: AppError; code: string } {
  const code = /ERR_NGROK_\d+/.exec(error instanceof Error ? error.message : String(error))?.[0] ?? '';
  return { code, told: toldOf(code, domain) };
}

function toldOf(code: string, domain: string): AppError {
  switch (code) {
    case 'ERR_NGROK_105':
    case 'ERR_NGROK_106':
    case 'ERR_NGROK_107':
    case 'ERR_NGROK_300':
    case 'ERR_NGROK_4018':
      return lasting('ngrok_token_refused', TOKEN);
    case 'ERR_NGROK_108':
      return passing('ngrok_sessions', 'The ngrok account runs as many agents as it may. End another one at dashboard.ngrok.com, Agents.');
    case 'ERR_NGROK_334':
      return passing(
        'ngrok_domain_taken',
        `Something else already uses ${domain || 'the domain'} at ngrok. End it at dashboard.ngrok.com, Endpoints.`,
      );
    default:
      return passing(
        'ngrok_refused',
        `ngrok did not open a tunnel${code ? ` (${code}, see ngrok.com/docs/errors)` : ''}. Check the domain, and that this computer is online.`,
      );
  }
}

async function loadNgrok(): Promise<NgrokModule> {
  try {
    const loaded = await import('@ngrok/ngrok');
    return loaded.default ?? loaded;
  } catch (error) {
    const sentence = `The part for ngrok is not installed for this system (${process.platform}-${process.arch}). Install the program again, or choose another tunnel.`;
    throw lasting('ngrok_not_installed', sentence, error);
  }
}
