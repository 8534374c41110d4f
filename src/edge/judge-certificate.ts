// Whether the other end of a TLS connection is the one that the file names: its certificate is the pinned one, or comes
// from an issuer that is trusted. Verification is never switched off.

import { createHash } from 'node:crypto';
import type { PeerCertificate, TLSSocket } from 'node:tls';
import { LinkFault } from './link-fault.ts';

/** Neither of them: the issuers that the computer trusts. */
export type CertificateTrust = {
  /** Issuers, in PEM; null where none is named. */
  readonly ca: string | null;
  /** SHA-256 of the certificate itself, as `AB:CD:…`; null where none is pinned. */
  readonly fingerprint: string | null;
};

/** What TLS found: the certificate of the other end, and why it does not come from an issuer that is trusted. */
export type ShownCertificate = {
  readonly certificate: Pick<PeerCertificate, 'raw' | 'valid_from' | 'valid_to'>;
  readonly chainFault: string | null;
};

/** To be looked at as soon as a connection is secure, before a byte of ours is sent in it. */
export function shownBy(socket: TLSSocket): ShownCertificate & { readonly certificate: PeerCertificate } {
  const chainFault = socket.authorized ? null : String(socket.authorizationError ?? 'unknown');
  return { certificate: socket.getPeerCertificate(), chainFault };
}

/** Null when it may be spoken to. */
export function judgeCertificate(
  trust: CertificateTrust,
  { certificate, chainFault }: ShownCertificate,
): LinkFault | null {
  const { raw } = certificate;
  if (!raw) return new LinkFault('certificate-unfit');
  const sha256 = fingerprintOf(raw);
  // Whoever has the key of the pinned certificate is the one that is meant, whatever the names and dates in it say.
  if (trust.fingerprint !== null)
    return trust.fingerprint === sha256 ? null : new LinkFault('certificate-unknown', { sha256 });
  if (chainFault === 'CERT_HAS_EXPIRED')
    return new LinkFault('certificate-expired', { since: dayOf(certificate.valid_to), sha256 });
  if (chainFault === 'CERT_NOT_YET_VALID')
    return new LinkFault('certificate-early', { from: dayOf(certificate.valid_from), sha256 });
  return chainFault === null ? null : new LinkFault('certificate-unknown', { sha256 });
}

const fingerprintOf = (der: Buffer): string =>
  (createHash('sha256').update(der).digest('hex').toUpperCase().match(/../g) ?? []).join(':');

/** `yyyy-mm-dd`, in UTC as certificates count. */
function dayOf(written: string): string {
  const atMs = Date.parse(written);
  return Number.isNaN(atMs) ? '?' : new Date(atMs).toISOString().slice(0, 10);
}
