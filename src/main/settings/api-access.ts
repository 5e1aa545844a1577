/** Settings → API: where REST answers, to whom, and how well that goes. Everyone reads them, admins change them. */
import type { ApiAccess, ApiAccessChange, Certificate } from '../../shared/contract/access.ts';
import { badInput, conflict } from '../../shared/domain/app-error.ts';
import type { Actor } from '../data/scope.ts';
import type { Parts } from '../parts.ts';
import type { FrontDoorPort } from '../ports/front-door.ts';
import { mustBeAdmin } from './must-be-admin.ts';
import {
  certificateFacts,
  certificateMark,
  type CertificateFiles,
  keepCertificateTx,
  keptCertificate,
  mustBeUsable,
} from './network-certificate.ts';

const KEY = 'api';
export const CERTIFICATE_LOST = 'The certificate was kept under another key of this computer and cannot be read any more. Give it again.';

export interface ApiSettings {
  /** On this computer alone. */
  port: number;
  /** Requests a second of one token. */
  perSecond: number;
  corsOrigins: readonly string[];
  network: { open: boolean; port: number };
}

export const DEFAULT_API: ApiSettings = { port: 47_820, perSecond: 300, corsOrigins: [], network: { open: false, port: 47_821 } };

/** Without the certificate; what was never set has its default. */
export function apiSettings({ data }: Pick<Parts, 'data'>): ApiSettings {
  const stored = (data.settings.read(KEY) ?? {}) as Partial<ApiSettings>;
  return { ...DEFAULT_API, ...stored, network: { ...DEFAULT_API.network, ...stored.network } };
}

export function readApiAccess(parts: Parts, door: FrontDoorPort): ApiAccess {
  const { port, perSecond, corsOrigins, network } = apiSettings(parts);
  const { url, trouble, network: outside } = door.state();
  const certificate = factsOfKept(parts);
  const lost = certificate === null && certificateMark(parts) !== undefined ? CERTIFICATE_LOST : null;
  return {
    url,
    trouble,
    port,
    perSecond,
    corsOrigins: [...corsOrigins],
    network: { ...network, url: outside.url, trouble: outside.trouble ?? lost, certificate },
  };
}

/**
 * Changes some of the settings; the others stay, and what listens follows before this answers. Admins only.
 * @throws AppError `certificate_missing` (409) for opening without one; `bad_certificate`, `bad_key`; `same_port`.
 */
export async function changeApiAccess(parts: Parts, actor: Actor, door: FrontDoorPort, change: ApiAccessChange): Promise<ApiAccess> {
  mustBeAdmin(actor);
  const { data, clock, log } = parts;
  data.database.write(() => {
    const current = apiSettings(parts);
    const { open = current.network.open, port: networkPort = current.network.port, certificate, key } = change.network ?? {};
    const next: ApiSettings = {
      port: change.port ?? current.port,
      perSecond: change.perSecond ?? current.perSecond,
      corsOrigins: change.corsOrigins ? [...new Set(change.corsOrigins)] : current.corsOrigins,
      network: { open, port: networkPort },
    };
    mustBeTwoPorts(next);
    const files = filesAfter(keptCertificate(parts), certificate, key);
    const given = certificate !== undefined || key !== undefined;
    const opens = change.network?.open === true;
    if (opens && !files) {
      throw conflict('certificate_missing', 'Give a certificate and its key first: the network is answered over HTTPS only.');
    }
    // What is kept may have ended meanwhile: it is asked anew when it is about to be used.
    if (files && (given || opens)) mustBeUsable(files, clock.now());
    if (files && given) keepCertificateTx(parts, files);
    data.settings.writeTx(KEY, next, clock.now());
    if (open !== current.network.open)
      log.info({ by: actor.userId, port: networkPort }, open ? 'opened to the network' : 'closed to the network');
  });
  await door.follow();
  return readApiAccess(parts, door);
}

/** What will be kept: a new certificate may be of the key that is there, and a new key is of no use without its certificate. */
function filesAfter(kept: CertificateFiles | null, certificate = kept?.certificate, key = kept?.key): CertificateFiles | null {
  if (certificate === undefined && key === undefined) return null;
  if (certificate === undefined) throw missing('certificate', 'Give the certificate of this key, too.');
  if (key === undefined) throw missing('key', 'Give the key of this certificate, too.');
  return { certificate, key };
}

function factsOfKept(parts: Parts): Certificate | null {
  const kept = keptCertificate(parts);
  return kept && certificateFacts(kept.certificate);
}

/** The network's listener takes its port on every interface, the loopback one included. */
function mustBeTwoPorts({ port, network }: ApiSettings): void {
  if (port !== network.port) return;
  const sentence = 'Choose another port for the network than for this computer.';
  throw badInput('same_port', sentence, { details: [{ path: 'network.port', message: sentence }] });
}

const missing = (what: 'certificate' | 'key', sentence: string) =>
  badInput(`bad_${what}`, sentence, { details: [{ path: `network.${what}`, message: sentence }] });
