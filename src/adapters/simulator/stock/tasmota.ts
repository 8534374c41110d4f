// A simulated Tasmota box with an RC522 reader and one relay: its retained LWT, its group and fallback topics, PulseTime as
// the lease, and the empty message to its own POWER topic with which it clears what others retained there.

import { createRelay, openStockLink, type StockOptions } from './stock-link.ts';
import { createStockMeter, type StockMeter } from './stock-meter.ts';

export type SimulatedTasmota = {
  ready(): Promise<void>;
  isOn(): boolean;
  /** A card comes on the reader; the driver tells it again every two seconds while it stays. */
  card(uid: string, options?: { retain?: boolean }): void;
  /** A key of a Wiegand keypad: four bits, or eight with their complement above. */
  key(key: string, bits?: 4 | 8): void;
  /** A card at a Wiegand reader of 26 bits, as a number. */
  wiegand(number: number): void;
  /** The button on the box. */
  press(): void;
  readonly meter: StockMeter;
  /** Tells its telemetry, as it does every `TelePeriod`. */
  tellEnergy(): void;
  close(): Promise<void>;
  vanish(): void;
};

export type TasmotaOptions = StockOptions & {
  readonly topic: string;
  /** What it does at power-up: 0 stays off, 3 as before. */
  readonly powerOnState?: number;
};

export function simulateTasmota(options: TasmotaOptions): SimulatedTasmota {
  const { topic, powerOnState = 0, time } = options;
  let pulseTime = 0;
  const stat = (last: string, value: object | string): void =>
    link.say(`stat/${topic}/${last}`, typeof value === 'string' ? value : JSON.stringify(value));
  const tellPower = (): void => {
    const word = relay.isOn() ? 'ON' : 'OFF';
    stat('RESULT', { POWER: word });
    stat('POWER', word);
  };
  const meter = createStockMeter({ time, isOn: () => relay.isOn(), firstWh: 381_701 });
  const relay = createRelay({ time, onChange: tellPower, beforeChange: meter.count });
  const sensor = (): object => {
    const wh = meter.totalWh();
    const total = wh === null ? {} : { Total: Number((wh / 1000).toFixed(3)) };
    return { Time: '2026-01-10T18:23:24', ENERGY: { ...total, Power: meter.powerW(), Voltage: 230 } };
  };
  const leaseS = (): number => (pulseTime > 111 ? pulseTime - 100 : pulseTime / 10);

  const commands: Readonly<Record<string, (text: string) => void>> = {
    POWER1(text) {
      if (text === 'ON' || text === 'OFF') relay.turn(text === 'ON', leaseS());
      else tellPower();
    },
    POWERONSTATE: () => stat('RESULT', { PowerOnState: powerOnState }),
    PULSETIME1(text) {
      if (text !== '') pulseTime = Number(text);
      stat('RESULT', { PulseTime1: { Set: pulseTime, Remaining: 0 } });
    },
    STATUS(text) {
      if (text === '2') stat('STATUS2', { StatusFWR: { Version: '14.2.0(release-tasmota)', Core: '2_7_7' } });
      if (text === '8') stat('STATUS8', { StatusSNS: sensor() });
    },
  };
  const link = openStockLink(options, {
    will: { topic: `tele/${topic}/LWT`, text: 'Offline' },
    keepaliveS: 30,
    subscribes: [`cmnd/${topic}/#`, 'cmnd/tasmotas/#', 'cmnd/DVES_A1B2C3_fb/#'],
    onReady({ say }) {
      say(`tele/${topic}/LWT`, 'Online', { retain: true });
      say(`cmnd/${topic}/POWER`, '');
      say(
        `tele/${topic}/INFO1`,
        JSON.stringify({ Info1: { Module: 'Generic', GroupTopic: 'cmnd/tasmotas/' } }),
      );
      tellPower();
      say(
        `tele/${topic}/STATE`,
        JSON.stringify({ POWER: relay.isOn() ? 'ON' : 'OFF', Wifi: { Signal: -61 } }),
      );
    },
    onMessage(from, text) {
      const name = from.slice(from.lastIndexOf('/') + 1).toUpperCase();
      commands[name === 'POWER' ? 'POWER1' : name]?.(text);
    },
  });

  const sense = (wiegand: object): void =>
    link.say(`tele/${topic}/SENSOR`, JSON.stringify({ Time: '2026-01-10T18:23:24', Wiegand: wiegand }));

  return {
    ready: link.ready,
    isOn: relay.isOn,
    card: (uid, { retain = false } = {}) =>
      link.say(
        `tele/${topic}/SENSOR`,
        JSON.stringify({ Time: '2026-01-10T18:23:24', RC522: { UID: uid, Data: '', Type: 'MIFARE 1KB' } }),
        { retain },
      ),
    meter,
    tellEnergy: () => link.say(`tele/${topic}/SENSOR`, JSON.stringify(sensor())),
    key(key, bits = 4) {
      const low = '0123456789*#'.indexOf(key);
      sense({ UID: bits === 4 ? low : ((~low & 0x0f) << 4) | low, Size: bits });
    },
    wiegand: (number) => sense({ UID: number, Size: 26 }),
    press: () => relay.turn(!relay.isOn(), leaseS()),
    close: link.close,
    vanish: link.vanish,
  };
}
