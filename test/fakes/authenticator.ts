// An authenticator in software: makes a key for a site and signs challenges with it, as WebAuthn says, or differently where a
// test bends it.

import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

type Asked = {
  readonly challenge: string;
  readonly origin: string;
  readonly host: string;
  /** User present and verified, unless a test says otherwise. */
  readonly flags?: number;
  readonly counter?: number;
};

const present = 0x01;
const verified = 0x04;
const attested = 0x40;
export const presentOnly = present;

export function createAuthenticator() {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const credential = randomBytes(16);
  const id = credential.toString('base64url');

  return {
    id,
    make(asked: Asked) {
      const key = cborMap([
        [cborInt(1), cborInt(2)],
        [cborInt(3), cborInt(-7)],
        [cborInt(-1), cborInt(1)],
        [cborInt(-2), cborBytes(Buffer.from(x, 'base64url'))],
        [cborInt(-3), cborBytes(Buffer.from(y, 'base64url'))],
      ]);
      const length = Buffer.from([0, credential.length]);
      const flags = (asked.flags ?? present | verified) | attested;
      const held = Buffer.concat([Buffer.alloc(16), length, credential, key]);
      const authData = Buffer.concat([authDataOf({ ...asked, flags }), held]);
      const attestation = cborMap([
        [cborText('fmt'), cborText('none')],
        [cborText('attStmt'), cborMap([])],
        [cborText('authData'), cborBytes(authData)],
      ]);
      const response = {
        clientDataJSON: clientData('webauthn.create', asked).toString('base64url'),
        attestationObject: attestation.toString('base64url'),
      };
      return { id, rawId: id, type: 'public-key', response };
    },
    sign(asked: Asked, holder?: string) {
      const client = clientData('webauthn.get', asked);
      const authData = authDataOf({ ...asked, flags: asked.flags ?? present | verified });
      const signed = Buffer.concat([authData, createHash('sha256').update(client).digest()]);
      const response = {
        clientDataJSON: client.toString('base64url'),
        authenticatorData: authData.toString('base64url'),
        signature: sign('sha256', signed, privateKey).toString('base64url'),
        ...(holder !== undefined && { userHandle: Buffer.from(holder).toString('base64url') }),
      };
      return { id, rawId: id, type: 'public-key', response };
    },
  };
}

const clientData = (type: string, { challenge, origin }: Asked): Buffer =>
  Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));

function authDataOf({ host, flags, counter = 0 }: Asked & { readonly flags: number }): Buffer {
  const count = Buffer.alloc(4);
  count.writeUInt32BE(counter);
  return Buffer.concat([createHash('sha256').update(host).digest(), Buffer.from([flags]), count]);
}

/** RFC 8949, as little of it as is needed: lengths below 65536. */
function cborHead(major: number, value: number): Buffer {
  if (value < 24) return Buffer.from([(major << 5) | value]);
  if (value < 256) return Buffer.from([(major << 5) | 24, value]);
  return Buffer.from([(major << 5) | 25, value >> 8, value & 0xff]);
}

const cborInt = (value: number): Buffer => (value < 0 ? cborHead(1, -1 - value) : cborHead(0, value));
const cborBytes = (bytes: Buffer): Buffer => Buffer.concat([cborHead(2, bytes.length), bytes]);
const cborText = (text: string): Buffer => Buffer.concat([cborHead(3, text.length), Buffer.from(text)]);
const cborMap = (rows: readonly (readonly [Buffer, Buffer])[]): Buffer =>
  Buffer.concat([cborHead(5, rows.length), ...rows.flat()]);
