#!/usr/bin/env node
// Stands in for cloudflared: says what the real one says, in its words, and leads nowhere. What it was started with goes as one line
// of JSON to the file that STAND_IN_STARTS names. STAND_IN_DOES: connect (also where nothing is said), stubborn, refuse-token, busy,
// no-login, drop.
import { appendFileSync } from 'node:fs';

const does = process.env.STAND_IN_DOES ?? 'connect';
const args = process.argv.slice(2);
const say = (level, words) => console.error(`2026-11-20T09:00:00Z ${level} ${words}`);
const end = (words) => {
  console.error(words);
  process.exit(1);
};

const starts = process.env.STAND_IN_STARTS;
const tunnelEnv = Object.fromEntries(Object.entries(process.env).filter(([name]) => name.startsWith('TUNNEL_')));
if (starts) appendFileSync(starts, `${JSON.stringify({ pid: process.pid, args, env: tunnelEnv })}\n`);

if (does === 'refuse-token') end('Provided Tunnel token is not valid.\nSee \'cloudflared tunnel run --help\'.');
if (does === 'no-login') {
  say('ERR', 'Cannot determine default origin certificate path. No file cert.pem in [~/.cloudflared ~/.cloudflare-warp]');
  end('error parsing tunnel ID: Error locating origin cert: client didn\'t specify origincert path');
}
const isQuick = !args.includes('run');
if (isQuick) {
  say('INF', 'Requesting new quick Tunnel on trycloudflare.com...');
  if (does === 'busy') end('failed to unmarshal quick Tunnel: invalid character \'e\' looking for beginning of value, status_code="429 Too Many Requests"');
  const name = `buffalo-marco-${process.pid}`;
  say('INF', '+--------------------------------------------------------------------------------------------+');
  say('INF', '|  Your quick Tunnel has been created! Visit it at (it may take some time to be reachable):  |');
  say('INF', `|  https://${name}.trycloudflare.com                                     |`);
  say('INF', '+--------------------------------------------------------------------------------------------+');
}
say('INF', `Starting tunnel tunnelID=f3a1 token=${process.env.TUNNEL_TOKEN ?? 'none'}`);
say('INF', 'Registered tunnel connection connIndex=0 connection=bb527b3a event=0 ip=198.51.100.7 location=fra08 protocol=quic');
if (does === 'stubborn') process.on('SIGTERM', () => say('INF', 'Initiating graceful shutdown due to signal terminated ...'));
if (does === 'drop') setTimeout(() => end('2026-11-20T09:00:01Z ERR Serve tunnel error error="connection with edge closed"'), 50);
else setInterval(() => {}, 60_000);
