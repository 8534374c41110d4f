// The certificate by which servers know this gateway, with its key, made at the first need and kept. The key is
// readable for this account alone, and never leaves the folder.

import { X509Certificate } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { crypto_utils, type OPCUAClientOptions } from 'node-opcua';
import { newId } from '../../domain/ids.ts';

export type OwnCertificate = {
  readonly applicationUri: string;
  /** SHA-1, lower-case hex: what a server shows to the person who is to trust us. */
  readonly sha1: string;
  readonly keyPair: NonNullable<OPCUAClientOptions['certificateKeyPairProvider']>;
};

const validDays = 3_650;
/** One that ends sooner is replaced; servers that look closely must then be told to trust the new one. */
const renewDays = 30;
const dayMs = 86_400_000;

export async function ownCertificate(options: {
  readonly folder: string;
  readonly nowMs: number;
  readonly randomBytes: Uint8Array;
}): Promise<OwnCertificate> {
  const { folder, nowMs } = options;
  const files = {
    certificate: join(folder, 'own', 'certificate.pem'),
    key: join(folder, 'own', 'private-key.pem'),
  };
  if (!isUsable(files, nowMs)) await make(files, { nowMs, id: newId(nowMs, options.randomBytes) });
  const certificate = new X509Certificate(readFileSync(files.certificate));
  const privateKey = crypto_utils.makePrivateKeyFromPem(readFileSync(files.key, 'utf8'));
  return {
    applicationUri: uriOf(certificate),
    sha1: certificate.fingerprint.replaceAll(':', '').toLowerCase(),
    keyPair: {
      getCertificate: () => certificate.raw,
      getCertificateChain: () => [certificate.raw],
      getPrivateKey: () => privateKey,
    },
  };
}

type Files = { readonly certificate: string; readonly key: string };

function isUsable(files: Files, nowMs: number): boolean {
  if (!existsSync(files.certificate) || !existsSync(files.key)) return false;
  const certificate = new X509Certificate(readFileSync(files.certificate));
  return certificate.validToDate.getTime() - nowMs > renewDays * dayMs;
}

/** The certificate comes last: one without its key is made again. */
async function make(files: Files, { nowMs, id }: { nowMs: number; id: string }): Promise<void> {
  const privateKey = await crypto_utils.generatePrivateKey(2048);
  const { privPem } = await crypto_utils.privateKeyToPEM(privateKey);
  const { cert } = await crypto_utils.createSelfSignedCertificate({
    privateKey,
    subject: '/CN=Officina/O=Officina',
    applicationUri: `urn:officina:gateway:${id}`,
    dns: [hostname()],
    // A server whose clock is somewhat behind must not find it too new.
    notBefore: new Date(nowMs - dayMs),
    validity: validDays,
    purpose: crypto_utils.CertificatePurpose.ForApplication,
  });
  mkdirSync(join(files.key, '..'), { recursive: true, mode: 0o700 });
  for (const [file, text] of [
    [files.key, privPem],
    [files.certificate, cert],
  ] as const) {
    writeFileSync(`${file}.new`, text, { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }
}

/** A server refuses a client whose certificate names another application (OPC 10000-4, 6.1.3). */
function uriOf(certificate: X509Certificate): string {
  const [, uri] = /URI:([^,"]+)/.exec(certificate.subjectAltName ?? '') ?? [];
  if (uri === undefined)
    throw new Error(
      'The certificate of this gateway for OPC UA names no application; delete its folder "own".',
    );
  return uri;
}
