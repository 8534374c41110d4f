// What one entry of the file says about another: that the readers, switches, pools and profiles that are named exist,
// and that no two machines share what only one can have.

import type { ReadCertificate, ReadPool } from './certificate.ts';
import { checkAccounts } from './check-accounts.ts';
import { checkWires } from './check-wires.ts';
import type { ReaderConfig, SwitchConfig } from './config.ts';
import { checkSenses } from './current-sense.ts';
import type { Findings } from './findings.ts';
import type { ReadMachine } from './machine.ts';
import { nearestWord, suggestion } from './nearest-word.ts';
import { placeOf } from './read-shape.ts';
import type { Tree } from './read-yaml.ts';
import type { ReadTariff } from './tariff.ts';

export type Described = {
  readonly space: { readonly capacity: number | null; readonly tree: Tree | null };
  readonly machines: ReadonlyMap<string, ReadMachine>;
  readonly readers: ReadonlyMap<string, ReaderConfig>;
  readonly switches: ReadonlyMap<string, SwitchConfig>;
  readonly tariffs: readonly ReadTariff[];
  /** Firmware profiles that there are; null when nobody asked. */
  readonly profiles: readonly string[] | null;
  readonly pools: ReadonlyMap<string, ReadPool>;
  readonly certificates: ReadonlyMap<string, ReadCertificate>;
  readonly plans: ReadonlyMap<string, unknown>;
  /** That something else of the file names; there is no list of them. */
  readonly teams: readonly string[];
};

export function checkReferences(described: Described, findings: Findings): void {
  for (const [id, { machine, tree }] of described.machines) {
    const from = { name: `machines.${id}`, tree, findings };
    mustExist({
      ...from,
      key: 'reader',
      id: machine.reader,
      among: described.readers.keys(),
      group: 'readers',
    });
    mustExist({
      ...from,
      key: 'switch',
      id: machine.switch,
      among: described.switches.keys(),
      group: 'switches',
    });
    checkProfile(id, described, findings);
    if (machine.reader === null && !isSensor(id, described.machines)) {
      const text = `machines.${id} has no "reader"; nobody can start a session there.`;
      findings.warning(tree.place, text);
    }
  }
  checkPeople(described, findings);
  checkSenses(described, findings);
  checkShared(described.machines, findings);
  checkAccounts(described, findings);
  checkWires(
    { ...described, links: [...described.machines].map(([id, { link }]) => [id, link] as const) },
    findings,
  );
  checkTariffs(described, findings);
  checkCertificates(described, findings);
}

/** One that others are watched by is tapped by nobody. */
const isSensor = (id: string, machines: Described['machines']): boolean =>
  [...machines.values()].some(
    ({ machine }) =>
      machine.sense?.sensor === id || Object.values(machine.monitors ?? {}).some(({ of }) => of === id),
  );

/** Who is inside is known only by a reader at the entrance, and such a reader opens no machine. */
function checkPeople({ space, machines, readers }: Described, findings: Findings): void {
  const hasEntrance = [...readers.values()].some(({ entrance }) => entrance === 'both');
  if (space.capacity !== null && space.tree && !hasEntrance) {
    const text = '"capacity" of space needs a reader with "entrance: true"; otherwise nobody counts.';
    findings.mistake(placeOf(space.tree, 'capacity'), text);
  }
  for (const [id, { machine, tree }] of machines) {
    if (machine.reader === null || readers.get(machine.reader)?.entrance === undefined) continue;
    const text = `"reader" of machines.${id} names "${machine.reader}", which hangs at the entrance; a machine needs a reader beside it.`;
    findings.mistake(placeOf(tree, 'reader'), text);
  }
}

type Reference = {
  readonly name: string;
  readonly tree: Tree;
  readonly findings: Findings;
  readonly key: string;
  readonly id: string | null;
  readonly among: Iterable<string>;
  readonly group: string;
};

function mustExist({ name, tree, findings, key, id, among, group }: Reference): void {
  const known = [...among];
  if (id === null || id === '' || known.includes(id)) return;
  const text = `"${key}" of ${name} names "${id}", which is not among the ${group}${suggestion(id, known)}`;
  findings.mistake(placeOf(tree, key), text);
}

