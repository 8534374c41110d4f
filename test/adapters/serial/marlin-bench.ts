// A simulated printer at the far end of a fake wire: everything under one hand-turned clock, so that hours pass in
// milliseconds and come out the same each time.

import { type MachineLink, openLink } from '../../../src/adapters/serial/open-link.ts';
import type { OpenTransport } from '../../../src/adapters/serial/transport.ts';
import {
  type MarlinController,
  type MarlinOptions,
  simulateMarlin,
} from '../../../src/adapters/simulator/marlin.ts';
import type { PermissionSeen } from '../../../src/domain/machine/permission.ts';
import type { MachineReport } from '../../../src/gateway/gateway.ts';
import { derivingProfile } from '../../domain/profile/marlin-profile.ts';
import { type HandClock, type Heard, handClock, listening } from './link-under-test.ts';

type MarlinBench = {
  readonly printer: MarlinController;
  readonly link: MachineLink;
  readonly heard: Heard;
  readonly clock: HandClock;
  /** Lines that the link has sent. */
  readonly sent: string[];
  /** What the link told of the permission to run. */
  readonly permissions: readonly PermissionSeen[];
  last(): MachineReport | undefined;
  pass(forMs: number): void;
};

const stepMs = 20;

type BenchOptions = Partial<MarlinOptions> & {
  /** Changes what the printer says on its way to the link. */
  readonly spoil?: (bytes: Uint8Array) => Uint8Array;
  /** Whether the printer is the switch of its machine. */
  readonly permits?: boolean;
  /** What happens before the link is opened. */
  readonly before?: (printer: MarlinController, step: (forMs: number) => void) => void;
};

export async function marlinBench(options: BenchOptions = {}): Promise<MarlinBench> {
  const { spoil = (bytes: Uint8Array) => bytes, before, permits = false, ...rest } = options;
  const clock = handClock();
  const printer = simulateMarlin({ now: clock.now, powered: true, ...rest });
  const pass = (forMs: number): void => {
    for (const untilMs = clock.now() + forMs; clock.now() < untilMs; ) {
      clock.pass(stepMs);
      printer.step(clock.now());
    }
  };
  before?.(printer, pass);
  const sent: string[] = [];
  const transport: OpenTransport = (events) => {
    const port = printer.attach((bytes) => events.bytes(Buffer.from(spoil(bytes))));
    clock.timers.after(1, events.opened);
    return {
      write: (bytes) => {
        sent.push(Buffer.from(bytes).toString('latin1').trim());
        port.write(bytes);
        return true;
      },
      close: async () => port.detach(),
    };
  };
  const profile = await derivingProfile();
  const { options: named, heard } = await listening({ kind: 'tcp', host: 'bridge', port: 23 }, profile);
  const permissions: PermissionSeen[] = [];
  const told = permits && { onPermission: (seen: PermissionSeen) => void permissions.push(seen) };
  const timing = { clock: { monoMs: clock.now }, timers: clock.timers };
  const link = openLink({ ...named, ...timing, transport, ...told });
  return {
    printer,
    link,
    heard,
    clock,
    sent,
    permissions,
    last: () => heard.reports.at(-1),
    pass,
  };
}
