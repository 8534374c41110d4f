// Finds and reads `officina.yaml` and the small files with secrets that it names; everything else is `readConfig`.

import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Environment } from './environment.ts';
import type { SecretReader } from './password.ts';
import { type ConfigOutcome, readConfig } from './read-config.ts';
import { yamlLimit } from './read-yaml.ts';
import { type Flags, namedFile } from './settings.ts';

export type LoadRequest = {
  readonly file: string;
  readonly env: Environment;
  readonly flags: Flags;
  readonly profiles?: readonly string[];
};

const usualFile = 'officina.yaml';

/** The file to use: named by flag or environment, or `./officina.yaml` if it is there; null means the demo shop. */
export function findConfigFile(env: Environment, flags: Flags): string | null {
  return namedFile(env, flags) ?? (existsSync(usualFile) ? usualFile : null);
}

/** Where a new file goes. */
export const newConfigFile = (env: Environment, flags: Flags): string => namedFile(env, flags) ?? usualFile;

export function loadConfig(request: LoadRequest): ConfigOutcome {
  const read = readSmallFile(request.file, yamlLimit.bytes);
  if (!read.ok) {
    const text = `${request.file} ${read.reason}; name another with --config, or write one with "officina init".`;
    return { ok: false, mistakes: [{ line: null, column: null, text }] };
  }
  return readConfig({ ...request, text: read.text, readSecret: secretsBeside(request.file) });
}

/** Paths are relative to the folder of the file that names them. */
function secretsBeside(file: string): SecretReader {
  const folder = dirname(resolve(file));
  return (path) => readSmallFile(resolve(folder, path), 4096);
}

function readSmallFile(path: string, limitBytes: number): ReturnType<SecretReader> {
  try {
    const facts = statSync(path);
    if (!facts.isFile()) return { ok: false, reason: 'is no file' };
    if (facts.size > limitBytes) return { ok: false, reason: `is larger than ${limitBytes} bytes` };
    const text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
    return { ok: true, text };
  } catch (error) {
    return { ok: false, reason: reasonFor(error) };
  }
}

function reasonFor(error: unknown): string {
  if (error instanceof TypeError) return 'is not text in UTF-8';
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  if (code === 'ENOENT') return 'is not there';
  if (code === 'EACCES') return 'may not be read by this account';
  return `cannot be read (${code})`;
}
