// What a browser fetches before it shows anything stays small: the kiosk is an old tablet, the board is on every phone.

import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { beforeAll, describe, expect, it } from 'vitest';

type Chunk = {
  readonly type: 'chunk';
  readonly fileName: string;
  readonly code: string;
  readonly imports: readonly string[];
  readonly facadeModuleId: string | null;
};

const chunks = new Map<string, Chunk>();

beforeAll(async () => {
  const configFile = fileURLToPath(new URL('../../src/dashboard/vite.config.ts', import.meta.url));
  const built = await build({ configFile, logLevel: 'silent', build: { write: false } });
  const outputs = Array.isArray(built) ? built : [built];
  for (const output of outputs) {
    if (!('output' in output)) throw new Error('the build watches instead of ending');
    for (const one of output.output) if (one.type === 'chunk') chunks.set(one.fileName, one);
  }
}, 60_000);

/** The file, and what it asks for before it runs. */
function withImports(fileName: string, seen = new Set<string>()): ReadonlySet<string> {
  const chunk = chunks.get(fileName);
  if (!chunk || seen.has(fileName)) return seen;
  seen.add(fileName);
  for (const other of chunk.imports) withImports(other, seen);
  return seen;
}

function chunkOf(source: string): string {
  for (const { fileName, facadeModuleId } of chunks.values())
    if (facadeModuleId?.endsWith(source)) return fileName;
  throw new Error(`${source} is no chunk of its own`);
}

/** Compressed, in bytes. */
function weightOf(...sources: readonly string[]): number {
  const files = new Set<string>();
  for (const source of sources) withImports(chunkOf(source), files);
  let bytes = 0;
  for (const file of files) bytes += gzipSync(chunks.get(file)?.code ?? '').length;
  return bytes;
}

describe('the first load', () => {
  it.each([[[]], [['/kiosk/spoken-it.ts']]])('of the kiosk is at most 40 kB of code, with %j', (words) => {
    const bytes = weightOf('/kiosk/kiosk.html', ...words);
    expect(bytes).toBeGreaterThan(10_000);
    expect(bytes).toBeLessThanOrEqual(40_000);
  });

  it('of the board is at most 60 kB of code', () => {
    const bytes = weightOf('/dashboard/index.html');
    expect(bytes).toBeGreaterThan(10_000);
    expect(bytes).toBeLessThanOrEqual(60_000);
  });

  it('of the kiosk carries nothing of the board', () => {
    const code = [...withImports(chunkOf('/kiosk/kiosk.html'))].map((file) => chunks.get(file)?.code ?? '');
    expect(code.join('')).not.toContain('Nothing needs you.');
  });
});
