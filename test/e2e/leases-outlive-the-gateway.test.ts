// The gateway dies in the midst, as by a power cut, and nobody tells the switches: each that idles is off within its own
// lease, by its own timer, and the one with a job is not cut.

import { readFileSync } from 'node:fs';
import { afterEach, expect, it } from 'vitest';
import { simulateMqttMachine } from '../../src/adapters/simulator/mqtt-machine.ts';
import { simulateReader } from '../../src/adapters/simulator/native-reader.ts';
import { simulateSwitch } from '../../src/adapters/simulator/native-switch.ts';
import { simulateShellyGen2 } from '../../src/adapters/simulator/stock/shelly-gen2.ts';
import { simulateTasmota } from '../../src/adapters/simulator/stock/tasmota.ts';
import { eventually, startProgram, storyDir } from './program.ts';

const token = 'the-steward-of-the-leases';
const card = '04a1b2c3d4e580';
/** What the timers of a computer that has other things to do may be late, milliseconds. */
const lateMs = 2_000;
const leasesMs = { saw: 10_000, lathe: 12_000, press: 10_000 };

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

it('a gateway that is killed leaves no idle machine with power, and cuts no job', {
  timeout: 60_000,
}, async () => {
  const dir = storyDir('leases');
  closing.push(dir.remove);
  const yaml = readFileSync(new URL('leases-outlive-the-gateway.yaml', import.meta.url), 'utf8');
  const program = await startProgram({ dir: dir.path, yaml, env: { OFFICINA_ADMIN_TOKEN: token } });
  closing.push(program.kill);
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const row = { member: 'anna', name: 'Anna', email: null, team: null, badges: [card], certificates: [] };
  const body = JSON.stringify({ rows: [{ ...row, roles: ['member'] }], dryRun: false });
  const brought = await fetch(`${program.url}/api/members/import`, { method: 'POST', headers, body });
  expect(brought.ok).toBe(true);

  const url = `mqtt://127.0.0.1:${program.mqttPort}`;
  const reader = simulateReader({ url, reader: 'door', password: 'door-key' });
  const mill = simulateMqttMachine({ url, machine: 'mill', password: 'mill-key' });
  const box = { client: 'DVES_A1B2C3', user: 'lathe', password: 'box-key' };
  const plug = { client: 'shellyplus-1', user: 'press', password: 'press-key' };
  const switches = {
    saw: simulateSwitch({ url, switch: 'saw-plug', password: 'saw-key' }),
    lathe: simulateTasmota({ url, ...box, topic: 'lathe' }),
    press: simulateShellyGen2({ url, ...plug, prefix: 'shellyplus-1' }),
    mill: simulateSwitch({ url, switch: 'mill-plug', password: 'plug-key' }),
  };
  const devices = [reader, mill, ...Object.values(switches)];
  closing.push(() => Promise.all(devices.map((device) => device.close())));
  await Promise.all(devices.map((device) => device.ready()));
  mill.report({ activity: 'idle' });

  for (const machine of ['saw', 'lathe', 'press', 'mill'] as const) {
    expect(await reader.tap(card, machine)).toMatchObject({ outcome: 'granted' });
    await eventually(`the ${machine} has power`, () => switches[machine].isOn());
  }
  mill.report({ activity: 'running', job: 'a part' });
  await eventually('the mill runs a job', async () => {
    const machine = await (await fetch(`${program.url}/api/machines/mill`, { headers })).json();
    return JSON.stringify(machine).includes('"running"');
  });
  // The switches were told once more since, for the job or at a renewal; then it is over at once.
  await program.kill();
  const killedMs = performance.now();
  const offMs = await Promise.all(
    (['saw', 'lathe', 'press'] as const).map(async (machine) => {
      const limitMs = leasesMs[machine] + lateMs;
      await eventually(`the ${machine} is off within its lease`, () => !switches[machine].isOn(), limitMs);
      return `${machine} ${Math.round(performance.now() - killedMs)} ms`;
    }),
  );
  process.stdout.write(`off after the gateway was killed: ${offMs.join(', ')}\n`);
  // Longer than any renewal of an idle machine, and than its whole lease: the job goes on.
  await eventually('the longest idle lease is over', () => performance.now() - killedMs > leasesMs.lathe);
  expect(switches.mill.isOn()).toBe(true);
});
