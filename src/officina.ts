#!/usr/bin/env -S MALLOC_ARENA_MAX=1 node --max-semi-space-size=1
// The entry: makes the start quick and small, then runs the command line. Without the compile cache and without the
// prepared packages everything works the same, only slower and with more memory.

import { existsSync } from 'node:fs';
import { enableCompileCache, flushCompileCache, registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { start as Started } from './main.ts';

type Start = typeof Started;

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

const { runCommand } = await import('./commands/command-line.ts');
const { commandBoxes } = await import('./composition/command-boxes.ts');

/** In this process, whose service manager is told. Other commands need no gateway, so they do not wait for one to be loaded. */
const start: Start = async (config, options) =>
  (await import('./main.ts')).start(config, { ...options, env: process.env });

// Kept once everything is loaded, not at an orderly end: a gateway ends by a power cut as often as not.
setTimeout(flushCompileCache, 3_000).unref();
const { argv, env, stdout, stderr } = process;
process.exitCode = await runCommand({ argv: argv.slice(2), env, stdout, stderr, boxes: commandBoxes(start) });
