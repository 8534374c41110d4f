// Where machines may be that nobody has described: the serial ports of this computer, and with --search who announces
// itself in this network. Nothing is opened and nobody is asked.

import { realpathSync } from 'node:fs';
import type { Config } from '../config/config.ts';
import { clip } from '../config/read-yaml.ts';
import type { FoundPort } from '../domain/machine/found-machine.ts';
import type { AttachPlace } from './attach-machine.ts';
import { type Context, type ExitCode, exitCodes } from './command.ts';

const searchMs = 3000;

export async function listPlaces(
  context: Context,
  { config }: AttachPlace,
  attach: (where: string) => Promise<ExitCode>,
): Promise<ExitCode> {
  const { stdout, terminal, boxes, values } = context;
  const places: string[] = [];
  const show = (where: string, about: string): void => {
    places.push(where);
    stdout.write(`${String(places.length).padStart(3)}. ${where}\n     ${about}\n`);
  };
  for (const port of await boxes.machines.ports()) {
    const user = userOf(config, port.path);
    if (user === null) show(port.path, aboutPort(port));
    else stdout.write(`  -  ${port.path}\n     taken: ${user} in officina.yaml\n`);
  }
  if (values.has('search')) {
    for (const { name, address } of await boxes.machines.search(searchMs))
      show(address, `announces itself as "${clip(name)}"`);
  }
  if (places.length === 0) {
    const search = values.has('search')
      ? 'nobody announces a machine in this network'
      : '--search looks in the network';
    stdout.write(
      `No free serial port is here; ${search}. An address may be named: officina attach machine http://192.0.2.7\n`,
    );
    return exitCodes.ok;
  }
  if (!terminal || values.has('yes')) {
    stdout.write('"officina attach machine PLACE" finds out what is there.\n');
    return exitCodes.ok;
  }
  const answer = await terminal.ask('Which one is to be looked at? (its number, or nothing) ');
  const chosen = /^\d{1,3}$/.test(answer) ? places[Number(answer) - 1] : undefined;
  return chosen === undefined ? exitCodes.ok : attach(chosen);
}

/** What of officina.yaml uses this port already; null where nothing does. */
export function userOf({ links, readers, switches }: Config, path: string): string | null {
  const wanted = realOf(path);
  const uses = (one: object): boolean =>
    'path' in one && typeof one.path === 'string' && realOf(one.path) === wanted;
  const groups = [
    ['machine', links],
    ['reader', readers],
    ['switch', switches],
  ] as const;
  for (const [word, group] of groups) {
    const found = Object.entries(group).find(([, one]) => uses(one));
    if (found) return `${word} "${found[0]}"`;
  }
  return null;
}

function realOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    // Not plugged in: then only the same words mean the same port.
    return path;
  }
}

/** What is often behind such a chip: a hint, never a proof. By vendor, or by vendor and product. */
const chips: ReadonlyMap<string, string> = new Map([
  ['1a86:7523', 'CH340: many lasers, mills and printers (Grbl, Marlin)'],
  ['1a86', 'a chip of WCH: many lasers, mills and printers (Grbl, Marlin)'],
  ['10c4:ea60', 'CP210x: often an ESP32 (FluidNC) or a printer'],
  ['0403', 'FTDI: many boards; also readers and adapters'],
  ['2341', 'Arduino: often Grbl or Marlin'],
  ['2c99', 'Prusa: a printer (Marlin, or PrusaLink in the network)'],
  ['1d50:614e', 'Klipper: its board speaks to its own computer only; attach Moonraker there instead'],
  ['1d50:6015', 'Smoothieboard'],
  ['1d50:60ec', 'Duet'],
  ['1d50:6029', 'Marlin with native USB'],
  ['303a', 'Espressif: often FluidNC or grblHAL'],
  ['2e8a', 'Raspberry Pi Pico: often grblHAL'],
  ['0483:5740', 'STM32: Marlin, grblHAL and others'],
]);

function aboutPort({ path, now, usb, maker }: FoundPort): string {
  const chip = usb === null ? undefined : (chips.get(usb) ?? chips.get(usb.slice(0, 4)));
  const parts = [
    ...(path === now ? [] : [now]),
    ...(usb === null ? ['no USB port'] : [`USB ${usb}`]),
    ...(chip === undefined ? [] : [chip]),
    ...(maker === null ? [] : [`made by ${clip(maker)}`]),
  ];
  return parts.join('; ');
}
