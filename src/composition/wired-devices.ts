// Readers on wires of their own and switches that are coils of Modbus boards, beside those of the broker. A kind that
// nobody has described is never imported.

import type { Modbus } from '../adapters/modbus/open-modbus.ts';
import type { OnTap, WiredReaders } from '../adapters/readers/open-readers.ts';
import type { Config, ReaderConfig, SwitchConfig } from '../config/config.ts';
import type { SwitchReport } from '../gateway/gateway.ts';
import type { Readers, Switches } from '../gateway/ports.ts';
import type { CommonBoxes } from './common-boxes.ts';

export type WiredDevices = {
  /** Orders to coils go to their boards, all others to the broker. */
  switches(broker: Switches): Switches;
  /** A wired reader has no ear: its answers are done at once. All others go to the broker. */
  readers(broker: Readers): Readers;
  open(gateway: { readonly tap: OnTap; readonly reportSwitch: (report: SwitchReport) => void }): void;
  close(): Promise<void>;
};

type Described = Pick<Config, 'readers' | 'switches' | 'workshop'>;

export async function wiredDevices(config: Described, common: CommonBoxes): Promise<WiredDevices> {
  const readers = await wiredReaders(config, common);
  const modbus = await modbusSwitches(config, common);
  const isWired = (reader: string): boolean => isWiredReader(config.readers[reader]);
  const isCoil = (id: string): boolean => isModbus(config.switches[id]);
  return {
    switches: (broker) => ({
      set: (order) => (modbus && isCoil(order.switch) ? modbus : broker).set(order),
    }),
    readers: (broker) => ({
      answer: (reader, answer) => (isWired(reader) ? Promise.resolve() : broker.answer(reader, answer)),
    }),
    open(gateway) {
      modbus?.open(gateway.reportSwitch);
      readers?.open(gateway.tap);
    },
    async close() {
      await readers?.close();
      await modbus?.close();
    },
  };
}

type WiredReaderConfig = Extract<ReaderConfig, { path: string }>;
type ModbusConfig = Extract<SwitchConfig, { coil: number }>;

const isWiredReader = (reader: ReaderConfig | undefined): reader is WiredReaderConfig =>
  reader !== undefined && 'path' in reader;
const isModbus = (one: SwitchConfig | undefined): one is ModbusConfig =>
  one !== undefined && (one.kind === 'modbus-tcp' || one.kind === 'modbus-rtu');

async function wiredReaders({ readers }: Described, common: CommonBoxes): Promise<WiredReaders | null> {
  const wired = Object.entries(readers).filter((entry): entry is [string, WiredReaderConfig] =>
    isWiredReader(entry[1]),
  );
  if (wired.length === 0) return null;
  const { openReaders } = await import('../adapters/readers/open-readers.ts');
  return openReaders({ ...common, readers: new Map(wired) });
}

/** Of the machines that a switch feeds: a lease that is longer is one of a job. */
export function idleLeaseS({ machines }: Config['workshop'], id: string): number {
  const leases = Object.values(machines).flatMap(
    ({ switch: fed, enable, auxiliaries = [], leaseS, jobLeaseS }) => [
      ...(fed === id || enable === id ? [leaseS] : []),
      // An auxiliary is given what the machine may get at most, and its time to run on.
      ...auxiliaries.flatMap((one) => (one.switch === id ? [Math.max(leaseS, jobLeaseS) + one.runOnS] : [])),
    ],
  );
  return Math.max(0, ...leases);
}

async function modbusSwitches(config: Described, common: CommonBoxes): Promise<Modbus | null> {
  const coils = Object.entries(config.switches).flatMap(([id, one]) =>
    isModbus(one) ? [[id, { ...one, idleLeaseS: idleLeaseS(config.workshop, id) }] as const] : [],
  );
  if (coils.length === 0) return null;
  const { openModbus } = await import('../adapters/modbus/open-modbus.ts');
  return openModbus({ ...common, switches: new Map(coils) });
}
