// Certificates made on the fly: a self-signed one for localhost, or one that another issued, in the DER of X.509 (RFC 5280, 4.1), between any dates.

import { generateKeyPairSync, sign, X509Certificate } from 'node:crypto';

export type MadePair = {
  readonly cert: string;
  readonly key: string;
  /** SHA-256, as `AB:CD:…`. */
  readonly fingerprint: string;
  /** Its public key, in DER. */
  readonly spki: Buffer;
};

export type CertificateWish = {
  readonly from?: Date;
  readonly to?: Date;
  /** As subjectAltName; none leaves the extension out. */
  readonly hosts?: readonly string[];
  /** Common name. */
  readonly name?: string;
  /** Left out, it signs itself and may issue others. */
  readonly issuer?: MadePair & { readonly name: string };
  /** Of one that another issued: what it is made for; left out, for everything. */
  readonly purpose?: 'client' | 'server';
};

const dayMs = 86_400_000;

export function makeCertificate(wish: CertificateWish = {}): MadePair & { readonly name: string } {
  const nowMs = Date.now();
  const { from = new Date(nowMs - dayMs), to = new Date(nowMs + 90 * dayMs), hosts = ['localhost'] } = wish;
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { name: commonName = 'officina test', issuer = null, purpose } = wish;
  const nameOf = (text: string) => seq(tlv(0x31, seq(oid(0x55, 4, 3), tlv(0x0c, Buffer.from(text)))));
  const algorithm = seq(oid(0x2a, 0x86, 0x48, 0xce, 0x3d, 4, 3, 2));
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  const altNames = seq(...hosts.map((host) => tlv(0x82, Buffer.from(host))), tlv(0x87, 127, 0, 0, 1));
  const isIssuer = extension([0x55, 0x1d, 0x13], seq(tlv(0x01, 0xff)));
  const purposes = seq(oid(0x2b, 6, 1, 5, 5, 7, 3, purpose === 'client' ? 2 : 1));
  const extensions = [
    ...(issuer ? [] : [isIssuer]),
    ...(purpose ? [extension([0x55, 0x1d, 0x25], purposes)] : []),
    ...(hosts.length === 0 ? [] : [extension([0x55, 0x1d, 0x11], altNames)]),
  ];
  const body = seq(
    tlv(0xa0, tlv(0x02, 2)),
    tlv(0x02, ...serialNumber()),
    algorithm,
    nameOf(issuer?.name ?? commonName),
    seq(time(from), time(to)),
    nameOf(commonName),
    spki,
    ...(extensions.length === 0 ? [] : [tlv(0xa3, seq(...extensions))]),
  );
  const signature = sign('sha256', body, issuer?.key ?? privateKey);
  const der = seq(body, algorithm, tlv(0x03, 0, ...signature));
  const cert = pem('CERTIFICATE', der);
  return {
    name: commonName,
    cert,
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    fingerprint: new X509Certificate(cert).fingerprint256,
    spki,
  };
}

let made = 0;
const serialNumber = (): number[] => [1, process.pid & 127, (process.pid >> 8) & 127, ++made & 127];

function tlv(tag: number, ...parts: (Buffer | number)[]): Buffer {
  const content = Buffer.concat(parts.map((part) => (typeof part === 'number' ? Buffer.from([part]) : part)));
  const { length } = content;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

const seq = (...parts: Buffer[]): Buffer => tlv(0x30, ...parts);
const oid = (...bytes: number[]): Buffer => tlv(0x06, ...bytes);

const extension = (id: readonly number[], value: Buffer): Buffer => seq(oid(...id), tlv(0x04, value));

/** UTCTime, `yymmddhhmmssZ`: for years until 2049. */
const time = (at: Date): Buffer =>
  tlv(0x17, Buffer.from(`${at.toISOString().replace(/[-:T]/g, '').slice(2, 14)}Z`));

const pem = (label: string, der: Buffer): string =>
  `-----BEGIN ${label}-----\n${der
    .toString('base64')
    .replace(/.{64}/g, '$&\n')
    .trimEnd()}\n-----END ${label}-----\n`;
