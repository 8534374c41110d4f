// The certificate of an OPC UA server, as far as people and we look at it. What a server sends is hostile: it is
// bounded, parsed once, and only what stands here is used of it.

import { createHash, X509Certificate } from 'node:crypto';

export type ServerCertificate = {
  /** Lower-case hex, as most OPC UA programs show it. */
  readonly sha1: string;
  /** Lower-case hex. */
  readonly sha256: string;
  /** On one line, at most 120 printable characters. */
  readonly subject: string;
  readonly fromMs: number;
  readonly untilMs: number;
  readonly der: Buffer;
};

/** A certificate with its chain; more is not one. */
const limitBytes = 16_384;
/** Of the keys of all policies that we accept (OPC 10000-7, Basic256Sha256 and newer). */
const leastKeyBits = 2048;

/** Null for what is no certificate that OPC UA allows. Of a chain, which comes as one piece, the first one counts. */
export function readCertificate(bytes: Buffer): ServerCertificate | null {
  if (bytes.length === 0 || bytes.length > limitBytes) return null;
  try {
    const certificate = new X509Certificate(bytes);
    const { asymmetricKeyType, asymmetricKeyDetails } = certificate.publicKey;
    if (asymmetricKeyType !== 'rsa' || (asymmetricKeyDetails?.modulusLength ?? 0) < leastKeyBits) return null;
    const der = certificate.raw;
    return {
      sha1: createHash('sha1').update(der).digest('hex'),
      sha256: createHash('sha256').update(der).digest('hex'),
      subject: oneLine(certificate.subject),
      fromMs: certificate.validFromDate.getTime(),
      untilMs: certificate.validToDate.getTime(),
      der,
    };
  } catch {
    return null;
  }
}

const oneLine = (text: string): string =>
  Array.from(text.replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, ', '))
    .slice(0, 120)
    .join('');
