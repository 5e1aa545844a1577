/** What cloudflared writes, and what it means. It has no other interface: its lines were the same over years of versions. */
import type { AppError } from '../../../shared/domain/app-error.ts';
import { lasting, passing } from './open-tunnel.ts';

/** The address of a quick tunnel in one line; null where there is none. `api.` is the service that hands them out, named in its errors. */
export function quickAddress(line: string): string | null {
  const found = /https:\/\/(?!api\.)[a-z0-9-]+\.trycloudflare\.com/i.exec(line);
  return found ? found[0].toLowerCase() : null;
}

/** Whether the line tells that a connection to Cloudflare stands. */
export const isRegistered = (line: string): boolean => /Registered tunnel connection|Connection [0-9a-f-]+ registered/i.test(line);

const KNOWN: readonly { words: RegExp; told: () => AppError }[] = [
  {
    words: /Tunnel token is not valid/i,
    told: () =>
      lasting(
        'cloudflared_token',
        'cloudflared does not accept the token. Copy the whole of it from the tunnel at one.dash.cloudflare.com.',
      ),
  },
  {
    words: /Unauthorized|Invalid tunnel secret|Tunnel not found/i,
    told: () =>
      lasting(
        'cloudflared_unknown',
        'Cloudflare does not know this tunnel, or its token was renewed. Copy the token again, or make the tunnel anew.',
      ),
  },
  {
    words: /origin cert|cert\.pem/i,
    told: () =>
      lasting(
        'cloudflared_login',
        'cloudflared is not logged in on this computer. Run: cloudflared tunnel login. Or enter the token of the tunnel.',
      ),
  },
  {
    words: /credentials file|is neither the ID nor the name of any of your tunnels|error parsing tunnel ID/i,
    told: () =>
      lasting(
        'cloudflared_name',
        'cloudflared has no tunnel of this name on this computer. Run: cloudflared tunnel create NAME. Or enter the token of the tunnel.',
      ),
  },
  {
    words: /429|Too Many Requests/i,
    told: () => passing('cloudflared_busy', 'Cloudflare gives out no more quick tunnels at the moment. Wait, or use a named one.'),
  },
  {
    words: /no such host|server misbehaving|network is unreachable/i,
    told: () => passing('cloudflared_offline', 'cloudflared cannot reach Cloudflare. Check that this computer is online.'),
  },
  {
    words: /flag provided but not defined|Incorrect Usage/i,
    told: () => lasting('cloudflared_old', 'This cloudflared is too old for what it is asked. Install the current one.'),
  },
];

/** Why it ended, by its last lines, the latest first. */
export function cloudflaredTrouble(lines: readonly string[]): AppError {
  for (const line of lines.toReversed()) {
    const known = KNOWN.find(({ words }) => words.test(line));
    if (known) return known.told();
  }
  const last = lines.findLast((line) => /\b(ERR|FTL|error|failed)\b/i.test(line));
  return passing('cloudflared_ended', `cloudflared ended${last ? `: ${plain(last)}` : ' without a word'}.`);
}

/** Without the instant and the level in front. */
const plain = (line: string) =>
  line
    .replace(/^\S+Z (INF|WRN|ERR|FTL) /, '')
    .slice(0, 200)
    .replace(/\.$/, '');
