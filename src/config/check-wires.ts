// What stands on one wire: a port has one device, but for the boards of a Modbus line, which share it at one speed; and
// no coil is two switches.

import type { LinkConfig, ReaderConfig, SwitchConfig } from './config.ts';
import type { Findings } from './findings.ts';

type Described = {
  readonly links: Iterable<readonly [string, LinkConfig]>;
  readonly readers: Iterable<readonly [string, ReaderConfig]>;
  readonly switches: Iterable<readonly [string, SwitchConfig]>;
};

/** `line`: how it shares a port; null when it wants the port for itself alone. */
type Claim = { readonly name: string; readonly path: string; readonly line: string | null };

export function checkWires({ links, readers, switches }: Described, findings: Findings): void {
  const coils = [...switches];
  const claims: Claim[] = [];
  for (const [id, link] of links)
    if (link.kind === 'serial') claims.push({ name: `machines.${id}.link`, path: link.path, line: null });
  for (const [id, reader] of readers)
    if ('path' in reader) claims.push({ name: `readers.${id}`, path: reader.path, line: null });
  for (const [id, one] of coils)
    if (one.kind === 'modbus-rtu')
      claims.push({ name: `switches.${id}`, path: one.path, line: `${one.baud} baud` });
  // Two machines on one port are found where machines are compared.
  for (const [path, [first, ...others]] of Map.groupBy(claims, (claim) => claim.path)) {
    for (const other of others) if (first && path !== '') findAlone(first, other, findings);
  }
  const taken = new Map<string, string>();
  for (const [id, one] of coils) {
    const place = coilOf(one);
    const holder = place === null ? undefined : taken.get(place);
    if (place !== null && holder === undefined) taken.set(place, id);
    if (holder === undefined) continue;
    const text = `switches.${holder} and switches.${id} are one coil, ${place}; give each its own.`;
    findings.mistake(null, text);
  }
}

function findAlone(one: Claim, other: Claim, findings: Findings): void {
  const areMachines = one.name.startsWith('machines.') && other.name.startsWith('machines.');
  if (areMachines || (one.line !== null && one.line === other.line)) return;
  const text =
    one.line !== null && other.line !== null
      ? `${one.name} and ${other.name} are on one line, ${one.path}, at ${one.line} and ${other.line}; a line has one speed.`
      : `${one.name} and ${other.name} both want the port ${one.path}; each needs one of its own.`;
  findings.mistake(null, text);
}

/** Null for what is no coil. */
function coilOf(one: SwitchConfig): string | null {
  if (one.kind === 'modbus-tcp') return `${one.coil} of unit ${one.unit} at ${one.host}:${one.port}`;
  return one.kind === 'modbus-rtu' ? `${one.coil} of unit ${one.unit} on ${one.path}` : null;
}
