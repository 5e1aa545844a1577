import { describe, expect, it } from 'vitest';
import { DEFAULT_TUNNEL } from '../../../shared/domain/tunnel-settings.ts';
import { sshTrouble } from './ssh-trouble.ts';

const SETTINGS = { ...DEFAULT_TUNNEL.ssh, host: 'ssh.example.com', port: 2222, user: 'mira', keyPath: '/keys/mira' };

/** As ssh2 throws them. */
const error = (message: string, more: { level?: string; code?: string }) => Object.assign(new Error(message), more);

describe('sshTrouble', () => {
  it.each([
    ['client-authentication', '', 'All configured authentication methods failed', 'ssh_login_refused', false],
    ['agent', '', 'Failed to connect to agent', 'ssh_agent_failed', true],
    ['client-timeout', '', 'Keepalive timeout', 'ssh_silent', true],
    ['client-timeout', '', 'Timed out while waiting for handshake', 'ssh_slow', true],
    ['client-socket', 'ENOTFOUND', 'getaddrinfo ENOTFOUND ssh.example.com', 'ssh_name_unknown', true],
    ['client-socket', 'EAI_AGAIN', 'getaddrinfo EAI_AGAIN ssh.example.com', 'ssh_name_unknown', true],
    ['client-socket', 'ECONNREFUSED', 'connect ECONNREFUSED', 'ssh_refused', true],
    ['client-socket', 'ENETUNREACH', 'connect ENETUNREACH', 'ssh_unreachable', true],
    ['handshake', '', 'no matching key exchange algorithm', 'ssh_handshake', true],
    ['protocol', '', 'Invalid identification string', 'ssh_handshake', true],
  ])('tells %s %s (%s) as %s (may pass: %s)', (level, code, message, word, mayPass) => {
    const told = sshTrouble(error(message, { level, ...(code ? { code } : {}) }), SETTINGS);
    expect([told.code, told.retryable]).toEqual([word, mayPass]);
  });

  it.each([
    ['key', 'refuses the key /keys/mira for mira.'],
    ['agent', 'refuses every key of the agent for mira.'],
    ['password', 'refuses the password of mira.'],
  ] as const)('says what was refused at a login by %s', (auth, words) => {
    const refused = error('All configured authentication methods failed', { level: 'client-authentication' });
    expect(sshTrouble(refused, { ...SETTINGS, auth }).message).toContain(`The SSH server ssh.example.com:2222 ${words}`);
  });
});
