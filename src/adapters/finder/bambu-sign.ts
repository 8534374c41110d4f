// A Bambu Lab printer: the certificate at its TLS port names its serial number. Nothing is sent but the handshake, and the
// certificate is only read here; whether it is to be believed is for the link to judge.

import { connect } from 'node:tls';
import type { FoundServer } from '../../domain/machine/found-machine.ts';

const usualPort = 8883;
const handshakeMs = 3000;

/** Null where nobody shows such a certificate. */
export function bambuSign(host: string, port: number = usualPort): Promise<FoundServer | null> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, rejectUnauthorized: false, timeout: handshakeMs });
    const end = (found: FoundServer | null): void => {
      socket.destroy();
      resolve(found);
    };
    socket.once('error', () => end(null));
    socket.once('timeout', () => end(null));
    socket.once('close', () => resolve(null));
    socket.once('secureConnect', () => {
      const { subject, issuer } = socket.getPeerCertificate();
      end(foundBy({ host, serial: oneOf(subject?.CN), by: oneOf(issuer?.CN) }));
    });
  });
}

function foundBy({ host, serial, by }: { host: string; serial: string; by: string }): FoundServer | null {
  if (!/^[0-9A-Z]{8,32}$/.test(serial) || !/^BBL [\x20-\x7e]{1,60}$/.test(by)) return null;
  return {
    ...{
      kind: 'bambu',
      title: 'Bambu Lab',
      version: null,
      link: { kind: 'bambu', host, serial },
      needs: 'key',
    },
    evidence: [`TLS at port ${usualPort}: a certificate for ${serial}, issued by ${by}`],
    notes: [
      'Its access code stands on its display under Network. Most of its firmware takes no orders: it is only read.',
    ],
  };
}

const oneOf = (name: unknown): string => (typeof name === 'string' ? name : '');
