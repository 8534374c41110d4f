// Finds and reads `officina.yaml` and the small files with secrets that it names; everything else is `readConfig`.

import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { TlsFiles } from './config.ts';
import type { Environment } from './environment.ts';
import type { PictureReader } from './floor.ts';
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
  const readSecret: SecretReader = (path, mostBytes = 4096) => {
    const secret = request.unwritten?.get(path);
    return secret === undefined
      ? readSmallFile(resolve(folder, path), mostBytes)
      : { ok: true, text: secret };
  };
  const readers = { readSecret, readPair: pairsIn(folder), readPicture: picturesIn(folder) };
  return readConfig({ ...request, text: read.text, ...readers });
}

/** A chain of four certificates with RSA keys of 4096 bits has some 10 kB. */
const pairFileLimitBytes = 64 * 1024;

function pairsIn(folder: string): PairReader {
  return (named) => {
    const whole = (path: string) => resolve(folder, path);
    const clientCa = named.clientCa === undefined ? {} : { clientCa: whole(named.clientCa) };
    const files: TlsFiles = { cert: whole(named.cert), key: whole(named.key), ...clientCa };
    const texts = readPairTexts(files);
    return { files, texts, keyIsOpen: texts.ok && isOpen(files), nowMs: Date.now() };
  };
}

function readPairTexts({ cert, key, clientCa }: TlsFiles): ReturnType<PairReader>['texts'] {
  const read = (path: string) => readSmallFile(path, pairFileLimitBytes);
  const found = {
    cert: read(cert),
    key: read(key),
    ...(clientCa !== undefined && { clientCa: read(clientCa) }),
  };
  for (const about of ['cert', 'key', 'clientCa'] as const) {
    const one = found[about];
    if (one && !one.ok) return { ok: false, about, reason: `${one.reason}; ${pairRemedy}` };
  }
  const text = (one: ReturnType<typeof read>): string => (one.ok ? one.text : '');
  const third = found.clientCa ? { clientCa: text(found.clientCa) } : {};
  return { ok: true, value: { cert: text(found.cert), key: text(found.key), ...third } };
}

const pairRemedy = 'correct the path, or let the account of the gateway read it';

function isOpen({ key }: TlsFiles): boolean {
  return process.platform !== 'win32' && (statSync(key).mode & 0o007) !== 0;
}

/** The text of a policy in a file of its own; a text in its place says why not. */
export function readPolicyText(path: string): { readonly ok: boolean; readonly text: string } {
  const read = readSmallFile(path, yamlLimit.bytes);
  return read.ok ? read : { ok: false, text: `${path} ${read.reason}; name another file.` };
}

/** Pictures beside a configuration that stands in this folder. */
export const picturesIn =
  (folder: string): PictureReader =>
  (name, mostBytes) => {
    const path = resolve(folder, name);
    const read = readSmallBytes(path, mostBytes);
    return read.ok ? { ...read, path } : read;
  };

function readSmallFile(path: string, limitBytes: number): ReturnType<SecretReader> {
  const read = readSmallBytes(path, limitBytes);
  if (!read.ok) return read;
  try {
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(read.bytes) };
  } catch (error) {
    return { ok: false, reason: reasonFor(error) };
  }
}

type Bytes =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly reason: string };

function readSmallBytes(path: string, limitBytes: number): Bytes {
  try {
    const facts = statSync(path);
    if (!facts.isFile()) return { ok: false, reason: 'is no file' };
    if (facts.size > limitBytes) return { ok: false, reason: `is larger than ${limitBytes} bytes` };
    return { ok: true, bytes: readFileSync(path) };
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
