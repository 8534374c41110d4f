// Stock readers at the real broker: a card is a tap, a card that stays is one tap, and a message that was kept is none.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { simulateEspRfid } from '../../../../src/adapters/simulator/stock/esp-rfid.ts';
import { simulateEsphome } from '../../../../src/adapters/simulator/stock/esphome.ts';
import { simulateTasmota } from '../../../../src/adapters/simulator/stock/tasmota.ts';
import { JournalFault } from '../../../../src/gateway/ports.ts';
import { handTurned } from '../../simulator/hand-time.ts';
import { type Fixture, granted, startFixture, until } from '../broker-fixture.ts';
import { boxes, devicesOf, signInOf } from './boxes.ts';

let fixture: Fixture;
const closing: (() => unknown)[] = [];
beforeEach(async () => {
  fixture = await startFixture({ devices: devicesOf(boxes.tasmota, boxes.espRfid, boxes.esphome) });
});
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
  await fixture.close();
});

async function here<Box extends { ready(): Promise<void>; close(): Promise<void> }>(
  simulated: Box,
): Promise<Box> {
  closing.push(simulated.close);
  await simulated.ready();
  return simulated;
}
const tasmota = () => here(simulateTasmota({ ...signInOf(boxes.tasmota, fixture.url), topic: 'lathe' }));
const espRfid = (hostname = 'door-box') =>
  here(simulateEspRfid({ ...signInOf(boxes.espRfid, fixture.url), topic: 'rfid', hostname }));

describe('a stock reader', () => {
  it('Tasmota: a card is a tap, with its text, its spelling and a number of ours', async () => {
    const reader = await tasmota();
    reader.card('94D8FC5F');
    await until(() => fixture.taps.length > 0);
    expect(fixture.taps).toEqual([
      {
        reader: 'lathe-reader',
        badge: '94D8FC5F',
        spelling: 'hex',
        tap: expect.stringMatching(/^[0-9a-f]{16}:[0-9]+$/),
        machine: null,
      },
    ]);
    reader.card('14008EC7');
    await until(() => fixture.taps.length > 1);
    expect(new Set(fixture.taps.map(({ tap }) => tap)).size).toBe(2);
  });

  it('esp-rfid: one card on two topics is one tap; the box of another name on the same topic is none of ours', async () => {
    const box = await espRfid();
    box.card('94d8fc5f');
    box.card('94d8fc60');
    await until(() => fixture.taps.length > 1);
    expect(fixture.taps.map(({ reader, badge }) => `${reader} ${badge}`)).toEqual([
      'door 94d8fc5f',
      'door 94d8fc60',
    ]);
    expect(box.heard()).toEqual([]);
  });

  it('ESPHome: a card that stays is told every second and is one tap', async () => {
    const time = handTurned();
    await fixture.close();
    fixture = await startFixture({
      devices: devicesOf(boxes.esphome),
      clock: { wallMs: () => 0, monoMs: time.monoMs, synchronised: () => true },
      // A clock that is turned in leaps would spend no packets back.
      limits: { burst: 1000 },
    });
    const board = await here(
      simulateEsphome({ ...signInOf(boxes.esphome, fixture.url), prefix: 'saw', relay: 'relay', time }),
    );
    const told = () => fixture.counted('mqtt_messages_total', 'stock');
    const before = told();
    board.lay('94-D8-FC-5F');
    for (let second = 0; second < 10; second++) {
      await until(() => told() > before + second);
      time.turn(1000);
    }
    expect(fixture.taps.map(({ badge }) => badge)).toEqual(['94-D8-FC-5F']);
    board.takeAway();
    time.turn(5000);
    board.lay('94-D8-FC-5F');
    await until(() => fixture.taps.length === 2);
  });

  it('a card that was sent with the retain flag is no tap, and nobody hears it later', async () => {
    const reader = await tasmota();
    reader.card('94D8FC5F', { retain: true });
    await until(() => fixture.counted('mqtt_refused_total', 'retained') === 1);
    const door = await espRfid();
    door.card('94d8fc5f', { retain: true });
    await until(() => fixture.counted('mqtt_refused_total', 'retained') === 3);
    expect(fixture.taps).toEqual([]);
    reader.card('94D8FC5F');
    await until(() => fixture.taps.length === 1);
  });

  it('inv. 1: a tap that the journal could not take is heard when the card is told again', async () => {
    fixture.onTap = () => Promise.reject(new JournalFault('journal-full', 'full'));
    const reader = await tasmota();
    reader.card('94D8FC5F');
    await until(() => fixture.counted('mqtt_refused_total', 'tap-not-recorded') === 1);
    fixture.onTap = async ({ tap }) => granted(tap);
    reader.card('94D8FC5F');
    await until(() => fixture.taps.length === 2);
    // The box may be a switch as well, so it is not closed for that.
    expect(fixture.said.every(({ there }) => there)).toBe(true);
  });

  it('tells keys of a keypad, of four bits and of eight, and none that somebody kept', async () => {
    const lathe = await tasmota();
    for (const key of '05*#') lathe.key(key);
    for (const key of '9#') lathe.key(key, 8);
    await until(() => fixture.keys.length === 6);
    expect(fixture.keys.map(({ reader, key }) => `${reader} ${key}`)).toEqual(
      [...'05*#9#'].map((key) => `lathe-reader ${key}`),
    );
    const board = await here(
      simulateEsphome({ ...signInOf(boxes.esphome, fixture.url), prefix: 'saw', relay: 'relay' }),
    );
    board.key('7');
    board.key('x');
    await until(() => fixture.counted('mqtt_refused_total', 'payload-malformed') === 1);
    expect(fixture.keys.at(-1)).toEqual({ reader: 'saw-reader', key: '7' });
    expect(fixture.taps).toEqual([]);
    // What is typed is a secret.
    expect(JSON.stringify(fixture.logged)).not.toContain('key":"');
  });

  it('hears no answer, so none waits for it', async () => {
    const reader = await tasmota();
    await fixture.broker.readers.answer('lathe-reader', granted('boot:1'));
    expect(fixture.counted('answers_unshown_total')).toBe(1);
    reader.vanish();
    await until(() => fixture.said.some(({ device, there }) => device.id === 'lathe-reader' && !there));
    await expect(fixture.broker.readers.answer('lathe-reader', granted('boot:2'))).rejects.toThrow('reader');
  });

  it('inv. 11: what is no card of its kind is counted, and the box stays', async () => {
    const reader = await tasmota();
    reader.card('');
    reader.card('x'.repeat(5000));
    reader.card('94D8FC5F');
    await until(() => fixture.taps.length === 1);
    expect(fixture.taps[0]?.badge).toBe('94D8FC5F');
  });
});
