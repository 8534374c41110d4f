// Finds and reads `officina.yaml` and the small files with secrets that it names; everything else is `readConfig`.

import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { TlsFiles } from './config.ts';
import type { Environment } from './environment.ts';
import type { SecretReader } from './password.ts';
import { type ConfigOutcome, readConfig } from './read-config.ts';
import { yamlLimit } from './read-yaml.ts';
import { type Flags, namedFile } from './settings.ts';
import type { PairReader } from './tls.ts';

export type LoadRequest = {
  readonly file: string;
  readonly env: Environment;
  readonly flags: Flags;
  readonly profiles?: readonly string[];
  readonly enabling?: readonly string[];
  /** In place of what stands in the file. */
  readonly text?: string;
  /** Files with secrets that are not written yet, by their path as the text names it. */
  readonly unwritten?: ReadonlyMap<string, string>;
};

const usualFile = 'officina.yaml';

/** The file to use: named by flag or environment, or `./officina.yaml` if it is there; null means the demo shop. */
export function findConfigFile(env: Environment, flags: Flags): string | null {
  return namedFile(env, flags) ?? (existsSync(usualFile) ? usualFile : null);
}

/** Where a new file goes. */
export const newConfigFile = (env: Environment, flags: Flags): string => namedFile(env, flags) ?? usualFile;

/** Paths are relative to the folder of the file that names them. */
export function loadConfig(request: LoadRequest): ConfigOutcome {
  const { text: given } = request;
  const read =
    given === undefined ? readSmallFile(request.file, yamlLimit.bytes) : ({ ok: true, text: given } as const);
  if (!read.ok) {
    const text = `${request.file} ${read.reason}; name another with --config, or write one with "officina init".`;
    return { ok: false, mistakes: [{ line: null, column: null, text }] };
  }
  const folder = dirname(resolve(request.file));
  const readSecret: SecretReader = (path) => {
    const secret = request.unwritten?.get(path);
    return secret === undefined ? readSmallFile(resolve(folder, path), 4096) : { ok: true, text: secret };
  };
  const readers = { readSecret, readPair: pairsIn(folder) };
  return readConfig({ ...request, text: read.text, ...readers });
}

/** A chain of four certificates with RSA keys of 4096 bits has some 10 kB. */
const pairFileLimitBytes = 64 * 1024;

function pairsIn(folder: string): PairReader {
  return (named) => {
    const files = { cert: resolve(folder, named.cert), key: resolve(folder, named.key) };
    const cert = readSmallFile(files.cert, pairFileLimitBytes);
    const key = readSmallFile(files.key, pairFileLimitBytes);
    const [about, unread] = cert.ok ? (['key', key] as const) : (['cert', cert] as const);
    const texts =
      cert.ok && key.ok
        ? ({ ok: true, value: { cert: cert.text, key: key.text } } as const)
        : ({ ok: false, about, reason: unread.ok ? '' : `${unread.reason}; ${pairRemedy}` } as const);
    return { files, texts, keyIsOpen: key.ok && isOpen(files), nowMs: Date.now() };
  };
}

const pairRemedy = 'correct the path, or let the account of the gateway read it';

function isOpen({ key }: TlsFiles): boolean {
  return process.platform !== 'win32' && (statSync(key).mode & 0o007) !== 0;
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
