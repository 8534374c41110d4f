// A certificate and its key, as two files hold them: whether they can be used together, and from when until when. No
// sentence ever shows what stands in the key.

import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';

/** What the files hold; the third, where there is one, names who issues certificates for devices. */
export type PairTexts = { readonly cert: string; readonly key: string; readonly clientCa?: string };

type PairFacts = {
  readonly validFromMs: number;
  readonly validToMs: number;
  /** SHA-256 of the first certificate, as `AB:CD:…`. */
  readonly fingerprint: string;
  /** Whether it names hosts as browsers want it (RFC 9110, 4.3.4). */
  readonly namesHosts: boolean;
  /** Whose certificates devices may show; null where they are asked for none. */
  readonly issuers: readonly X509Certificate[] | null;
};

export type PairJudgement =
  | { readonly ok: true; readonly facts: PairFacts }
  /** The reason is the end of "the file … ", and says what to do. */
  | { readonly ok: false; readonly about: keyof PairTexts; readonly reason: string };

/** Shorter RSA keys are refused by OpenSSL and by browsers, bits. */
const rsaLeastBits = 2048;

/** Certificates in one file: a chain has two to four. */
const chainLimit = 16;

/** Dates are told, not judged: whether they matter depends on what the pair is wanted for. */
export function judgePair(texts: PairTexts): PairJudgement {
  const chain = readChain(texts.cert);
  if (!chain.ok) return { ok: false, about: 'cert', reason: chain.reason };
  const key = readKey(texts.key);
  if (!key.ok) return { ok: false, about: 'key', reason: key.reason };
  const [own] = chain.value;
  const type = key.value.asymmetricKeyType;
  const bits = key.value.asymmetricKeyDetails?.modulusLength ?? 0;
  if (type === 'rsa' && bits < rsaLeastBits) {
    const reason = `holds an RSA key of ${bits} bits, which browsers refuse; make a new one of ${rsaLeastBits}, or an elliptic one`;
    return { ok: false, about: 'key', reason };
  }
  if (!own.checkPrivateKey(key.value)) {
    const reason =
      'is not the key of the first certificate; name two files of one issue, with the certificate of this gateway first';
    return { ok: false, about: 'key', reason };
  }
  const issuers = texts.clientCa === undefined ? null : readIssuers(texts.clientCa);
  if (issuers && !issuers.ok) return { ok: false, about: 'clientCa', reason: issuers.reason };
  const facts = {
    validFromMs: own.validFromDate.getTime(),
    validToMs: own.validToDate.getTime(),
    fingerprint: own.fingerprint256,
    namesHosts: own.subjectAltName !== undefined,
    issuers: issuers?.value ?? null,
  };
  return { ok: true, facts };
}

type Part<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: string };

const begin = /-----BEGIN CERTIFICATE-----/g;
const block = /-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]*-----END CERTIFICATE-----/g;

/** Its own certificate first, then those of its issuers. */
function readChain(text: string): Part<readonly [X509Certificate, ...X509Certificate[]]> {
  const begun = text.match(begin)?.length ?? 0;
  const blocks = text.match(block) ?? [];
  if (begun === 0) return no('holds no certificate in PEM; name the file with "BEGIN CERTIFICATE" in it');
  if (begun > chainLimit)
    return no(`holds ${begun} certificates; keep its own and those of its issuers, at most ${chainLimit}`);
  if (blocks.length < begun) return no('breaks off within a certificate; write it again as a whole');
  try {
    const [own, ...issuers] = blocks.map((one) => new X509Certificate(one));
    if (own) return { ok: true, value: [own, ...issuers] };
  } catch {
    // What OpenSSL says of it would help nobody.
  }
  return no('holds a certificate that cannot be read; ask for it again, or write it again as a whole');
}

/** Every one of them may issue others. */
export function readIssuers(text: string): Part<readonly X509Certificate[]> {
  const found = readChain(text);
  if (!found.ok || found.value.every(({ ca }) => ca)) return found;
  return no(
    'holds a certificate that may issue no others; name the file with the certificates of the issuers alone',
  );
}

function readKey(text: string): Part<KeyObject> {
  try {
    return { ok: true, value: createPrivateKey(text) };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    const locked = code === 'ERR_MISSING_PASSPHRASE';
    if (locked)
      return no('is locked by a passphrase, which nobody is there to type; store the key without one');
    return no('holds no whole private key in PEM; name the file with "BEGIN PRIVATE KEY" in it');
  }
}

const no = (reason: string): { readonly ok: false; readonly reason: string } => ({ ok: false, reason });
