// Orders and answers find their device: coils and wired readers here, all others at the broker.

import { expect, it } from 'vitest';
import { commonBoxes } from '../../src/composition/common-boxes.ts';
import { wiredDevices } from '../../src/composition/wired-devices.ts';
import { readConfig } from '../../src/config/read-config.ts';
import type { Readers, Switches, TapAnswer } from '../../src/gateway/ports.ts';

const space = 'space: { name: Officina, timezone: Europe/Rome, currency: EUR, locale: en }\nlog: silent\n';

async function devices(text: string) {
  const read = readConfig({ file: 'officina.yaml', text: `${space}${text}`, env: {}, flags: {} });
  if (!read.ok) throw new Error(JSON.stringify(read.mistakes));
  const wired = await wiredDevices(read.config, commonBoxes(read.config));
  const told: string[] = [];
  const switches: Switches = wired.switches({
    set: async ({ switch: id }) => {
      told.push(id);
      return true;
    },
  });
  const readers: Readers = wired.readers({ answer: async (id) => void told.push(id) });
  const set = (id: string) => switches.set({ switch: id, on: true, leaseS: 60, n: 1 });
  const answer = (id: string) => readers.answer(id, {} as TapAnswer);
  return { wired, told, set, answer };
}

it('a coil and a wired reader are not told to the broker', async () => {
  const { wired, told, set, answer } = await devices(`
readers:
  front: { kind: serial-125khz, path: /nowhere/port, model: rdm6300 }
  hall: { kind: native, password: a-key }
switches:
  coil: { kind: modbus-rtu, path: /nowhere/line }
  plug: { kind: native, password: a-key }
`);
  // Before it is opened nobody is there to be told.
  expect(await set('coil')).toBe(false);
  expect(await set('plug')).toBe(true);
  await answer('front');
  await answer('hall');
  await answer('nobody');
  expect(told).toEqual(['plug', 'hall', 'nobody']);
  await wired.close();
});

it('without any, all goes to the broker', async () => {
  const { wired, told, set, answer } = await devices(
    'switches:\n  plug: { kind: native, password: a-key }\n',
  );
  await set('plug');
  await answer('front');
  expect(told).toEqual(['plug', 'front']);
  wired.open({ tap: async () => undefined, reportSwitch: () => undefined });
  await wired.close();
});
