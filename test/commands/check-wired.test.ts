// `check` on devices with wires of their own: how each is reached, and what somebody has to know about it.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { call } from './fake-boxes.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'officina-check-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const checked = async (devices: string) => {
  const file = join(folder, 'officina.yaml');
  writeFileSync(
    file,
    `space: { name: Officina, timezone: Europe/Rome, currency: EUR, locale: it }\n${devices}`,
  );
  return call(['check', '--config', file]).done;
};

it('warns of what stays on if this computer dies, and of what types badges into windows', async () => {
  const { code, out } = await checked(`
readers:
  front: { kind: serial-125khz, path: /dev/ttyUSB0, model: id-12 }
  door: { kind: usb-wedge, path: /dev/input/by-id/usb-x-event-kbd }
switches:
  laser-coil: { kind: modbus-tcp, host: 192.0.2.9, coil: 4 }
  mill-coil: { kind: modbus-rtu, path: /dev/ttyUSB1, unit: 3 }
`);
  expect(code).toBe(0);
  expect(out).toContain('reader front: id-12 at /dev/ttyUSB0');
  expect(out).toContain('reader door: USB keyboard at /dev/input/by-id/usb-x-event-kbd (decimal-low32)');
  expect(out).toContain('Warning: door also types each badge');
  expect(out).toContain('switch laser-coil: coil 4 of the Modbus board 1 at 192.0.2.9:502');
  expect(out).toContain('switch mill-coil: coil 0 of the Modbus board 3 at /dev/ttyUSB1, 9600 baud');
  expect(out.match(/stays on if this computer dies; use a board with a watchdog/g)).toHaveLength(2);
});

it('says nothing of the kind where all speak MQTT', async () => {
  const { out } = await checked('switches:\n  plug: { kind: native, password: a-key }\n');
  expect(out).not.toContain('Warning');
});

it('says how a controller is a switch, and warns where it has no lease', async () => {
  const { code, out } = await checked(`
machines:
  laser: { name: Laser, pool: lasers, link: { kind: mqtt, password: a-key }, reader: front, switch: laser-enable }
  mill: { name: Mill, pool: mills, link: { kind: opcua, endpoint: "opc.tcp://192.0.2.7:4840" }, reader: front, switch: mill-enable }
readers:
  front: { kind: native, password: a-key }
switches:
  laser-enable: { kind: controller, machine: laser }
  mill-enable: { kind: controller, machine: mill, unleased: "its PLC has a timer", enable: { node: "ns=2;s=Enable" } }
`);
  expect(code).toBe(0);
  expect(out).toContain('switch laser-enable: the controller of laser; each order carries its lease');
  expect(out).toContain('switch mill-enable: the controller of mill, without a lease: "its PLC has a timer"');
  expect(out).toContain('Warning: mill-enable keeps its permission if this computer dies');
  expect(out).not.toContain('Warning: laser-enable');
});

it('says where the server of a controller is, and whether it takes an order', async () => {
  const { out } = await checked(`
machines:
  voron: { name: Voron, pool: printers, link: { kind: moonraker, url: "http://192.0.2.7:7125" }, reader: front }
  p1: { name: P1, pool: printers, link: { kind: bambu, host: 192.0.2.8, serial: 01S00A000000001, key: "12345678" }, reader: front }
  vise: { name: Vise, pool: benches, reader: front }
readers:
  front: { kind: native, password: a-key }
`);
  expect(out).toContain('voron (Voron): pool printers; moonraker at http://192.0.2.7:7125; reader front');
  expect(out).toContain('p1 (P1): pool printers; bambu at 192.0.2.8, only read; reader front');
  expect(out).toContain('vise (Vise): pool benches; no link; reader front');
});
