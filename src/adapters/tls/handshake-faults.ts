// Connections that never became TLS ones: each is counted, and told at most once per ten seconds and reason, so that
// nobody can fill the log from outside.

import type { Clock, Log, Meters } from '../../gateway/ports.ts';
import type { ClientFault } from './judge-client.ts';

/** Labels of `tls_refused_total`. */
type HandshakeFault = 'tls-missing' | 'tls-too-large' | 'tls-late' | 'tls-left' | 'tls-failed' | ClientFault;

export type HandshakeFaults = { refuse(reason: HandshakeFault, who: Who): void };

/** `fault` is the code of OpenSSL or of the system. */
type Who = { readonly address: string; readonly fault?: string };

export type HandshakeFaultsOptions = {
  readonly door: 'http' | 'mqtt';
  readonly clock: Pick<Clock, 'monoMs'>;
  readonly log: Log;
  readonly meters: Meters;
};

const quietMs = 10_000;

export function createHandshakeFaults({ door, clock, log, meters }: HandshakeFaultsOptions): HandshakeFaults {
  // Bounded by the number of reasons.
  const said = new Map<HandshakeFault, { atMs: number; unsaid: number }>();
  return {
    refuse(reason, who) {
      meters.count('tls_refused_total', { door, reason });
      const nowMs = clock.monoMs();
      const last = said.get(reason);
      if (last && nowMs - last.atMs < quietMs) {
        last.unsaid++;
        return;
      }
      said.set(reason, { atMs: nowMs, unsaid: 0 });
      log.warn({ door, reason, ...who, unsaid: last?.unsaid ?? 0 }, sentences[reason]);
    },
  };
}

const trust = 'give the client the certificate of the issuer, and a name that stands in the certificate';

const sentences: Readonly<Record<HandshakeFault, string>> = {
  'tls-missing': 'Connection closed: it came without TLS to a port that wants it; set the client to TLS',
  'tls-too-large': 'Connection closed: its TLS greeting is larger than allowed; update the client',
  'tls-late': 'Connection closed: no TLS handshake in time; check the client or its network',
  'tls-left': `Connection lost: the client left during the TLS handshake; ${trust}`,
  'tls-failed': `Connection closed: the TLS handshake failed; let the client speak TLS 1.2 or 1.3, ${trust}`,
  'certificate-issuer':
    'Connection closed: the client showed a certificate of another issuer than those in clientCa; give it one of theirs',
  'certificate-dates':
    'Connection closed: the certificate of the client has ended or does not hold yet; renew it, or look at the clock here',
  'certificate-purpose':
    'Connection closed: the certificate of the client is not made for clients; issue it with extendedKeyUsage=clientAuth',
};
