// Whether the certificate that a client showed may open the door: issued by one of those whom the operator named, made for
// clients, and within its dates. The handshake has proved that the client has its key.

import type { X509Certificate } from 'node:crypto';
import type { Clock } from '../../gateway/ports.ts';

export type ClientFault = 'certificate-issuer' | 'certificate-dates' | 'certificate-purpose';

export type ClientJudgement = {
  readonly issuers: readonly X509Certificate[];
  readonly clock: Pick<Clock, 'wallMs' | 'synchronised'>;
};

/** RFC 5280, 4.2.1.12: id-kp-clientAuth. */
const clientAuth = '1.3.6.1.5.5.7.3.2';

/**
 * Null when nothing speaks against it. An issuer must stand in the file itself: what a client sends along of a chain
 * between is not trusted. Dates are not judged by a clock that was never set (inv. 4): the password still is asked for,
 * and a workshop that comes back from a power cut must open.
 */
export function judgeClient(shown: X509Certificate, { issuers, clock }: ClientJudgement): ClientFault | null {
  const issuer = issuers.find((one) => one.ca && shown.checkIssued(one) && isSignedBy(shown, one));
  if (!issuer) return 'certificate-issuer';
  // A certificate that may issue others is nobody's own; one without the extension is made for everything.
  if (shown.ca || !(shown.keyUsage?.includes(clientAuth) ?? true)) return 'certificate-purpose';
  if (!clock.synchronised()) return null;
  const nowMs = clock.wallMs();
  const holds = [shown, issuer].every(
    ({ validFromDate, validToDate }) => validFromDate.getTime() <= nowMs && nowMs <= validToDate.getTime(),
  );
  return holds ? null : 'certificate-dates';
}

/** OpenSSL throws where the kinds of key and signature do not fit together. */
function isSignedBy(shown: X509Certificate, issuer: X509Certificate): boolean {
  try {
    return shown.verify(issuer.publicKey);
  } catch {
    return false;
  }
}
