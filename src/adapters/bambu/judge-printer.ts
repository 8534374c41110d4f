// Whether the printer at the other end is the one that the file names: its certificate is the pinned one, or comes from
// an issuer that the operator named and carries the serial number of the printer. Verification is never switched off.

import type { PeerCertificate } from 'node:tls';
import {
  type CertificateTrust,
  judgeCertificate,
  type ShownCertificate,
} from '../../edge/judge-certificate.ts';
import { LinkFault } from '../../edge/link-fault.ts';

/** With neither an issuer nor a pinned certificate none is trusted. */
export type PrinterTrust = CertificateTrust & { readonly serial: string };

type Shown = ShownCertificate & { readonly certificate: PeerCertificate };

/** Null when it may be spoken to; until then not a byte of ours has been sent inside the connection. */
export function judgePrinter(trust: PrinterTrust, { certificate, chainFault }: Shown): LinkFault | null {
  const fault = judgeCertificate(trust, {
    certificate,
    chainFault: trust.ca === null ? 'no issuer is named' : chainFault,
  });
  if (fault || trust.fingerprint !== null) return fault;
  const name = certificate.subject?.CN;
  // Printers carry their serial as common name, never an address (RFC 9525 knows no such names).
  return name === trust.serial ? null : new LinkFault('wrong-device', { found: plain(name) });
}

/** What a certificate says is hostile until it is trusted, and afterwards. */
const plain = (name: unknown): string =>
  typeof name === 'string' ? name.replace(/[^\w .:-]/g, '?').slice(0, 64) : '?';
