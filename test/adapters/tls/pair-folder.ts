// A folder with a certificate and its key, as an operator's renewal leaves them there.

import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type MadePair, makeCertificate } from '../../fakes/make-certificate.ts';

export type PairFolder = {
  readonly files: { readonly cert: string; readonly key: string };
  /** Writes both as a whole, one after the other. */
  put(pair: Pick<MadePair, 'cert' | 'key'>): void;
  putCert(text: string): void;
  putKey(text: string): void;
  remove(): void;
};

export function pairFolder(): PairFolder {
  const folder = mkdtempSync(join(tmpdir(), 'officina-pair-'));
  const files = { cert: join(folder, 'cert.pem'), key: join(folder, 'key.pem') };
  const replace = (path: string, text: string): void => {
    writeFileSync(`${path}.new`, text, { mode: 0o600 });
    renameSync(`${path}.new`, path);
  };
  const put: PairFolder['put'] = ({ cert, key }) => {
    replace(files.cert, cert);
    replace(files.key, key);
  };
  put(makeCertificate());
  return {
    files,
    put,
    putCert: (text) => replace(files.cert, text),
    putKey: (text) => replace(files.key, text),
    remove: () => rmSync(folder, { recursive: true }),
  };
}
