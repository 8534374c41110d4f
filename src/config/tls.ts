// The key `tls` of `http` and `mqtt`: a certificate and its key in two files. They are looked at before the start, so
// that a wrong path is told with its line and not by a browser.

import { type TObject, Type } from 'typebox';
import type { TlsFiles } from './config.ts';
import { isEmpty, placeOf, readShape, type Scope } from './read-shape.ts';
import type { Tree } from './read-yaml.ts';
import { judgePair, type PairTexts } from './tls-pair.ts';

/** Reads both files; their paths are then whole. The reason is the end of "the file … ". */
export type PairReader = (files: TlsFiles) => {
  readonly files: TlsFiles;
  readonly texts:
    | { readonly ok: true; readonly value: PairTexts }
    | { readonly ok: false; readonly about: keyof TlsFiles; readonly reason: string };
  /** Whether others than owner and group may read the key. */
  readonly keyIsOpen: boolean;
  readonly nowMs: number;
};

export type TlsScope = Scope & { readonly readPair: PairReader };

const pathSchema = (what: string) =>
  Type.String({ pattern: '^[^\\u0000-\\u001f\\u007f]{1,500}$', description: `the path of ${what}` });

const fileFields = {
  cert: pathSchema('the file with the certificate and those of its issuers, in PEM'),
  key: pathSchema('the file with the private key, in PEM'),
};

/** Beside them where devices may have certificates of their own. */
export const clientCaField = Type.Optional(
  pathSchema('the file with the certificates of those who issue the certificates of devices, in PEM'),
);

/** A certificate is renewed at the latest so long before its end, days. */
const renewBeforeDays = 14;
const dayMs = 86_400_000;

/** `shape` holds what there is beside the files; null when there is no `tls`, or after a mistake about the files. */
export function readTls<S extends TObject['properties']>(tree: Tree | undefined, beside: S, scope: TlsScope) {
  if (!tree || isEmpty(tree)) return null;
  const own = { ...scope, place: tree.place };
  const shape = readShape(Type.Object({ ...fileFields, ...beside }), tree, own);
  const { cert, key, clientCa } = shape as Partial<TlsFiles>;
  if (cert === undefined || key === undefined) return null;
  const { files, texts, keyIsOpen, nowMs } = scope.readPair({
    ...{ cert, key },
    ...(clientCa !== undefined && { clientCa }),
  });
  const judged = texts.ok ? judgePair(texts.value) : texts;
  if (!judged.ok) {
    const text = `"${judged.about}" of ${scope.name}: the file ${judged.reason}.`;
    scope.findings.mistake(placeOf(tree, judged.about), text);
    return null;
  }
  const warn = (about: keyof TlsFiles, text: string) =>
    scope.findings.warning(placeOf(tree, about), `"${about}" of ${scope.name}: ${text}`);
  const { validFromMs, validToMs, namesHosts } = judged.facts;
  if (keyIsOpen) warn('key', 'everyone on this computer may read the file; "chmod o-rwx" closes it.');
  if (!namesHosts)
    warn(
      'cert',
      'the certificate names no host as subjectAltName, so browsers refuse it; ask for one that does.',
    );
  const day = (atMs: number) => new Date(atMs).toISOString().slice(0, 10);
  if (validToMs < nowMs) warn('cert', `the certificate ended on ${day(validToMs)}; renew it.`);
  else if (validToMs < nowMs + renewBeforeDays * dayMs)
    warn('cert', `the certificate ends on ${day(validToMs)}; renew it.`);
  if (validFromMs > nowMs)
    warn(
      'cert',
      `the certificate holds only from ${day(validFromMs)} on; look at the clock of this computer.`,
    );
  return { files, shape };
}
