/** The webhook tunnel: how deliveries of the providers reach this computer, and how well they do. */
import type { Tunnel } from '../../../shared/contract/tunnel.ts';
import type { CloudflaredWay, SshAuth, TunnelKind } from '../../../shared/domain/tunnel-settings.ts';
import { countOf } from '../../../shared/domain/time-words.ts';
import { number } from '../../lib/format.ts';

export const tunnel = {
  intro:
    'Providers tell what becomes of a call by deliveries to a public address. The tunnel leads them here; nothing else of Ringmaster can be reached through it. Without one the providers are asked, and every call still ends right, some seconds later.',
  now: 'Now',
  states: { off: 'Off', connecting: 'Connecting', up: 'Up', down: 'Down' } satisfies Record<Tunnel['state'], string>,
  stateWhat: {
    off: 'No tunnel is chosen: providers are asked what became of each call.',
    connecting: 'It is being opened, and tried from end to end.',
  },
  since: (when: string) => `since ${when}`,
  at: 'Public address',
  nextTry: (countdown: string) => `Next try ${countdown}`,
  triesNow: 'Trying again',
  noTry: 'It is not tried again before something is changed.',
  tryNow: 'Try now',

  choose: 'Which tunnel',
  kind: 'Kind of tunnel',
  kinds: {
    none: ['None', 'Needs nothing. Providers are asked.'],
    address: ['A public address of your own', 'You have a reverse proxy or a forwarded port that leads to the local address below.'],
    ngrok: ['ngrok', 'Needs an account at ngrok and its token. With a static domain the address stays the same.'],
    ssh: ['SSH', 'Needs a server that you can log in to, best with a web server and a certificate before it.'],
    cloudflared: ['cloudflared', 'Needs Cloudflare’s program cloudflared on this computer. Quick needs no account.'],
  } satisfies Record<TunnelKind, readonly [string, string]>,
  saved: 'The webhook tunnel',

  publicUrl: 'Public address',
  publicUrlHelp: 'As https://hooks.example.com. It leads to the local address below.',
  needsUrl: 'Write the public address.',
  domain: 'Static domain',
  domainHelp: 'Empty: ngrok gives an address, which may change.',
  ngrokToken: 'Token',
  ngrokTokenHelp: 'From ngrok’s dashboard, Your Authtoken.',
  needsToken: 'Paste the token of your account.',
  host: 'Server',
  hostHelp: 'Its name or address.',
  needsHost: 'Write the name of the server.',
  port: 'Port',
  portHelp: 'Usually 22.',
  user: 'User',
  userHelp: 'Who logs in there.',
  needsUser: 'Write who logs in.',
  auth: 'How to log in',
  auths: { key: 'Key file', agent: 'Key agent', password: 'Password' } satisfies Record<SshAuth, string>,
  authHelp: {
    key: 'A private key in a file on this computer.',
    agent: 'The key agent that runs on this computer.',
    password: 'A password that is kept sealed.',
  } satisfies Record<SshAuth, string>,
  keyPath: 'Key file',
  keyPathHelp: 'Its whole path on this computer.',
  needsKeyPath: 'Write the path of the key file.',
  passphrase: 'Passphrase of the key',
  passphraseHelp: 'Only if the key has one.',
  password: 'Password',
  passwordHelp: 'Of the user on the server.',
  remoteHost: 'Address on the server',
  remoteHostHelp: 'localhost where a web server stands before it. Empty: every address of the server, which it has to allow.',
  remotePort: 'Port on the server',
  remotePortHelp: '0 lets the server choose one.',
  sshPublicUrl: 'Public address',
  sshPublicUrlHelp: 'What leads to that port from outside. Empty where the port itself is public.',
  knownKey: 'Known key of the server',
  knownKeyHelp: 'Remembered when it was first seen. If the server shows another one, the tunnel stays down.',
  noKnownKey: 'None yet: the first one is remembered',
  forget: 'Forget…',
  forgetTitle: (host: string) => `Forget the key of ${host}?`,
  forgetWhat:
    'The next key that the server shows is remembered, whoever shows it. Do this only if you know that the server was set up anew.',
  forgetKeep: 'Keep it',
  forgetIt: 'Forget the key',
  forgot: 'The key is forgotten. The next one is remembered.',
  way: 'Way',
  ways: { quick: 'Quick', named: 'Named' } satisfies Record<CloudflaredWay, string>,
  wayHelp: {
    quick: 'No account, and a new address each time.',
    named: 'A tunnel of your Cloudflare account, which keeps its address.',
  } satisfies Record<CloudflaredWay, string>,
  program: 'Program',
  programHelp: 'Path of cloudflared. Empty: it is looked for where programs are.',
  tunnelName: 'Name of the tunnel',
  tunnelNameHelp: 'Or its id. Not needed with a token.',
  hostname: 'Public hostname',
  hostnameHelp: 'Which was routed to the tunnel.',
  cloudflaredToken: 'Token',
  cloudflaredTokenHelp: 'Of the tunnel, from Cloudflare’s dashboard.',
  webhookPort: 'Port on this computer',
  webhookPortHelp: 'Where deliveries are taken, from the next start on. 0 takes any that is free.',

  addresses: 'Addresses',
  addressesNote: 'for the dashboards of the providers',
  local: 'On this computer',
  endpoints: {
    bolna: ['Bolna', 'Set with the agent in Settings → Agents; there is nothing to copy as a rule.'],
    signalwire: ['SignalWire', 'Goes along with each call; there is nothing to copy as a rule.'],
    elevenlabs: ['ElevenLabs', 'For Settings → Webhooks there, signed by HMAC.'],
  } satisfies Record<keyof NonNullable<Tunnel['endpoints']>, readonly [string, string]>,
  secretInside: 'They hold a secret word: give them to nobody but the provider.',
  noEndpoints: 'There are addresses for the providers once there is a public one.',

  health: 'Health',
  healthNote: 'the last 24 hours',
  fewAsked: 'A few that had to be asked are normal. Many mean that a provider has another address, or an old one: copy the addresses anew.',

  deliveries: 'Last deliveries',
  deliveriesTable: 'What providers told, the latest first',
  noDeliveries: 'Nothing came in yet. What providers tell of calls is listed here as it came.',
  received: 'Received',
  provider: 'Provider',
  what: 'What',
  result: 'What was made of it',
  call: 'Call',
  noCall: 'no call of ours',
  callId: 'Id at the provider',
  openCall: 'Open the call',
  body: 'As it came',
  deliveryTitle: (what: string) => `Delivery: ${what}`,

  refused: 'Refused deliveries',
  refusedTable: 'Deliveries that were refused, the latest first',
  noRefused: 'No delivery was refused.',
  refusedNote: (total: number, shown: number) => (total > shown ? `the last ${number(shown)} of ${number(total)}` : number(total)),
  route: 'Address',
  reason: 'Why',
  refusedTitle: 'Refused delivery',
  start: 'Its beginning',
  startNote: 'the first kilobyte',
  emptyBody: 'Nothing of it was read.',
} as const;

/** How the last day went, in a sentence. */
export function healthWords({ told, missed }: Pick<Tunnel['health'], 'told' | 'missed'>): string {
  if (told === 0) return 'In the last 24 hours no call went out while a tunnel was up.';
  const calls = `Of ${countOf(told, 'call')} in the last 24 hours, ${number(told - missed)} ${told - missed === 1 ? 'was' : 'were'} told by deliveries`;
  return missed === 0 ? `${calls}: all of them.` : `${calls}; for ${number(missed)} the provider had to be asked.`;
}
