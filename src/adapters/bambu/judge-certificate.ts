// Whether the printer at the other end is the one that the file names: its certificate is the pinned one, or comes from
// an issuer that the operator named and carries the serial number of the printer. Verification is never switched off.

import { createHash } from 'node:crypto';
import type { PeerCertificate } from 'node:tls';
import { LinkFault } from '../../edge/link-fault.ts';

export type Trust = {
  readonly serial: string;
  /** Issuers, in PEM; null where none is named. */
  readonly ca: string | null;
  /** SHA-256 of the certificate itself, as `AB:CD:…`; null where none is pinned. */
  readonly fingerprint: string | null;
};

/** What TLS found: the certificate of the other end, and why it does not come from an issuer that is trusted. */
export type Shown = { readonly certificate: PeerCertificate; readonly chainFault: string | null };

/** Null when it may be spoken to; until then not a byte of ours has been sent inside the connection. */
export function judgeCertificate(trust: Trust, { certificate, chainFault }: Shown): LinkFault | null {
  const { raw } = certificate;
  if (!raw) return new LinkFault('certificate-unfit');
  const sha256 = fingerprintOf(raw);
  // Whoever has the key of the pinned certificate is the printer, whatever the dates in it say.
  if (trust.fingerprint !== null)
    return trust.fingerprint === sha256 ? null : new LinkFault('certificate-unknown', { sha256 });
  if (trust.ca === null) return new LinkFault('certificate-unknown', { sha256 });
  if (chainFault === 'CERT_HAS_EXPIRED')
    return new LinkFault('certificate-expired', { since: dayOf(certificate.valid_to), sha256 });
  if (chainFault === 'CERT_NOT_YET_VALID')
    return new LinkFault('certificate-early', { from: dayOf(certificate.valid_from), sha256 });
  if (chainFault !== null) return new LinkFault('certificate-unknown', { sha256 });
  const name = certificate.subject?.CN;
  // Printers carry their serial as common name, never an address (RFC 9525 knows no such names).
  if (name !== trust.serial) return new LinkFault('wrong-device', { found: plain(name) });
  return null;
}

const fingerprintOf = (der: Buffer): string =>
  (createHash('sha256').update(der).digest('hex').toUpperCase().match(/../g) ?? []).join(':');

/** `yyyy-mm-dd`, in UTC as certificates count. */
function dayOf(written: string): string {
  const atMs = Date.parse(written);
  return Number.isNaN(atMs) ? '?' : new Date(atMs).toISOString().slice(0, 10);
}

/** What a certificate says is hostile until it is trusted, and afterwards. */
const plain = (name: unknown): string =>
  typeof name === 'string' ? name.replace(/[^\w .:-]/g, '?').slice(0, 64) : '?';
