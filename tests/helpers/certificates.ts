/** Certificates for tests, made on the spot, and requests to whoever answers with one. */
import { request } from 'node:https';
import { generate } from 'selfsigned';

export interface CertificateOf {
  /** Of the subject. */
  commonName?: string;
  names?: readonly string[];
  addresses?: readonly string[];
  from?: Date;
  until?: Date;
  passphrase?: string;
}

/** Far around every clock: the machine's own judges a connection, the test's what is given in Settings. */
const LONG_AGO = new Date(Date.UTC(2020, 0, 1));
const FAR_AHEAD = new Date(Date.UTC(2090, 0, 1));

/** A certificate that vouches for itself, with its key, both as PEM. Without names and addresses it has its subject alone. */
export async function aCertificate(of: CertificateOf = {}): Promise<{ certificate: string; key: string }> {
  const { commonName = 'ringmaster.test', names = [], addresses = [], from = LONG_AGO, until = FAR_AHEAD, passphrase } = of;
  const altNames = [...names.map((value) => ({ type: 2 as const, value })), ...addresses.map((ip) => ({ type: 7 as const, ip }))];
  const made = await generate([{ name: 'commonName', value: commonName }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate: from,
    notAfterDate: until,
    extensions: [{ name: 'basicConstraints', cA: false }, ...(altNames.length > 0 ? [{ name: 'subjectAltName' as const, altNames }] : [])],
    ...(passphrase === undefined ? {} : { passphrase }),
  });
  return { certificate: made.cert, key: made.private };
}

export interface SecureAsk {
  port: number;
  /** The certificate that is trusted. */
  ca: string;
  /** What the request says it asks; the connection goes to this machine whatever it is. */
  host: string;
  path?: string;
  method?: string;
  headers?: Record<string, string>;
  body?: unknown;
}

/** Asks over HTTPS, on a connection of its own. */
export function askSecurely({ port, ca, host, path = '/healthz', method = 'GET', headers = {}, body }: SecureAsk) {
  return new Promise<{ status: number; headers: Record<string, unknown>; text: string }>((done, fail) => {
    const options = { agent: false, host: '127.0.0.1', port, ca, servername: host, path, method };
    const json = body === undefined ? {} : { 'content-type': 'application/json' };
    const sent = request({ ...options, headers: { host: `${host}:${port}`, ...json, ...headers } }, (response) => {
      let text = '';
      response.on('data', (chunk) => {
        text += String(chunk);
      });
      response.once('end', () => done({ status: response.statusCode ?? 0, headers: response.headers, text }));
      response.once('error', fail);
    });
    sent.once('error', fail);
    sent.end(body === undefined ? undefined : JSON.stringify(body));
  });
}
