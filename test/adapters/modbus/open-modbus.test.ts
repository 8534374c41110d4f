// Coils of simulated boards over real TCP and real pseudo terminals: what is read back is believed, what is not is unknown,
// and a lease that nobody renews turns off.

import { afterEach, describe, expect, it } from 'vitest';
import { type ModbusSwitch, openModbus } from '../../../src/adapters/modbus/open-modbus.ts';
import { serveControllerTcp } from '../../../src/adapters/simulator/controller-tcp.ts';
import { type SimulatedBoard, simulateBoard } from '../../../src/adapters/simulator/wired/modbus-board.ts';
import type { SwitchReport } from '../../../src/gateway/gateway.ts';
import { outside } from '../../outside.ts';
import { wiredBench } from '../readers/wired-bench.ts';
import { until } from '../serial/link-under-test.ts';

const bench = wiredBench();
afterEach(() => bench.close());

const now = () => performance.now();

function listen(boards: Readonly<Record<string, ModbusSwitch>>) {
  const reports: SwitchReport[] = [];
  const log: string[] = [];
  const say = (_: unknown, text: string) => void log.push(text);
  const modbus = openModbus({
    switches: new Map(Object.entries(boards).map(([id, board]) => [id, { ...board, idleLeaseS: 60 }])),
    clock: { monoMs: now },
    log: { info: say, warn: say, error: say },
    meters: { count: () => undefined },
  });
  modbus.open((report) => reports.push(report));
  bench.closing.push(() => modbus.close());
  const last = (id: string) => reports.findLast((report) => report.switch === id)?.on;
  let n = 0;
  const set = (id: string, on: boolean, leaseS = 60) => modbus.set({ switch: id, on, leaseS, n: ++n });
  return { modbus, reports, log, last, set };
}

async function overTcp(board: SimulatedBoard) {
  const server = await serveControllerTcp({ port: 0, controller: board, now });
  bench.closing.push(() => server.close());
  const at = (coil: number): ModbusSwitch => ({
    kind: 'modbus-tcp',
    host: '127.0.0.1',
    port: server.port,
    unit: 1,
    coil,
  });
  return { server, at };
}

const tcpBoard = () => simulateBoard({ carriage: 'tcp', unit: 1, coils: 8 });

