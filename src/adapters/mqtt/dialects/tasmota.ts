// Tasmota: readers RC522, PN532, RDM6300 and Wiegand, the serial bridge, and relays with PulseTime as their lease. Topics
// follow the FullTopic that the owner of the device may have re-ordered. Source: Tasmota, docs MQTT, Commands, Rules.

import type { SpellingName } from '../../../domain/access/spelling.ts';
import type { Deed, Dialect, Heard } from './dialect.ts';
import { type Fields, fieldsOf, given, numberOf, textOf, toFields, wordOf } from './read-said.ts';

export type TasmotaEntry = {
  readonly topic: string;
  /** As in the settings of the device, with `%prefix%` and `%topic%`. */
  readonly fullTopic: string;
  /** From 1; the first one may also call itself POWER without a number. */
  readonly relay: number;
};

/** PulseTime counts seconds from 112 on, as seconds and a hundred; below, tenths of a second. */
const pulse = { leastS: 12, mostS: 64_800 } as const;

export const tasmota: Dialect<TasmotaEntry> = {
  says: (entry) => [at(entry, 'tele', '+'), at(entry, 'stat', '+')],
  hears: (entry) => [at(entry, 'cmnd', '#')],
  hear(entry, { topic, payload }) {
    if (topic === at(entry, 'tele', 'LWT')) return there(textOf(payload));
    const power = /^POWER([0-9]{0,2})$/.exec(lastLevel(topic));
    if (topic === at(entry, 'stat', power?.[0] ?? '') && power)
      return isRelay(entry, power[1] ?? '') ? switched(textOf(payload)) : [{ kind: 'ignored' }];
    const fields = fieldsOf(payload);
    if (!fields) return [{ kind: 'broken', code: 'payload-json' }];
    const heard = [
      ...cards(fields),
      ...relay(entry, fields),
      ...measured(fields),
      ...settings(entry, fields),
    ];
    return heard.length > 0 ? heard : [{ kind: 'ignored' }];
  },
  order: (entry, { on, leaseS }) => [
    // The time first: the command for power arms it anew.
    ...(on ? [command(entry, `PulseTime${entry.relay}`, String(pulseTime(leaseS)))] : []),
    command(entry, `POWER${entry.relay}`, on ? 'ON' : 'OFF'),
  ],
  ask: (entry) => [
    command(entry, `POWER${entry.relay}`, ''),
    command(entry, 'PowerOnState', ''),
    command(entry, 'STATUS', '2'),
    command(entry, 'STATUS', '8'),
  ],
};

export const pulseTime = (leaseS: number): number =>
  100 + Math.min(Math.max(Math.ceil(leaseS), pulse.leastS), pulse.mostS);

function at({ fullTopic, topic }: TasmotaEntry, prefix: string, last: string): string {
  const path = fullTopic.replace('%prefix%', prefix).replace('%topic%', topic);
  return path.endsWith('/') ? `${path}${last}` : `${path}/${last}`;
}

const lastLevel = (topic: string): string => topic.slice(topic.lastIndexOf('/') + 1);

const command = (entry: TasmotaEntry, name: string, payload: string): Deed => ({
  kind: 'publish',
  topic: at(entry, 'cmnd', name),
  payload,
});

/** A device with one relay calls it POWER, one with several POWER1, POWER2, … */
const isRelay = ({ relay }: TasmotaEntry, number: string): boolean =>
  (number === '' ? 1 : Number(number)) === relay;

function there(text: string | null): Heard[] {
  if (text === 'Online' || text === 'Offline') return [{ kind: 'there', there: text === 'Online' }];
  return [{ kind: 'broken', code: 'payload-shape' }];
}

function switched(text: string | null): Heard[] {
  if (text === 'ON' || text === 'OFF') return [{ kind: 'switch', on: text === 'ON' }];
  return [{ kind: 'broken', code: 'payload-shape' }];
}

/** The same topic carries the telemetry of every five minutes: only an object with a reader's name is a card. */
function cards(fields: Fields): Heard[] {
  for (const [driver, spelling] of drivers) {
    const uid = wordOf(toFields(fields.get(driver))?.get('UID'));
    if (uid !== undefined) return [{ kind: 'card', text: uid, spelling }];
  }
  const wiegand = toFields(fields.get('Wiegand'));
  if (wiegand) return wiegandCard(wiegand);
  const bridged = fields.get('SSerialReceived');
  return typeof bridged === 'string' ? bridgedCard(bridged) : [];
}

