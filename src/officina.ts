#!/usr/bin/env -S MALLOC_ARENA_MAX=1 node --max-semi-space-size=1
// The entry: makes the start quick and small, then runs the command line. Without the compile cache and without the
// prepared packages everything works the same, only slower and with more memory.

import { existsSync } from 'node:fs';
import { enableCompileCache, flushCompileCache, registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

const cacheDir = fileURLToPath(new URL('../node_modules/.cache/officina', import.meta.url));
// Threads take it from the environment.
process.env.NODE_COMPILE_CACHE ??= cacheDir;
enableCompileCache(process.env.NODE_COMPILE_CACHE);

/** A package of hundreds of small files, joined by `npm run prepare`; the same code, opened once. */
const prepared = new URL('../node_modules/.officina/', import.meta.url);
const joined: Readonly<Record<string, string>> = {
  typebox: 'typebox.js',
  'typebox/schema': 'typebox-schema.js',
  'typebox/value': 'typebox-value.js',
};
if (existsSync(prepared)) {
  registerHooks({
    resolve(specifier, context, next) {
      const file = Object.hasOwn(joined, specifier) ? joined[specifier] : undefined;
      if (file === undefined) return next(specifier, context);
      return { url: new URL(file, prepared).href, format: 'module', shortCircuit: true };
    },
  });
}

const { runOfficina } = await import('./main.ts');
// Kept once everything is loaded, not at an orderly end: a gateway ends by a power cut as often as not.
setTimeout(flushCompileCache, 3_000).unref();
process.exitCode = await runOfficina();