describe('a board on the network', () => {
  it('switches, reads back and reports; two switches share its line', async () => {
    const board = tcpBoard();
    const { at } = await overTcp(board);
    const { last, set } = listen({ laser: at(0), mill: at(3) });
    await until(() => last('laser') === false && last('mill') === false, 'both to be read');
    expect(await Promise.all([set('laser', true), set('mill', true), set('laser', false)])).toContain(true);
    await until(() => last('mill') === true && last('laser') === false, 'both reports');
    expect(board.coils).toEqual([false, false, false, true, false, false, false, false]);
  });

  it('inv. 7: a coil that does not follow is unknown, never success', async () => {
    const board = tcpBoard();
    const { at } = await overTcp(board);
    const { reports, last, set, log } = listen({ laser: at(0) });
    await until(() => last('laser') === false, 'the coil to be read');
    board.fault({ kind: 'stuck', coil: 0 });
    await set('laser', true);
    expect(last('laser')).toBeNull();
    expect(log.at(-1)).toContain('was told to be on and says otherwise');
    // It is looked at again and is no news: the journal would grow by the hour.
    const looks = board.asked.length;
    await until(() => board.asked.length > looks, 'the next look');
    await set('laser', true);
    expect(reports.map(({ on }) => on)).toEqual([false, null]);
  });

  it('one that was on and is off is told so, also after it was away', async () => {
    const board = tcpBoard();
    const { server, at } = await overTcp(board);
    const { reports, last, set } = listen({ laser: at(0) });
    await until(() => last('laser') === false, 'the coil to be read');
    await set('laser', true);
    await server.unplug();
    await until(() => last('laser') === null, 'the board to be away');
    expect(await set('laser', true)).toBe(false);
    board.coils[0] = false;
    await server.replug();
    await until(() => last('laser') === false, 'the coil to be read again');
    expect(reports.map(({ on }) => on)).toEqual([false, true, null, false]);
  });

  it('inv. 7: an exception is told in words, and silence is unknown', async () => {
    const board = tcpBoard();
    const { at } = await overTcp(board);
    const { last, set, log } = listen({ laser: at(0), attic: at(9) });
    await until(() => log.some((text) => text.includes('it has no such coil (exception 2)')), 'the sentence');
    await until(() => last('laser') === false, 'the coil to be read');
    board.fault({ kind: 'exception', exception: 6 });
    expect(await set('laser', true)).toBe(true);
    expect(last('laser')).toBeNull();
    expect(log.join()).toContain('it is busy (exception 6)');
    board.fault({ kind: 'silent' });
    expect(await set('laser', true)).toBe(false);
    expect(last('laser')).toBeNull();
    board.fault(null);
    // It heard the order and only its answer was lost.
    await until(() => last('laser') === true, 'the coil to be read again');
  });

  it('one lost answer is no reason to be unsure', async () => {
    const board = tcpBoard();
    const { at } = await overTcp(board);
    const { last, set, reports } = listen({ laser: at(0) });
    await until(() => last('laser') === false, 'the coil to be read');
    board.fault({ kind: 'damaged' }, 1);
    expect(await set('laser', true)).toBe(true);
    expect(reports.map(({ on }) => on)).not.toContain(null);
    expect(last('laser')).toBe(true);
  });

  it('turns off what nobody renews; a renewed one survives a board that was away', async () => {
    const board = tcpBoard();
    const { server, at } = await overTcp(board);
    const { last, set, log } = listen({ laser: at(0) });
    await until(() => last('laser') === false, 'the coil to be read');
    await set('laser', true, 1);
    expect(board.coils[0]).toBe(true);
    await until(() => board.coils[0] === false, 'the lease to end');
    await until(() => last('laser') === false, 'the report');
    expect(log.join()).toContain('nobody renewed its lease');
    await set('laser', true, 1);
    await server.unplug();
    await until(() => last('laser') === null, 'the board to be away');
    expect(await set('laser', true)).toBe(false);
    await server.replug();
    await until(() => last('laser') === true, 'the coil to be read');
    await set('laser', false);
    expect(board.coils[0]).toBe(false);
  });

  it('a lease that ended while the board was away turns off as soon as it is there', async () => {
    const board = tcpBoard();
    const { server, at } = await overTcp(board);
    const { last, set, log } = listen({ laser: at(0) });
    await until(() => last('laser') === false, 'the coil to be read');
    await set('laser', true, 1);
    await server.unplug();
    await until(() => log.join().includes('nobody renewed'), 'the lease to end');
    await server.replug();
    await until(() => board.coils[0] === false, 'the coil to go off');
  });

  it('a gateway that stops turns idle machines off and leaves a job alone', async () => {
    const board = tcpBoard();
    const { at } = await overTcp(board);
    const { modbus, last, set, log } = listen({ laser: at(0), printer: at(1) });
    await until(() => last('laser') === false && last('printer') === false, 'the coils to be read');
    await Promise.all([set('laser', true, 60), set('printer', true, 900)]);
    await modbus.close();
    expect(board.coils.slice(0, 2)).toEqual([false, true]);
    expect(log.at(-1)).toContain('it stays on: this board has no timer');
    expect(await set('laser', true)).toBe(false);
  });

  it('an order that is older than the last is not followed', async () => {
    const board = tcpBoard();
    const { at } = await overTcp(board);
    const { modbus, last } = listen({ laser: at(0) });
    await until(() => last('laser') === false, 'the coil to be read');
    expect(await modbus.set({ switch: 'laser', on: false, leaseS: 0, n: 5 })).toBe(true);
    expect(await modbus.set({ switch: 'laser', on: true, leaseS: 60, n: 4 })).toBe(false);
    expect(board.coils[0]).toBe(false);
  });

  it('inv. 11: what is not Modbus is given up and tried again', async () => {
    const { at } = await overTcp({
      ...tcpBoard(),
      attach: (listener) => ({ write: () => listener(Buffer.from('HTTP/1.1 400 \r\n')), detach: () => {} }),
    });
    const { last, log } = listen({ laser: at(0) });
    await until(() => log.some((text) => text.includes('has gone')), 'the sentence');
    expect(last('laser')).toBeNull();
  });
});

describe.skipIf(!outside('socat'))('a board on a serial line', () => {
  it('switches; a wrong checksum is asked again, only wrong ones are unknown; the line may go and come', async () => {
    const board = simulateBoard({ carriage: 'rtu', unit: 7, coils: 4 });
    const { path, plug, unplug } = await bench.cable(board);
    const { last, set, log } = listen({
      laser: { kind: 'modbus-rtu', path, baud: 9600, unit: 7, coil: 2 },
    });
    await until(() => log.length === 1, 'the sentence about the missing port');
    expect(log[0]).toContain('is not there; plug the adapter in');
    await plug();
    await until(() => last('laser') === false, 'the coil to be read');
    board.fault({ kind: 'damaged' }, 1);
    expect(await set('laser', true)).toBe(true);
    expect([last('laser'), board.coils[2]]).toEqual([true, true]);
    board.fault({ kind: 'damaged' });
    expect(await set('laser', false)).toBe(false);
    expect(last('laser')).toBeNull();
    board.fault(null);
    await until(() => last('laser') === false, 'the coil to be read again');
    await unplug();
    await until(() => last('laser') === null, 'the line to go');
    await plug();
    await until(() => last('laser') === false, 'the line to come back');
  });
});
