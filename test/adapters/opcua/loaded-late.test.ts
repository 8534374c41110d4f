// The library is loaded where a machine needs it, and only in a thread: never by what the main thread imports at once.

import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';

const root = new URL('../../../', import.meta.url).pathname;

/** Files that are loaded with `entry`, and the packages that they load; types are not. */
function loadedWith(entry: string): { files: Set<string>; packages: Set<string> } {
  const [files, packages] = [new Set<string>(), new Set<string>()];
  const visit = (file: string): void => {
    if (files.has(file) || !existsSync(file)) return;
    files.add(file);
    const imports = readFileSync(file, 'utf8').matchAll(
      /(?:^|\n)(?:import|export)\s+(?!type\b)[^;'"]*?from\s+'([^']+)'/g,
    );
    for (const [, module = ''] of imports) {
      if (module.startsWith('.')) visit(join(dirname(file), module));
      else packages.add(module);
    }
  };
  visit(join(root, entry));
  return { files, packages };
}

it('a workshop without OPC UA never loads the library, and no main thread ever does', () => {
  const main = loadedWith('src/main.ts');
  expect(main.files.size).toBeGreaterThan(100);
  expect(main.packages.has('fastify')).toBe(true);
  const links = loadedWith('src/adapters/opcua/open-opcua-links.ts');
  expect(links.files.size).toBeGreaterThan(5);
  for (const { packages } of [main, links])
    expect([...packages].filter((name) => name.startsWith('node-opcua'))).toEqual([]);
  expect(loadedWith('src/adapters/opcua/opcua-worker.ts').packages.has('node-opcua')).toBe(true);
});
