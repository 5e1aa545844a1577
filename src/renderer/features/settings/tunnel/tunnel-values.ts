/** The tunnel as its form holds it, every kind beside the others, and what is sent of it. Names are the paths of the contract. */
import { type Tunnel, TunnelChange } from '../../../../shared/contract/tunnel.ts';
import type { CloudflaredWay, SshAuth, TunnelKind } from '../../../../shared/domain/tunnel-settings.ts';
import type { FieldErrors } from '../../../lib/field-errors.ts';
import { tunnel as words } from '../../../words/settings/tunnel.ts';
import type { KeyEdit } from '../form/key-edit.ts';
import { numberProblem, readNumber } from '../form/number-text.ts';

export interface TunnelValues {
  kind: TunnelKind;
  publicUrl: string;
  webhookPort: string;
  'ngrok.domain': string;
  'ngrok.token': KeyEdit;
  'ssh.host': string;
  'ssh.port': string;
  'ssh.user': string;
  'ssh.auth': SshAuth;
  'ssh.keyPath': string;
  'ssh.passphrase': KeyEdit;
  'ssh.password': KeyEdit;
  'ssh.remoteHost': string;
  'ssh.remotePort': string;
  'ssh.publicUrl': string;
  'cloudflared.program': string;
  'cloudflared.way': CloudflaredWay;
  'cloudflared.tunnelName': string;
  'cloudflared.hostname': string;
  'cloudflared.token': KeyEdit;
}
type Name = keyof TunnelValues;

export const valuesOf = ({ kind, address, webhookPort, ngrok, ssh, cloudflared }: Tunnel): TunnelValues => ({
  kind,
  publicUrl: address.url,
  webhookPort: String(webhookPort),
  'ngrok.domain': ngrok.domain,
  'ngrok.token': '',
  'ssh.host': ssh.host,
  'ssh.port': String(ssh.port),
  'ssh.user': ssh.user,
  'ssh.auth': ssh.auth,
  'ssh.keyPath': ssh.keyPath,
  'ssh.passphrase': '',
  'ssh.password': '',
  'ssh.remoteHost': ssh.remoteHost,
  'ssh.remotePort': String(ssh.remotePort),
  'ssh.publicUrl': ssh.publicUrl,
  'cloudflared.program': cloudflared.program,
  'cloudflared.way': cloudflared.way,
  'cloudflared.tunnelName': cloudflared.tunnelName,
  'cloudflared.hostname': cloudflared.hostname,
  'cloudflared.token': '',
});

const KEYS: ReadonlySet<string> = new Set<Name>(['ngrok.token', 'ssh.passphrase', 'ssh.password', 'cloudflared.token']);
const PORTS: Readonly<Record<string, Parameters<typeof numberProblem>[1]>> = {
  webhookPort: { least: 0, most: 65_535 },
  'ssh.port': { least: 1, most: 65_535 },
  'ssh.remotePort': { least: 0, most: 65_535 },
};

/** What is sent of what was changed. A key that is empty stays as it is, one that is null is taken away. */
export function tunnelChange(changes: Partial<TunnelValues>): TunnelChange {
  const change: Record<string, unknown> = {};
  for (const [path, value] of Object.entries(changes)) {
    if (KEYS.has(path) && value === '') continue;
    const sent = path in PORTS ? (readNumber(String(value)) ?? 0) : value;
    const [group = '', name] = path.split('.');
    if (name === undefined) change[group] = sent;
    else change[group] = { ...(change[group] as object | undefined), [name]: sent };
  }
  return change;
}

/** What is wrong before anything is sent, of what the chosen kind needs and shows. */
export function tunnelErrors(values: TunnelValues, { ngrok }: Pick<Tunnel, 'ngrok'>): FieldErrors<TunnelValues> {
  const isSeen = (path: string) => !path.includes('.') || path.startsWith(`${values.kind}.`);
  const texts = TunnelChange.safeParse(tunnelChange(values)).error?.issues.map(({ path, message }) => [path.join('.'), message] as const);
  const ports = Object.entries(PORTS).map(([path, bounds]) => [path, numberProblem(String(values[path as Name]), bounds)] as const);
  const needed = neededBy(values, ngrok.tokenSet).filter(([path]) => values[path] === '' || values[path] === null);
  const problems = [...(texts ?? []), ...ports, ...needed].filter(([path, problem]) => problem !== undefined && isSeen(path));
  return Object.fromEntries(problems);
}

/** What the chosen kind cannot do without, and what is said where it is missing. */
function neededBy(values: TunnelValues, hasNgrokToken: boolean): [Name, string][] {
  switch (values.kind) {
    case 'address':
      return [['publicUrl', words.needsUrl]];
    case 'ngrok':
      return hasNgrokToken && values['ngrok.token'] !== null ? [] : [['ngrok.token', words.needsToken]];
    case 'ssh': {
      const login: [Name, string][] = [
        ['ssh.host', words.needsHost],
        ['ssh.user', words.needsUser],
      ];
      return values['ssh.auth'] === 'key' ? [...login, ['ssh.keyPath', words.needsKeyPath]] : login;
    }
    case 'none':
    case 'cloudflared':
      return [];
  }
}
