// Servers that are not as they should be: each has its sentence, and none costs more than a bounded effort.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataType, type UAObject } from 'node-opcua';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { machinesOf, type OddServer, startOddServer } from './odd-server.ts';
import { type Watched, watch } from './watched.ts';

const dir = mkdtempSync(join(tmpdir(), 'officina-odd-'));
const at = (name: string): string => join(dir, name);

let servers: OddServer[] = [];
let strict: OddServer;
let watched: Watched;

beforeAll(async () => {
  const plain = await startOddServer({ pkiDir: at('plain'), machinery: false });
  const several = await startOddServer({ pkiDir: at('several'), machines: ['Lathe', 'Mill\u0007'] });
  const empty = await startOddServer({ pkiDir: at('empty') });
  const stateless = await startOddServer({
    pkiDir: at('stateless'),
    furnish: (space) => {
      space.getOwnNamespace().addObject({ browseName: 'Press', organizedBy: machinesOf(space) });
    },
  });
  const vast = await startOddServer({ pkiDir: at('vast'), machines: ['Mill'], furnish: furnishVastly });
  strict = await startOddServer({ pkiDir: at('strict'), machines: ['Mill'], acceptsClients: false });
  const guarded = await startOddServer({
    pkiDir: at('guarded'),
    machines: ['Mill'],
    member: { name: 'officina', password: 'staple-horse' },
  });
  servers = [plain, several, empty, stateless, vast, strict, guarded];
  watched = watch(at('gateway'), {
    plain,
    several,
    lathe: { ...several, machine: 'Lathe' },
    saw: { ...several, machine: 'Saw' },
    empty,
    stateless,
    vast: { ...vast, machine: 'Mill' },
    strict,
    anonymous: guarded,
    wrong: { ...guarded, user: 'officina', password: 'battery-horse' },
    right: { ...guarded, user: 'officina', password: 'staple-horse' },
    signed: { ...guarded, security: 'sign', user: 'officina', password: 'staple-horse' },
  });
  for (const machine of ['plain', 'several', 'empty', 'stateless', 'vast', 'strict', 'anonymous'])
    await watched.of(machine).trust();
}, 180_000);
afterAll(async () => {
  await watched?.close();
  for (const server of servers) await server.close();
  rmSync(dir, { recursive: true, force: true, maxRetries: 3 });
});

/** Three thousand machines, one of them with a thousand blocks and a name of two hundred thousand characters. */
function furnishVastly(space: Parameters<typeof machinesOf>[0]): void {
  const own = space.getOwnNamespace();
  const machines = machinesOf(space);
  for (let i = 0; i < 3_000; i++) own.addObject({ browseName: `Press ${i}`, organizedBy: machines });
  const endless = 'x'.repeat(200_000);
  own.addObject({ browseName: 'Endless', displayName: endless, organizedBy: machines });
  const mill = machines.getFolderElementByName('Mill');
  if (!mill) throw new Error('the server has no mill');
  for (let i = 0; i < 1_000; i++) own.addObject({ browseName: `Part ${i}`, componentOf: mill });
  own.addVariable({
    browseName: 'Log',
    componentOf: mill,
    dataType: DataType.String,
    value: { dataType: DataType.String, value: endless },
  });
  // A loop: the mill is part of its own part.
  (mill as UAObject)
    .getComponentByName('Part 0')
    ?.addReference({ referenceType: 'HasComponent', nodeId: mill.nodeId });
}

const troubleOf = (machine: string) => watched.of(machine).last()?.troubles?.[0];

describe('a server', { timeout: 120_000 }, () => {
  it.each([
    ['plain', 'not-machinery', {}],
    ['several', 'machine-ambiguous', { found: 'Lathe, Mill' }],
    ['saw', 'machine-missing', { wanted: 'Saw', found: 'Lathe, Mill' }],
    ['empty', 'machine-missing', { wanted: '', found: '' }],
    ['stateless', 'state-missing', { machine: 'Press' }],
    ['anonymous', 'sign-in-refused', {}],
    ['wrong', 'sign-in-refused', {}],
  ])('%s is told of as %s', async (machine, code, values) => {
    await watched.of(machine).untilTrouble(code);
    expect(troubleOf(machine)?.values).toEqual(values);
    expect(watched.of(machine).last()).toMatchObject({ link: 'never', activity: 'unknown' });
  });

  it.each(['lathe', 'right', 'signed'])('%s is watched', (machine) =>
    watched.of(machine).untilActivity('idle'),
  );

  it('inv. 11: with thousands of nodes, endless names and a loop is watched all the same', async () => {
    await watched.of('vast').untilActivity('idle');
    expect(watched.reports.every((report) => JSON.stringify(report).length < 2_000)).toBe(true);
    expect(watched.lines.every((line) => line.length < 1_000)).toBe(true);
  });

  it('that does not accept this gateway is told of with our thumbprint, and watched once it does', async () => {
    const { untilTrouble, untilActivity } = watched.of('strict');
    await untilTrouble('gateway-untrusted');
    expect(troubleOf('strict')?.values.sha1).toMatch(/^[0-9a-f]{40}$/);
    strict.acceptClients();
    await untilActivity('idle');
  });

  it('never sees its password in the log', () => {
    expect(watched.lines.join()).not.toContain('horse');
    expect(JSON.stringify(watched.reports)).not.toContain('horse');
  });
});
