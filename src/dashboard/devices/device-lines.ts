// What a device card says beside its name. Pure, so that a test can hold every line to the facts.

import type { DeviceView } from '../../contract/devices.ts';
import { formatDuration, formatSince, type Place } from '../format.ts';
import type { Words } from '../words/words.ts';

export type DeviceFacts = {
  readonly device: DeviceView;
  readonly nowMs: number;
  readonly place: Place;
  readonly words: Words;
};

/** Whether it is there, and if not, since when it was not heard. */
export function presence({ device, nowMs, place, words: { devices: say } }: DeviceFacts): string {
  if (device.there) return say.there;
  if (device.seen === null) return say.never;
  return say.away({ time: formatSince(Date.parse(device.seen), { nowMs, place }) });
}

/** Radio below this loses words, dBm. */
const weakBelowDbm = -70;

/** In words first: few people know what a dBm is. */
export function signalText({ device: { signalDbm }, words: { devices: say } }: DeviceFacts): string | null {
  if (signalDbm === null) return null;
  return signalDbm < weakBelowDbm ? say.signalWeak({ dbm: signalDbm }) : say.signalGood({ dbm: signalDbm });
}

/** How long each machine of a switch keeps its power without us; null for a reader. */
export function leaseText({ device, words: { devices: say } }: DeviceFacts): string | null {
  if (device.role === 'reader') return null;
  const texts = device.machines.map(({ leaseS, jobLeaseS }) =>
    leaseS === jobLeaseS
      ? say.leaseS({ idle: secondsText(leaseS) })
      : say.leaseJob({ idle: secondsText(leaseS), job: secondsText(jobLeaseS) }),
  );
  return texts.length === 0 ? null : [...new Set(texts)].join('; ');
}

/** `45 s`, `15 min`, never torn apart. */
const secondsText = (seconds: number): string =>
  (seconds % 60 === 0 ? formatDuration(seconds * 1000) : `${seconds} s`).replaceAll(' ', '\u00a0');

export type DeviceRow = { readonly label: string; readonly value: string; readonly wide?: true };

/** What it told, in the order of the card; what it did not tell has no row. */
export function deviceRows(facts: DeviceFacts): readonly DeviceRow[] {
  const { device, nowMs, place, words } = facts;
  const { devices: say } = words;
  const seen = device.seen === null ? null : formatSince(Date.parse(device.seen), { nowMs, place });
  const rows: readonly { label: string; value: string | null; wide?: true }[] = [
    { label: say.kind, value: device.kind },
    { label: say.lease, value: leaseText(facts), wide: true },
    { label: say.signal, value: signalText(facts) },
    { label: say.firmware, value: device.firmware },
    { label: say.address, value: device.address },
    { label: say.seen, value: device.there ? seen : null },
  ];
  return rows.flatMap(({ value, ...row }) => (value === null ? [] : [{ ...row, value }]));
}
