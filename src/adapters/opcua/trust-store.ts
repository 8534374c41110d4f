// Which servers people trust: certificates as files, in `trusted` once a person has compared the thumbprint, else in
// `rejected`, where they wait. Nothing is ever trusted by itself. Files alone, and no library: the command line reads
// and moves them beside a running gateway, which looks again at every attempt.

import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCertificate, type ServerCertificate } from './read-certificate.ts';

type KnownCertificate = Omit<ServerCertificate, 'der'> & {
  /** Ids of the machines at whose endpoint it was seen. */
  readonly machines: readonly string[];
};

export type TrustStore = {
  isTrusted(certificate: ServerCertificate): boolean;
  /** Keeps a certificate for a person to judge. Returns how many older ones of this machine made room for it. */
  keepWaiting(machine: string, certificate: ServerCertificate): number;
  /** What a gateway made itself, for instance the mill of the demo, needs no person to compare it. */
  trustOwn(machine: string, certificate: ServerCertificate): void;
  list(): { readonly waiting: readonly KnownCertificate[]; readonly trusted: readonly KnownCertificate[] };
  /** False when none waits under this thumbprint (SHA-256). */
  trust(sha256: string): boolean;
  /** False when none is trusted under this thumbprint (SHA-256). */
  withdraw(sha256: string): boolean;
};

/** A server that shows another certificate each time fills no disk: so many wait per machine, the newest. */
const waitingPerMachine = 4;
/** Files that are looked at in one folder; a gateway has far fewer machines. */
const filesLimit = 1_000;
const fileLimitBytes = 32_768;

type Folder = 'trusted' | 'rejected';
type Kept = {
  readonly file: string;
  readonly machine: string | null;
  readonly certificate: ServerCertificate;
};

/** @param folder made when it is first written to, for this account alone */
export function openTrustStore(folder: string): TrustStore {
  const at = (where: Folder): string => join(folder, where);
  const put = (where: Folder, machine: string, certificate: ServerCertificate): void => {
    mkdirSync(at(where), { recursive: true, mode: 0o700 });
    writeFileSync(join(at(where), `${machine}.${certificate.sha1}.pem`), toPem(machine, certificate), {
      mode: 0o600,
    });
  };
  const move = (sha256: string, from: Folder, to: Folder): boolean => {
    const found = readFolder(at(from)).filter(({ certificate }) => certificate.sha256 === sha256);
    if (found.length > 0) mkdirSync(at(to), { recursive: true, mode: 0o700 });
    for (const { file } of found) renameSync(join(at(from), file), join(at(to), file));
    return found.length > 0;
  };
  return {
    isTrusted: ({ sha256 }) =>
      readFolder(at('trusted')).some(({ certificate }) => certificate.sha256 === sha256),
    keepWaiting(machine, certificate) {
      const waiting = readFolder(at('rejected')).filter((kept) => kept.machine === machine);
      if (waiting.some((kept) => kept.certificate.sha256 === certificate.sha256)) return 0;
      const files = waiting.map(({ file }) => ({
        path: join(at('rejected'), file),
        atMs: changedMs(join(at('rejected'), file)),
      }));
      const oldest = files.toSorted((a, b) => b.atMs - a.atMs).slice(waitingPerMachine - 1);
      for (const { path } of oldest) rmSync(path, { force: true });
      put('rejected', machine, certificate);
      return oldest.length;
    },
    trustOwn: (machine, certificate) => put('trusted', machine, certificate),
    list: () => ({ waiting: listed(readFolder(at('rejected'))), trusted: listed(readFolder(at('trusted'))) }),
    trust: (sha256) => move(sha256, 'rejected', 'trusted'),
    withdraw: (sha256) => move(sha256, 'trusted', 'rejected'),
  };
}

/** Whatever is no certificate is passed over: people may put files here, too. */
function readFolder(path: string): readonly Kept[] {
  return filesOf(path).flatMap((file): Kept[] => {
    try {
      const full = join(path, file);
      if (statSync(full).size > fileLimitBytes) return [];
      const certificate = readCertificate(readFileSync(full));
      const [, machine = null] = /^([a-z0-9-]{1,64})\.[0-9a-f]{40}\.pem$/.exec(file) ?? [];
      return certificate === null ? [] : [{ file, machine, certificate }];
    } catch (fault) {
      // Moved away by the command line since it was listed.
      if (isAbsent(fault)) return [];
      throw fault;
    }
  });
}

function filesOf(path: string): readonly string[] {
  try {
    return readdirSync(path)
      .filter((file) => file.endsWith('.pem') || file.endsWith('.der'))
      .sort()
      .slice(0, filesLimit);
  } catch (fault) {
    if (isAbsent(fault)) return [];
    throw fault;
  }
}

const isAbsent = (fault: unknown): boolean =>
  fault instanceof Error && 'code' in fault && fault.code === 'ENOENT';

const changedMs = (path: string): number => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** One row per certificate, though several machines may show the same. */
function listed(kept: readonly Kept[]): readonly KnownCertificate[] {
  const rows = new Map<string, KnownCertificate>();
  for (const { machine, certificate } of kept) {
    const { der, ...facts } = certificate;
    const machines = [...(rows.get(facts.sha256)?.machines ?? []), ...(machine === null ? [] : [machine])];
    rows.set(facts.sha256, { ...facts, machines });
  }
  return [...rows.values()];
}

/** PEM allows text before its first line; it is there for people who look into the folder. */
function toPem(machine: string, { subject, sha1, sha256, der }: ServerCertificate): string {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  const about = [`machine ${machine}`, `subject ${subject}`, `SHA-1   ${sha1}`, `SHA-256 ${sha256}`];
  return [...about, '-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}
