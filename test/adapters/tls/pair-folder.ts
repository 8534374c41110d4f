// A folder with a certificate and its key, as an operator's renewal leaves them there.

import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type MadePair, makeCertificate } from '../../fakes/make-certificate.ts';

export type PairFolder = {
  readonly files: { readonly cert: string; readonly key: string };
  /** Puts both in place at one moment, as certbot does: by a link to a new folder. */
  put(pair: Pick<MadePair, 'cert' | 'key'>): void;
  putCert(text: string): void;
  putKey(text: string): void;
  remove(): void;
};

export function pairFolder(): PairFolder {
  const folder = mkdtempSync(join(tmpdir(), 'officina-pair-'));
  const live = join(folder, 'live');
  const files = { cert: join(live, 'cert.pem'), key: join(live, 'key.pem') };
  let issues = 0;
  const put: PairFolder['put'] = ({ cert, key }) => {
    const issue = join(folder, `issue-${++issues}`);
    mkdirSync(issue);
    writeFileSync(join(issue, 'cert.pem'), cert);
    writeFileSync(join(issue, 'key.pem'), key, { mode: 0o600 });
    symlinkSync(issue, `${live}.new`);
    renameSync(`${live}.new`, live);
  };
  const replace = (path: string, text: string): void => {
    writeFileSync(`${path}.new`, text, { mode: 0o600 });
    renameSync(`${path}.new`, path);
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
