// One look at machines, for `check`: their links as a gateway would open them, for a few seconds, and closed again.
// Nothing is ordered, no door is opened for a host, and certificates are only borrowed: what is learnt is thrown away.

import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Look, LookWish } from '../commands/machine-boxes.ts';
import type { Config, LinkConfig } from '../config/config.ts';
import type { MachineReport } from '../gateway/gateway.ts';
import type { Log } from '../gateway/ports.ts';
import { commonBoxes } from './common-boxes.ts';
import { machineLinks, opcuaFolder } from './machine-links.ts';
import { isNetworkLink } from './talkers.ts';

/** Machines side by side, however many there are; those that nobody here can talk to are left out. */
export async function lookAtMachines(
  config: Config,
  { machines, withinMs }: LookWish,
): Promise<ReadonlyMap<string, Look>> {
  const spoken = machines.filter((id) => isSpoken(config.links[id]));
  const looks = keepLooks(spoken);
  const dataDir = mkdtempSync(join(tmpdir(), 'officina-check-'));
  try {
    borrowCertificates(config, dataDir);
    const links = Object.fromEntries(spoken.map((id) => [id, alone(config.links[id])]));
    const common = { ...commonBoxes(config), log: looks.log };
    const opened = await machineLinks({ links, switches: {}, dataDir }, common);
    try {
      opened.open(looks.report, () => undefined);
      const enough = new AbortController();
      const found = foundAt(config, { machines: spoken, signal: enough.signal });
      await looks.settled(withinMs);
      const finds = await within(found, graceMs);
      enough.abort();
      // Before the links are closed, which reports them as lost.
      return looks.all(finds);
    } finally {
      await opened.close();
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

type Looks = {
  readonly log: Log;
  readonly report: (report: MachineReport) => void;
  /** Resolves once all have said what they do or why not; what was said until this is called counts for nothing. */
  readonly settled: (withinMs: number) => Promise<void>;
  readonly all: (found: Found) => ReadonlyMap<string, Look>;
};

function keepLooks(machines: readonly string[]): Looks {
  const looks = new Map<string, Look>(machines.map((id) => [id, unseen]));
  const complaintMs = new Map<string, number>();
  const over = Promise.withResolvers<void>();
  const timers: NodeJS.Timeout[] = [];
  // What is said of a machine before anybody was asked, as of its profile, is no answer.
  let isAsking = false;
  const change = (machine: string, seen: Partial<Look>): void => {
    const look = looks.get(machine);
    if (look) looks.set(machine, { ...look, ...seen });
  };
  const isSettled = ([id, { link, activity }]: readonly [string, Look]): boolean => {
    if (link === 'up') return activity !== 'unknown' && activity !== 'starting';
    return performance.now() - (complaintMs.get(id) ?? Number.POSITIVE_INFINITY) >= afterthoughtMs;
  };
  const settle = (): void => {
    if (isAsking && [...looks].every(isSettled)) over.resolve();
  };
  const log = listeningLog((machine, said) => {
    if (!isAsking) return;
    change(machine, { said });
    if (said.startsWith('info ')) return;
    complaintMs.set(machine, performance.now());
    timers.push(setTimeout(settle, afterthoughtMs + 1));
  });
  return {
    log,
    report({ machine, link, activity, substate }) {
      change(machine, { link, activity, substate });
      settle();
    },
    async settled(withinMs) {
      isAsking = true;
      timers.push(setTimeout(over.resolve, withinMs));
      settle();
      await over.promise;
      for (const timer of timers) clearTimeout(timer);
    },
    all: (found) => new Map([...looks].map(([id, look]) => [id, { ...look, found: found.get(id) ?? null }])),
  };
}

/** Some complaints are about a link that comes up all the same a moment later. */
const afterthoughtMs = 1500;
/** After the links have said all that they will. */
const graceMs = 1500;

type Found = ReadonlyMap<string, string>;

/** What calls itself so at the addresses of these machines, with its version, as far as it tells without signing in. */
async function foundAt(
  { links }: Config,
  { machines, signal }: { readonly machines: readonly string[]; readonly signal: AbortSignal },
): Promise<Found> {
  const { whoAnswers } = await import('./who-answers.ts');
  const asked = machines.map(async (id): Promise<readonly [string, string] | null> => {
    const link = links[id];
    // A Duet has few places, and its own link takes one.
    if (!link || !('url' in link) || link.kind === 'duet') return null;
    const who = await whoAnswers(link.url, signal);
    const one = who.ok ? who.servers.find(({ kind }) => kind === link.kind) : undefined;
    return one ? [id, one.version === null ? one.title : `${one.title}, ${one.version}`] : null;
  });
  return new Map((await Promise.all(asked)).filter((one) => one !== null));
}

async function within(found: Promise<Found>, limitMs: number): Promise<Found> {
  const late = Promise.withResolvers<Found>();
  const timer = setTimeout(() => late.resolve(new Map()), limitMs);
  // What it finds out after that is of no use any more.
  found.catch(() => undefined);
  const first = await Promise.race([found, late.promise]);
  clearTimeout(timer);
  return first;
}

const isSpoken = (link: LinkConfig | undefined): boolean =>
  link !== undefined && (['serial', 'tcp', 'opcua'].includes(link.kind) || isNetworkLink(link));

const unseen: Look = { link: 'never', activity: 'unknown', substate: null, said: null, found: null };

/** Without a door for a host: who works there must not find one that closes again. */
function alone(link: LinkConfig | undefined): LinkConfig {
  if (!link) return { kind: 'none' };
  const isDoor = 'beside' in link && link.beside?.owner === 'passThrough';
  return isDoor ? { ...link, beside: { owner: 'observeOnly' } } : link;
}

/** Servers that trust the gateway trust this look, and those that people trusted are trusted by it. */
function borrowCertificates({ dataDir, links }: Config, borrowed: string): void {
  const isNeeded = Object.values(links).some(({ kind }) => kind === 'opcua');
  if (isNeeded && existsSync(opcuaFolder(dataDir)))
    cpSync(opcuaFolder(dataDir), opcuaFolder(borrowed), { recursive: true });
}

/** What the log would say of a machine, with its level in front. */
function listeningLog(heard: (machine: string, said: string) => void): Log {
  const at =
    (level: string): Log['info'] =>
    ({ machine }, text) => {
      if (typeof machine === 'string') heard(machine, `${level} ${text}`);
    };
  return { info: at('info'), warn: at('warn'), error: at('error') };
}
