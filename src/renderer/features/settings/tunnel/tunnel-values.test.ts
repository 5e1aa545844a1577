import { describe, expect, it } from 'vitest';
import { type Tunnel, TunnelChange } from '../../../../shared/contract/tunnel.ts';
import { DEFAULT_TUNNEL } from '../../../../shared/domain/tunnel-settings.ts';
import { tunnelChange, tunnelErrors, valuesOf } from './tunnel-values.ts';

const tunnel: Tunnel = {
  ...DEFAULT_TUNNEL,
  state: 'off',
  reason: null,
  nextTryAt: null,
  since: null,
  localUrl: 'http://127.0.0.1:8080',
  webhookPort: 8080,
  publicUrl: null,
  endpoints: null,
  ngrok: { domain: '', tokenSet: false },
  ssh: { ...DEFAULT_TUNNEL.ssh, passwordSet: false, passphraseSet: false, knownHostKey: null },
  cloudflared: { ...DEFAULT_TUNNEL.cloudflared, tokenSet: false },
  health: { told: 0, missed: 0, refused: 0 },
};
const values = valuesOf(tunnel);

describe('the form of the tunnel', () => {
  it('sends back what it was given, in the shape of the contract', () => {
    const change = tunnelChange(values);
    expect(TunnelChange.safeParse(change).success).toBe(true);
    expect(change).toEqual({
      kind: 'none',
      publicUrl: '',
      webhookPort: 8080,
      ngrok: DEFAULT_TUNNEL.ngrok,
      ssh: DEFAULT_TUNNEL.ssh,
      cloudflared: DEFAULT_TUNNEL.cloudflared,
    });
    expect(tunnelErrors(values, tunnel)).toEqual({});
  });

  it('sends a key that was typed or taken away, and leaves the others', () => {
    expect(tunnelChange({ 'ngrok.token': 'abc', 'ssh.password': null, 'ssh.passphrase': '' })).toEqual({
      ngrok: { token: 'abc' },
      ssh: { password: null },
    });
  });

  it('asks for what the chosen kind needs, and for nothing of the others', () => {
    const of = (part: Partial<typeof values>, hasToken = false) =>
      tunnelErrors({ ...values, 'ssh.port': 'x', ...part }, { ngrok: { domain: '', tokenSet: hasToken } });
    expect(of({ kind: 'address' })).toEqual({ publicUrl: 'Write the public address.' });
    expect(of({ kind: 'address', publicUrl: 'ftp://x' })).toEqual({ publicUrl: 'Write the address as https://hooks.example.com.' });
    expect(of({ kind: 'ngrok' })).toEqual({ 'ngrok.token': 'Paste the token of your account.' });
    expect(of({ kind: 'ngrok' }, true)).toEqual({});
    expect(of({ kind: 'ngrok', 'ngrok.token': null }, true)).toEqual({ 'ngrok.token': 'Paste the token of your account.' });
    expect(Object.keys(of({ kind: 'ssh' }))).toEqual(['ssh.port', 'ssh.host', 'ssh.user', 'ssh.keyPath']);
    expect(Object.keys(of({ kind: 'ssh', 'ssh.auth': 'agent', 'ssh.host': 'a', 'ssh.user': 'b' }))).toEqual(['ssh.port']);
    expect(of({ kind: 'none', webhookPort: '70000' })).toEqual({ webhookPort: 'Write a number from 0 to 65,535.' });
  });
});
