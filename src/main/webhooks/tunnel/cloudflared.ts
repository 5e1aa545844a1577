/** The person's own installed cloudflared, as a child process: a quick tunnel without an account, or a named one. */
import { devNull } from 'node:os';
import { type CloudflaredSettings, publicAddress } from '../../../shared/domain/tunnel-settings.ts';
import { cloudflaredTrouble, isRegistered, quickAddress } from './cloudflared-words.ts';
import { lasting, type OpenKind } from './open-tunnel.ts';
import { findProgram, runProgram } from './program.ts';

/** What is kept of what it wrote, to say why it ended. */
const LINES_KEPT = 40;

export const openCloudflared: OpenKind = async ({ settings: { cloudflared }, secrets, local, log, signal }) => {
  const named = cloudflared.way === 'named' ? namedAddress(cloudflared) : null;
  const token = cloudflared.way === 'named' ? secrets.cloudflaredToken() : null;
  const program = findProgram('cloudflared', cloudflared.program);
  if (program === null) throw missing(cloudflared.program);

  const lines: string[] = [];
  const heard = { address: named, registered: false };
  let isUp = (_publicUrl: string) => {};
  const up = new Promise<string>((done) => (isUp = done));
  const running = runProgram(program, argumentsOf(cloudflared, token, local.port), environmentOf(token), (line) => {
    lines.push(token ? line.replaceAll(token, '…') : line);
    if (lines.length > LINES_KEPT) lines.shift();
    log.debug({ line: lines.at(-1) }, 'cloudflared');
    heard.address ??= quickAddress(line);
    heard.registered ||= isRegistered(line);
    if (heard.address !== null && heard.registered) isUp(heard.address);
  });
  const end = () => void running.end();
  signal.addEventListener('abort', end);
  try {
    const publicUrl = await Promise.race([up, running.ended]);
    if (signal.aborted) await running.end();
    if (publicUrl === undefined || signal.aborted) throw cloudflaredTrouble(lines);
    return { publicUrl, closed: running.ended.then(() => cloudflaredTrouble(lines).message), close: () => running.end() };
  } finally {
    signal.removeEventListener('abort', end);
  }
};

/** @throws AppError where something is missing. */
function namedAddress({ hostname }: CloudflaredSettings): string {
  const address = publicAddress(hostname);
  if (address === null)
    throw lasting('cloudflared_hostname', 'Enter the public hostname that leads to the tunnel, as in hooks.example.com.');
  return address;
}

/**
 * An empty configuration: one that lies on this computer for something else would lead the requests elsewhere, and what it serves
 * would be reachable through our tunnel.
 */
function argumentsOf({ way, tunnelName }: CloudflaredSettings, token: string | null, port: number): string[] {
  const own = ['tunnel', '--config', devNull, '--no-autoupdate', '--url', `http://127.0.0.1:${port}`];
  if (way === 'quick') return own;
  if (token) return [...own, 'run'];
  if (tunnelName === '') throw lasting('cloudflared_name_missing', 'Enter the token of the tunnel, or its name.');
  return [...own, 'run', tunnelName];
}

/** The token goes by the environment: a command line can be read by every program of this computer. */
function environmentOf(token: string | null): NodeJS.ProcessEnv {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('TUNNEL_')));
  return token ? { ...env, TUNNEL_TOKEN: token } : env;
}

const missing = (path: string) =>
  path === ''
    ? lasting(
        'cloudflared_missing',
        'cloudflared is not installed on this computer. Install it (developers.cloudflare.com, Downloads), or enter its path.',
      )
    : lasting(
        'cloudflared_missing',
        `${path} is no program that can be run. Enter the path of cloudflared, or leave it empty to have it looked for.`,
      );