function checkProfile(id: string, described: Described, findings: Findings): void {
  const read = described.machines.get(id);
  const link = read?.tree.kind === 'fields' ? read.tree.fields.get('link') : undefined;
  if (!read || !link || !described.profiles) return;
  const name = `machines.${id}.link`;
  const profile = read.machine.profile;
  mustExist({
    name,
    tree: link.tree,
    findings,
    key: 'profile',
    id: profile,
    among: described.profiles,
    group: 'profiles',
  });
}

/** One reader may serve several machines; a switch, a serial port and an address serve one each. */
function checkShared(machines: Described['machines'], findings: Findings): void {
  const holders = new Map<string, string>();
  for (const [id, { machine, link, tree }] of machines) {
    const claims: { what: string; key: string }[] = [];
    if (machine.switch !== null) claims.push({ what: `the switch "${machine.switch}"`, key: 'switch' });
    if (machine.enable !== undefined) claims.push({ what: `the switch "${machine.enable}"`, key: 'enable' });
    if (link.kind === 'serial' && link.path !== '')
      claims.push({ what: `the port ${link.path}`, key: 'link' });
    if (link.kind === 'tcp' && link.port > 0)
      claims.push({ what: `the address ${link.host}:${link.port}`, key: 'link' });
    // One OPC UA server may show several machines; which of them is told by their names.
    if (link.kind === 'opcua' && link.endpoint !== '')
      claims.push({
        what: `${link.nodes?.activity?.node ?? link.machine ?? 'the machine'} at ${link.endpoint}`,
        key: 'link',
      });
    for (const { what, key } of claims) {
      const holder = holders.get(what);
      if (holder === undefined) holders.set(what, id);
      else
        findings.mistake(
          placeOf(tree, key),
          `${what} belongs to machines.${holder}; machines.${id} needs one of its own.`,
        );
    }
  }
}

function checkTariffs({ machines, tariffs, plans, teams }: Described, findings: Findings): void {
  const pools = new Set(
    [...machines.values()].map(({ machine }) => machine.pool).filter((pool) => pool !== ''),
  );
  const seen = new Set<string>();
  for (const { tariff, tree, name } of tariffs) {
    mustExist({
      name,
      tree,
      findings,
      key: 'pool',
      id: tariff.pool,
      among: pools,
      group: 'pools of the machines',
    });
    const { plan = '', team = '' } = tariff.for ?? {};
    checkFor({ name, tree, findings }, { plan, team, plans, teams });
    const key = `${tariff.pool} ${tariff.from} ${plan} ${team}`;
    if (tariff.pool !== '' && tariff.from !== '' && seen.has(key)) {
      const text = `${name} is a second price for the pool "${tariff.pool}" from ${tariff.from}; keep one.`;
      findings.mistake(tree.place, text);
    }
    seen.add(key);
  }
}

type For = {
  readonly plan: string;
  readonly team: string;
  readonly plans: Described['plans'];
  readonly teams: readonly string[];
};

/** Teams come with the members; one that nearly is the name of another is taken for a slip of the pen. */
function checkFor({ name, tree, findings }: Pick<Reference, 'name' | 'tree' | 'findings'>, of: For): void {
  const whom = tree.kind === 'fields' ? tree.fields.get('for')?.tree : undefined;
  if (!whom) return;
  const from = { name: `for of ${name}`, tree: whom, findings };
  mustExist({ ...from, key: 'plan', id: of.plan, among: of.plans.keys(), group: 'plans' });
  if (nearestWord(of.team, of.teams) !== null)
    mustExist({
      ...from,
      key: 'team',
      id: of.team,
      among: of.teams,
      group: 'teams of cost codes and policy',
    });
}

/** Nothing says which certificates there are but the file itself: one that is named once may be a slip of the pen. */
function checkCertificates({ machines, pools, certificates }: Described, findings: Findings): void {
  const poolsOfMachines = new Set([...machines.values()].map(({ machine }) => machine.pool));
  for (const [id, { place }] of pools) {
    if (poolsOfMachines.has(id)) continue;
    findings.mistake(place, `pools.${id} is the pool of no machine${suggestion(id, [...poolsOfMachines])}`);
  }
  if (certificates.size === 0) return;
  for (const [id, { machine, tree }] of machines) {
    for (const certificate of machine.requires) {
      if (certificates.has(certificate)) continue;
      const text = `machines.${id} requires "${certificate}", which is not among the certificates; nothing more is known of it${suggestion(certificate, [...certificates.keys()])}`;
      findings.warning(placeOf(tree, 'requires'), text);
    }
  }
}
