// A client that others wrote: mosquitto_pub and mosquitto_sub speak to the broker like every device.

import { spawn } from 'node:child_process';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { MachineReport } from '../../../src/gateway/gateway.ts';
import { outside } from '../../outside.ts';
import { type Fixture, granted, secret, startFixture } from './broker-fixture.ts';

let fixture: Fixture;

beforeEach(async () => {
  fixture = await startFixture();
});
afterEach(() => fixture.close());

function run(
  program: 'mosquitto_pub' | 'mosquitto_sub',
  clientId: string,
  args: readonly string[],
  lines: readonly string[] = [],
) {
  const port = String(fixture.port);
  const signIn = ['-h', '127.0.0.1', '-p', port, '-i', clientId, '-u', clientId, '-P', secret];
  const child = spawn(program, [...signIn, ...args], { stdio: 'pipe' });
  child.stdin.end(lines.map((line) => `${line}\n`).join(''));
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const code = new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, output: () => output };
}

const tapTopic = 'officina/v1/reader/front/tap';
const tap = '{"badge":"04a1b2c3d4e580","tap":"m:1"}';

describe.skipIf(!outside('mosquitto'))('mosquitto', () => {
  it.each(['0', '1', '2'])('publishes a tap at QoS %s', async (qos) => {
    const publishing = run('mosquitto_pub', 'reader-front', ['-t', tapTopic, '-m', tap, '-q', qos]);
    expect(await publishing.code).toBe(0);
    await vi.waitUntil(() => fixture.taps.length === 1, { timeout: 3000, interval: 5 });
    const told = {
      reader: 'front',
      badge: '04a1b2c3d4e580',
      pin: null,
      spelling: null,
      tap: 'm:1',
      machine: null,
    };
    expect(fixture.taps).toEqual([told]);
  });

  it('reports a job with its program, what is left, and its result, over one connection', async () => {
    const topic = 'officina/v1/machine/laser/report';
    const reporting = run(
      'mosquitto_pub',
      'machine-laser',
      ['-l', '-t', topic, '-q', '1'],
      [
        '{"activity":"running","job":"17","program":"box.nc","progress":0.25,"program.timeLeft":90}',
        '{"activity":"idle","job":"17","result":"completed","operationDuration":7200000}',
      ],
    );
    expect(await reporting.code).toBe(0);
    const isEnd = ({ job }: MachineReport) => job?.event === 'ended' && job.result === 'completed';
    await vi.waitUntil(() => fixture.machineReports.some(isEnd), { timeout: 3000, interval: 5 });
    expect(fixture.machineReports.find(({ job }) => job?.event === 'started')).toMatchObject({
      ...{ activity: 'running', program: 'box.nc' },
      readings: { 'program.progress': 0.25, 'program.timeLeft': 90 },
    });
    expect(fixture.machineReports.find(isEnd)).toMatchObject({
      ...{ activity: 'idle', program: null, readings: { operationDuration: 7_200_000 } },
    });
  });

  it('hears its answer and the status of the gateway', async () => {
    const topics = ['-t', 'officina/v1/reader/front/answer', '-t', 'officina/v1/gateway/status'];
    const listening = run('mosquitto_sub', 'reader-front', [
      ...topics,
      '-q',
      '1',
      '-v',
      '-C',
      '2',
      '-W',
      '10',
    ]);
    await vi.waitUntil(() => fixture.readersConnected.length === 1, { timeout: 3000, interval: 5 });
    await fixture.broker.readers.answer('front', granted('m:1'));
    expect(await listening.code).toBe(0);
    expect(listening.output()).toContain('officina/v1/gateway/status online');
    expect(listening.output()).toContain('"outcome":"granted"');
  });

  it('is told why it is refused: wrong password, other versions, topics of others', async () => {
    const wrong = run('mosquitto_pub', 'reader-back', [
      '-t',
      'officina/v1/reader/back/tap',
      '-m',
      tap,
      '-q',
      '1',
    ]);
    expect(await wrong.code).not.toBe(0);
    expect(wrong.output()).toMatch(/bad user name or password|not authori[sz]ed/i);
    const five = run('mosquitto_pub', 'reader-front', ['-t', tapTopic, '-m', tap, '-V', 'mqttv5']);
    expect(await five.code).not.toBe(0);
    expect(five.output()).toMatch(/unsupported protocol version/i);
    const spying = run('mosquitto_sub', 'reader-front', ['-t', '#', '-C', '1', '-W', '5']);
    await spying.code;
    expect(spying.output()).toMatch(/all subscription requests were denied/i);
    expect(fixture.taps).toEqual([]);
  });
});
