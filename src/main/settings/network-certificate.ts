/**
 * The certificate that the network is answered with, and its key: read as they are given, refused with the reason, sealed together by
 * the host. Neither is ever told to a screen or a log.
 */
import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import { createSecureContext } from 'node:tls';
import type { Certificate } from '../../shared/contract/access.ts';
import { type AppError, badInput } from '../../shared/domain/app-error.ts';
import type { Parts } from '../parts.ts';

const SECRET = 'network-certificate';
const PEM_CERTIFICATE = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g;

/** PEM, the certificate with its chain. */
export interface CertificateFiles {
  certificate: string;
  key: string;
}

/** What is kept; null where nothing is, or where the host cannot open it any more: then it has to be set anew. */
export function keptCertificate({ data, secrets, log }: Pick<Parts, 'data' | 'secrets' | 'log'>): CertificateFiles | null {
  const sealed = data.secrets.read(SECRET);
  if (sealed === undefined) return null;
  try {
    return JSON.parse(secrets.open(sealed)) as CertificateFiles;
  } catch (error) {
    log.warn({ err: error }, 'the sealed certificate of the network could not be opened; it has to be set again');
    return null;
  }
}

/** A word that is another one whenever another certificate is kept. */
export const certificateMark = ({ data }: Pick<Parts, 'data'>): string | undefined => data.secrets.read(SECRET);

export function keepCertificateTx({ data, secrets, clock }: Pick<Parts, 'data' | 'secrets' | 'clock'>, files: CertificateFiles): void {
  data.secrets.writeTx(SECRET, secrets.seal(JSON.stringify(files)), clock.now());
}

/**
 * Whether HTTPS can be answered with these, now.
 * @throws AppError `bad_certificate`, `bad_key`, each with a sentence that says what is wrong with which.
 */
export function mustBeUsable({ certificate, key }: CertificateFiles, now: number): void {
  const leaf = readCertificate(certificate);
  if (leaf.validFromDate.getTime() > now) throw badCertificate(`This certificate is good from ${dayOf(leaf.validFromDate)} on, not yet.`);
  if (leaf.validToDate.getTime() <= now) throw badCertificate(`This certificate ended on ${dayOf(leaf.validToDate)}. Get a new one.`);
  if (namesOf(leaf).length === 0) throw badCertificate('This certificate names no computer. Get one with the name or address of this one.');
  if (!leaf.checkPrivateKey(readKey(key))) throw badKey('This key does not belong to the certificate. Give the key that it was made with.');
  try {
    createSecureContext({ cert: certificate, key });
  } catch (error) {
    throw badCertificate(`HTTPS cannot be answered with this certificate and key: ${reasonOf(error)}.`);
  }
}

/** What a certificate says of itself. */
export function certificateFacts(certificate: string): Certificate {
  const leaf = readCertificate(certificate);
  return {
    names: namesOf(leaf),
    issuer: commonNameOf(leaf.issuer) ?? leaf.issuer.replaceAll('\n', ', '),
    validFrom: leaf.validFromDate,
    validUntil: leaf.validToDate,
  };
}

/** Whether the certificate is for this name or address, wildcards included. */
export function isNamedIn(certificate: string): (host: string) => boolean {
  const leaf = readCertificate(certificate);
  // The subject's own name counts only where there are no others, as it always has.
  const subject = leaf.subjectAltName === undefined ? 'always' : 'never';
  return (host) => {
    try {
      return isIP(host) ? leaf.checkIP(host) !== undefined : leaf.checkHost(host, { subject }) !== undefined;
    } catch {
      // An address with a zone, `fe80::1%eth0`, is in no certificate.
      return false;
    }
  };
}

/** The certificate itself; what follows it is its chain. @throws AppError `bad_certificate`. */
function readCertificate(pem: string): X509Certificate {
  try {
    const [leaf] = (pem.match(PEM_CERTIFICATE) ?? []).map((block) => new X509Certificate(block));
    if (leaf) return leaf;
  } catch {
    // Said below.
  }
  throw badCertificate('This is no certificate in PEM. Give the file that begins with -----BEGIN CERTIFICATE-----.');
}

/** @throws AppError `bad_key`. */
function readKey(pem: string): KeyObject {
  if (/-----BEGIN ENCRYPTED|Proc-Type: 4,ENCRYPTED/.test(pem)) {
    throw badKey('This key has a passphrase. Give it without one: openssl pkey -in key.pem -out plain.pem');
  }
  try {
    return createPrivateKey(pem);
  } catch {
    throw badKey('This is no private key in PEM. Give the file that begins with -----BEGIN PRIVATE KEY-----.');
  }
}

/** Names and addresses in the order of the certificate. A name in quotes holds what no name of a computer holds. */
function namesOf(leaf: X509Certificate): string[] {
  if (leaf.subjectAltName === undefined) return [commonNameOf(leaf.subject)].filter((name) => name !== undefined);
  return [...leaf.subjectAltName.matchAll(/(?:^|, )(?:DNS|IP Address):([^",]+)/g)].map(([, name = '']) => name);
}

const commonNameOf = (subject: string | undefined) => /^CN=(.+)$/m.exec(subject ?? '')?.[1];

const dayOf = (at: Date) => at.toISOString().slice(0, 10);

/** OpenSSL's own words, which hold nothing of the key. */
const reasonOf = (error: unknown) => (error instanceof Error && 'reason' in error ? String(error.reason) : 'it is not accepted');

const badCertificate = (sentence: string): AppError =>
  badInput('bad_certificate', sentence, { details: [{ path: 'network.certificate', message: sentence }] });
const badKey = (sentence: string): AppError => badInput('bad_key', sentence, { details: [{ path: 'network.key', message: sentence }] });
