// Judges documents by the official schemas in `test/schemas`, with xmllint and without a network.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const program = 'xmllint';

export type Schema = 'fatturapa-1.2' | 'pain.008.001.08' | 'camt.053.001.08';

/** Throws with what xmllint says of the first document that does not fit. */
export function validate(schema: Schema, documents: readonly string[]): void {
  const folder = mkdtempSync(join(tmpdir(), 'officina-xml-'));
  try {
    const files = documents.map((document, index) => {
      const file = join(folder, `${index}.xml`);
      writeFileSync(file, document);
      return file;
    });
    const path = fileURLToPath(new URL(`../schemas/${schema}.xsd`, import.meta.url));
    execFileSync(program, ['--nonet', '--noout', '--schema', path, ...files], { stdio: 'pipe' });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
