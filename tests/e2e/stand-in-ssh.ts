/** An SSH server on this machine that lets everybody in and grants every port: as far as a test of the tunnel's settings needs one. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import ssh2 from 'ssh2';

export interface StandInSsh {
  port: number;
  stop(): Promise<void>;
}

/** Who a server is: another one shows another. */
export const aHostKey = (): string => ssh2.utils.generateKeyPairSync('ed25519').private;

/** @param port 0 takes any that is free. */
export async function standInSsh(hostKey: string, port = 0): Promise<StandInSsh> {
  const open = new Set<ssh2.Connection>();
  const server = new ssh2.Server({ hostKeys: [hostKey] }, (client) => {
    open.add(client);
    client.on('close', () => open.delete(client));
    // Whoever goes away without a goodbye is no matter here.
    client.on('error', () => null);
    client.on('authentication', (login) => login.accept());
    client.on('request', (accept, _reject, name) => (name === 'tcpip-forward' ? accept?.() : null));
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    async stop() {
      const closed = new Promise((done) => server.close(done));
      for (const client of open) client.end();
      await closed;
    },
  };
}