/** The driver of the RDM6300 drops the first byte of the five. */
const drivers: readonly (readonly [string, SpellingName])[] = [
  ['RC522', 'hex'],
  ['PN532', 'hex'],
  ['RDM6300', 'hex-low32'],
];

function wiegandCard(wiegand: Fields): Heard[] {
  const size = numberOf(wiegand.get('Size')) ?? 0;
  const uid = wiegand.get('UID');
  // With SetOption123 it is hexadecimal and ends in h.
  const hex = typeof uid === 'string' ? /^([0-9A-Fa-f]{1,16})h$/.exec(uid)?.[1] : undefined;
  if (size === 4 || size === 8)
    return stroke(size, hex === undefined ? numberOf(uid) : Number.parseInt(hex, 16));
  const kept = size === 24 || size === 26 ? 'low24' : 'low32';
  const digits = kept === 'low24' ? 6 : 8;
  if (hex !== undefined) return [{ kind: 'card', text: hex.padStart(digits, '0'), spelling: `hex-${kept}` }];
  if (typeof uid === 'number' && Number.isSafeInteger(uid) && uid > 0)
    return [{ kind: 'card', text: String(uid), spelling: `decimal-${kept}` }];
  return [{ kind: 'broken', code: 'payload-shape' }];
}

/** A key of a keypad: four bits, or eight with their complement above; 14 and others are keys that no PIN has. */
function stroke(size: 4 | 8, bits: number | undefined): Heard[] {
  const low = (bits ?? 0) & 0x0f;
  const isWhole = bits !== undefined && Number.isInteger(bits) && bits >= 0 && bits < 2 ** size;
  if (!isWhole || (size === 8 && bits >> 4 !== (~low & 0x0f)))
    return [{ kind: 'broken', code: 'payload-shape' }];
  const key = '0123456789*#'[low];
  return key === undefined ? [{ kind: 'ignored' }] : [{ kind: 'key', key }];
}

/** The text of an RDM6300 frame, with or without its first and last character; the exclusive or of its bytes is zero. */
function bridgedCard(text: string): Heard[] {
  const frame = /([0-9A-F]{12})[^0-9A-F]?$/.exec(text.slice(0, 64))?.[1];
  const bytes = (frame?.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));
  if (frame === undefined || bytes.reduce((sum, byte) => sum ^ byte, 0) !== 0)
    return [{ kind: 'broken', code: 'payload-shape' }];
  return [{ kind: 'card', text: frame.slice(0, 10), spelling: 'hex' }];
}

function relay(entry: TasmotaEntry, fields: Fields): Heard[] {
  for (const name of entry.relay === 1 ? ['POWER', 'POWER1'] : [`POWER${entry.relay}`]) {
    const state = fields.get(name);
    if (state === 'ON' || state === 'OFF') return [{ kind: 'switch', on: state === 'ON' }];
  }
  return [];
}

/** Kilowatt-hours and watts; devices with several phases give lists. */
function measured(fields: Fields): Heard[] {
  const energy = toFields((toFields(fields.get('StatusSNS')) ?? fields).get('ENERGY'));
  const powerW = sumOf(energy?.get('Power'));
  const totalKwh = sumOf(energy?.get('Total'));
  if (powerW === undefined && totalKwh === undefined) return [];
  const energyWh = totalKwh === undefined ? undefined : totalKwh * 1000;
  return [{ kind: 'switch', ...given('powerW', powerW), ...given('energyWh', energyWh) }];
}

function sumOf(value: unknown): number | undefined {
  const phases: readonly unknown[] = Array.isArray(value) ? value.slice(0, 8) : [value];
  const numbers = phases.map(numberOf);
  return numbers.length > 0 && numbers.every((number) => number !== undefined)
    ? numbers.reduce((sum, number) => sum + number, 0)
    : undefined;
}

function settings({ topic }: TasmotaEntry, fields: Fields): Heard[] {
  const heard: Heard[] = [];
  const powerOn = numberOf(fields.get('PowerOnState'));
  if (powerOn !== undefined) {
    const safe = powerOn === 0;
    const remedy = safe ? null : `cmnd/${topic}/PowerOnState 0`;
    heard.push({ kind: 'setting', name: 'PowerOnState', value: String(powerOn), safe, remedy });
  }
  const firmware = wordOf(toFields(fields.get('StatusFWR'))?.get('Version'));
  const signalDbm = numberOf(toFields(fields.get('Wifi'))?.get('Signal'));
  if (firmware !== undefined || signalDbm !== undefined)
    heard.push({ kind: 'facts', ...given('firmware', firmware), ...given('signalDbm', signalDbm) });
  return heard;
}
