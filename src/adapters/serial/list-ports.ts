// The serial ports of this computer, each by the path that stays the same when it is plugged in again. Nothing is opened.

import { readdir, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import type { FoundPort } from '../../domain/machine/found-machine.ts';
import { textOf } from '../../edge/json-at.ts';

/** Where udev keeps one link per port, named after what is plugged in. */
const idFolder = '/dev/serial/by-id';
/** Ports beyond so many are left out. */
const portLimit = 64;

/** Built-in ports that nobody can tell from an empty place are left out: name them by hand. */
export async function listPorts(folder: string = idFolder): Promise<readonly FoundPort[]> {
  const [ids, listed] = await Promise.all([stablePaths(folder), usbPorts()]);
  const nowPaths = new Set([...ids.keys(), ...listed.keys()]);
  return [...nowPaths]
    .toSorted()
    .slice(0, portLimit)
    .map((now) => ({ now, path: ids.get(now) ?? now, usb: null, maker: null, ...listed.get(now) }));
}

/** The path of today → the one that stays. */
async function stablePaths(folder: string): Promise<ReadonlyMap<string, string>> {
  const names = await readdir(folder).catch(() => []);
  const pairs = names.toSorted().map(async (name): Promise<readonly [string, string] | null> => {
    const path = join(folder, name);
    const now = await realpath(path).catch(() => null);
    return now === null ? null : [now, path];
  });
  return new Map((await Promise.all(pairs)).filter((pair) => pair !== null));
}

type UsbFacts = Pick<FoundPort, 'usb' | 'maker'>;

async function usbPorts(): Promise<ReadonlyMap<string, UsbFacts>> {
  const { SerialPort } = await import('serialport');
  // Where udev is missing, as in most containers, the library cannot list anything.
  const ports = await SerialPort.list().catch(() => []);
  return new Map(
    ports.flatMap(({ path, vendorId, productId, manufacturer }): readonly (readonly [string, UsbFacts])[] => {
      const usb = `${vendorId ?? ''}:${productId ?? ''}`.toLowerCase();
      if (!/^[0-9a-f]{4}:[0-9a-f]{4}$/.test(usb)) return [];
      return [[path, { usb, maker: textOf(manufacturer, 60) }]];
    }),
  );
}
