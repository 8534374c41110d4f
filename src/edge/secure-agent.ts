// The way to a machine behind https: each connection is judged as soon as it is secure, and only then a question goes out.
// Connections are kept for the next question, at most four.

import { Agent } from 'node:https';
import { connect } from 'node:tls';
import { type CertificateTrust, judgeCertificate, shownBy } from './judge-certificate.ts';

/** Only who is certified by an issuer that this computer trusts. */
const usualTrust: CertificateTrust = { ca: null, fingerprint: null };
const agents = new WeakMap<CertificateTrust, Agent>();
const connectionsLimit = 4;

/** The same one for the same trust. A certificate that is not trusted fails its questions with a `LinkFault`. */
export function secureAgent(trust: CertificateTrust = usualTrust): Agent {
  const known = agents.get(trust);
  if (known) return known;
  const agent = new Agent({
    keepAlive: true,
    maxSockets: connectionsLimit,
    maxFreeSockets: connectionsLimit,
  });
  agent.createConnection = (options, done) => {
    const { host, port } = options as { readonly host?: string; readonly port?: number | string };
    const socket = connect({
      ...{ host: host ?? 'localhost', port: Number(port ?? 443) },
      // An address is no name (RFC 6066, 3).
      ...(host !== undefined && /^[\d.]+$|:/.test(host) ? {} : { servername: host ?? 'localhost' }),
      ...(trust.ca === null ? {} : { ca: trust.ca }),
      // It is judged below; so the refusal can say which certificate it was.
      rejectUnauthorized: false,
    });
    const fail = (fault: Error): void => {
      socket.destroy();
      done?.(fault, socket);
    };
    socket.once('error', fail);
    socket.once('secureConnect', () => {
      socket.off('error', fail);
      const fault = judgeCertificate(trust, shownBy(socket));
      if (fault === null) return done?.(null, socket);
      socket.on('error', () => undefined);
      fail(fault);
    });
    return undefined;
  };
  agents.set(trust, agent);
  return agent;
}
