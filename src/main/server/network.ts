/** The door to the network: HTTPS on every interface with the certificate of the settings, while an admin has opened it. */
import { createServer } from 'node:https';
import { hostname } from 'node:os';
import { isIPv6 } from 'node:net';
import { AppError } from '../../shared/domain/app-error.ts';
import type { Parts } from '../parts.ts';
import { apiSettings, CERTIFICATE_LOST } from '../settings/api-access.ts';
import { certificateFacts, certificateMark, keptCertificate, mustBeUsable } from '../settings/network-certificate.ts';
import { type Followed, followedListener } from './followed-listener.ts';
import { networkDoor } from './host-names.ts';
import type { Http } from './http.ts';
import { type Listener, openListener, SERVER_OPTIONS } from './listener.ts';

const NOTICE = {
  code: 'network_off',
  begin: 'Ringmaster is not answered over the network:',
  end: 'Look at Settings → API.',
};

export function networkListener(parts: Parts, http: Http): Followed {
  return followedListener(parts, {
    notice: NOTICE,
    wanted() {
      const { open, port } = apiSettings(parts).network;
      if (!open) return null;
      return {
        mark: JSON.stringify([port, certificateMark(parts)]),
        open: () => openToNetwork(parts, http, port),
        urlAt: (taken) => urlOf(namesOfKept(parts), taken),
      };
    },
  });
}

/** @throws AppError where the port or the certificate cannot be used. */
async function openToNetwork(parts: Parts, http: Http, port: number): Promise<Listener> {
  const files = keptCertificate(parts);
  if (!files) throw new AppError('unavailable', 'certificate_lost', CERTIFICATE_LOST, { retryable: false });
  // It may have ended since it was given.
  mustBeUsable(files, parts.clock.now());
  const door = networkDoor(files.certificate);
  const server = createServer({ ...SERVER_OPTIONS, cert: files.certificate, key: files.key, minVersion: 'TLSv1.2' }, http.request(door));
  server.on('upgrade', http.upgrade(door));
  return await openListener(server, { port }, parts);
}

const namesOfKept = (parts: Parts): readonly string[] => {
  const files = keptCertificate(parts);
  return files ? certificateFacts(files.certificate).names : [];
};

/** By the first name that is one; of a wildcard by what this computer is called. */
function urlOf(names: readonly string[], port: number): string {
  const [machine = 'ringmaster'] = hostname().toLowerCase().split('.');
  const name = names.find((each) => !each.includes('*')) ?? names[0]?.replace('*', machine) ?? machine;
  return new URL(`https://${isIPv6(name) ? `[${name}]` : name}:${port}`).origin;
}
