// Takes what a signed-in device says to the gateway: taps, states of switches, reports of machines. Also says when a
// device has gone: what we cannot hear is unknown.

import { type AnswerMessage, SwitchStateMessage, TapMessage } from '../../contract/device-messages.ts';
import type { MachineReport, ProbeTap, SwitchReport, Tap } from '../../gateway/gateway.ts';
import type { Clock, Log, Meters, TapAnswer, Texts } from '../../gateway/ports.ts';
import type { Device } from './credentials.ts';
import { createMachineWatch } from './machine-watch.ts';
import { readPayload } from './read-payload.ts';
import type { Refusals } from './refusals.ts';
import { createTapInbox, type TapOutcome } from './tap-inbox.ts';

/** What the gateway does with what devices say. */
export type DeviceHandlers = {
  /** Resolves once the tap is durable; rejects with a JournalFault. */
  tap(tap: Tap): Promise<TapAnswer>;
  switchReported(report: SwitchReport): void;
  machineReported(report: MachineReport): void;
  /** The reader listens for answers again. */
  readerConnected(reader: string): void;
};

export type DeviceInboxOptions = {
  readonly handlers: DeviceHandlers;
  /** Rejects when a tap would not find its way; null where nobody asks. */
  readonly probe: ((tap: ProbeTap) => Promise<unknown>) | null;
  readonly answer: (reader: string, answer: AnswerMessage) => Promise<void>;
  readonly clock: Clock;
  readonly log: Log;
  readonly meters: Meters;
  readonly texts: Texts;
  readonly refusals: Refusals;
  readonly tapsInFlight: number;
  readonly silenceMs: number;
};

export type DeviceInbox = {
  /** What is to become of the message: all but a tap that could not be recorded may be acknowledged. */
  receive(device: Device, payload: Uint8Array): Promise<TapOutcome>;
  /** The device hears its own topic from now on. */
  listening(device: Device): void;
  gone(device: Device): void;
  sweep(): void;
};

const maxStateBytes = 1024;

export function createDeviceInbox(options: DeviceInboxOptions): DeviceInbox {
  const { handlers, refusals, meters } = options;
  /** A fault of ours must not end the connection of a device, nor the process. */
  const notify = (call: () => void): void => {
    try {
      call();
    } catch (cause) {
      options.log.error({ err: cause }, 'What a device said could not be taken in; see the cause');
    }
  };
  const report = (state: SwitchReport): void => notify(() => handlers.switchReported(state));
  const unseen = (id: string): void => report({ switch: id, on: null, powerW: null, energyWh: null });
  const machines = createMachineWatch({
    ...options,
    report: (machine) => notify(() => handlers.machineReported(machine)),
  });
  const taps = createTapInbox({
    ...options,
    tap: async (tap) => handlers.tap(tap),
    inFlight: options.tapsInFlight,
  });

  const receiveState = (id: string, payload: Uint8Array): void => {
    const message = readPayload(SwitchStateMessage, payload, { maxBytes: maxStateBytes });
    if (message.ok) {
      const { on, power_w: powerW = null, energy_wh: energyWh = null } = message.value;
      report({ switch: id, on, powerW, energyWh });
    } else {
      refusals.refuse(message.reason, { client: `switch-${id}` });
    }
  };

  return {
    async receive({ kind, id }, payload) {
      meters.count('mqtt_messages_total', { kind });
      if (kind === 'reader') return taps.receive(id, payload);
      if (kind === 'probe') return receiveProbe(options, payload);
      if (kind === 'switch') receiveState(id, payload);
      else machines.receive(id, payload);
      return 'durable';
    },
    listening({ kind, id }) {
      // A switch that says nothing yet must still be told what is owed, so it is reported as unknown.
      if (kind === 'switch') unseen(id);
      if (kind === 'reader') notify(() => handlers.readerConnected(id));
    },
    gone({ kind, id }) {
      if (kind === 'switch') unseen(id);
      if (kind === 'machine') machines.gone(id);
    },
    sweep: () => machines.sweep(),
  };
}

/** The watchdog says and counts what became of it. */
async function receiveProbe({ probe }: DeviceInboxOptions, payload: Uint8Array): Promise<TapOutcome> {
  const message = readPayload(TapMessage, payload, { maxBytes: maxStateBytes });
  if (!message.ok || probe === null) return 'withhold';
  try {
    await probe({ badge: message.value.badge, tap: message.value.tap });
    return 'durable';
  } catch {
    return 'withhold';
  }
}
