// Takes what a signed-in device says to the gateway: taps, states of switches, reports of machines. Also says when a
// device has gone: what we cannot hear is unknown.

import { type AnswerMessage, SwitchStateMessage, TapMessage } from '../../contract/device-messages.ts';
import type { DeviceSaid, MachineReport, ProbeTap, SwitchReport, Tap } from '../../gateway/gateway.ts';
import type { Clock, Log, Meters, TapAnswer, Texts } from '../../gateway/ports.ts';
import { createControllerStates } from './controller-states.ts';
import type { Device, ListenerAccount, StockAccount } from './credentials.ts';
import type { StockPart } from './dialects/speech-of.ts';
import { createMachineWatch } from './machine-watch.ts';
import { readPayload } from './read-payload.ts';
import type { Refusals } from './refusals.ts';
import { createStockInbox, type StockMessage } from './stock-inbox.ts';
import type { StockLists } from './stock-lists.ts';
import { createTapInbox, type TapOutcome } from './tap-inbox.ts';

/** What the gateway does with what devices say. */
export type DeviceHandlers = {
  /** Resolves once the tap is durable; rejects with a JournalFault. */
  tap(tap: Tap): Promise<TapAnswer>;
  switchReported(report: SwitchReport): void;
  machineReported(report: MachineReport): void;
  /** A reader or switch has spoken, or has gone; with what it tells of itself. */
  deviceSaid(said: DeviceSaid): void;
  /** A key of a keypad beside a reader. */
  keyPressed(pressed: { reader: string; key: string }): void;
  /** The reader listens for answers again. */
  readerConnected(reader: string): void;
};

export type DeviceInboxOptions = {
  readonly handlers: DeviceHandlers;
  /** Rejects when a tap would not find its way; null where nobody asks. */
  readonly probe: ((tap: ProbeTap) => Promise<unknown>) | null;
  readonly answer: (reader: string, answer: AnswerMessage) => Promise<void>;
  /** Asks a stock device for its state and its settings. */
  readonly ask: (account: StockAccount, part: StockPart) => void;
  readonly lists: Pick<StockLists, 'heard' | 'gone'>;
  readonly clock: Clock;
  readonly log: Log;
  readonly meters: Meters;
  readonly texts: Texts;
  readonly refusals: Refusals;
  readonly tapsInFlight: number;
  readonly silenceMs: number;
};

/** Who only listens says nothing that is taken in. */
type Speaker = Exclude<Device, ListenerAccount>;

export type DeviceInbox = {
  /** What is to become of the message: all but a tap that could not be recorded may be acknowledged. */
  receive(device: Speaker, message: StockMessage): Promise<TapOutcome>;
  /** What a stock device answered over its own HTTP interface. */
  receiveHttp(part: StockPart, said: { path: string; payload: Uint8Array }): void;
  /** The device hears its own topics from now on; of a stock device, those of one part. */
  listening(device: Speaker, part: StockPart | null): void;
  gone(device: Speaker): void;
  sweep(): void;
};

const maxStateBytes = 1024;

export function createDeviceInbox(options: DeviceInboxOptions): DeviceInbox {
  const { handlers, refusals, meters } = options;
  const notify = guarded(options.log);
  const report = (state: SwitchReport): void => notify(() => handlers.switchReported(state));
  const unseen = (id: string): void => report({ switch: id, on: null, powerW: null, energyWh: null });
  const controllers = createControllerStates({
    report,
    said: (one) => said(one),
    wallMs: options.clock.wallMs,
  });
  const machines = createMachineWatch({
    ...options,
    report: (machine) => notify(() => handlers.machineReported(machine)),
    enabled: controllers.said,
  });
  const taps = createTapInbox({
    ...options,
    tap: async (tap) => handlers.tap(tap),
    inFlight: options.tapsInFlight,
  });

  const said = (one: DeviceSaid): void => notify(() => handlers.deviceSaid(one));
  const stock = createStockInbox({
    ...options,
    report,
    said,
    connected: (reader) => notify(() => handlers.readerConnected(reader)),
    key: (pressed) => notify(() => handlers.keyPressed(pressed)),
    tap: taps.take,
  });
  const seen = (kind: Device['kind'], id: string, there: boolean): void => {
    if (kind !== 'reader' && kind !== 'switch') return;
    said({ device: { role: kind, id }, there, ...(there && { seenMs: options.clock.wallMs() }) });
  };

  return {
    async receive(device, message) {
      meters.count('mqtt_messages_total', { kind: device.kind });
      if (device.kind === 'stock') {
        await stock.receive(device, message);
        return 'durable';
      }
      const { kind, id } = device;
      const { payload } = message;
      seen(kind, id, true);
      if (kind === 'reader') return taps.receive(device, payload);
      if (kind === 'probe') return receiveProbe(options, payload);
      if (kind === 'switch') receiveState({ id, payload }, { report, refusals });
      else {
        if (device.switch !== undefined) controllers.here(id, device.switch);
        machines.receive(id, payload);
      }
      return 'durable';
    },
    receiveHttp: stock.receiveHttp,
    listening(device, part) {
      if (device.kind === 'stock') {
        if (part) stock.listening(device, part);
        return;
      }
      const { kind, id } = device;
      seen(kind, id, true);
      // A switch that says nothing yet must still be told what is owed, so it is reported as unknown.
      if (kind === 'switch') unseen(id);
      if (kind === 'machine' && device.switch !== undefined) controllers.listening(id, device.switch);
      if (kind === 'reader') notify(() => handlers.readerConnected(id));
    },
    gone(device) {
      if (device.kind === 'stock') return stock.gone(device);
      const { kind, id } = device;
      seen(kind, id, false);
      if (kind === 'switch') unseen(id);
      if (kind !== 'machine') return;
      machines.gone(id);
      controllers.gone(id);
    },
    sweep: () => machines.sweep(),
  };
}

/** A fault of ours must not end the connection of a device, nor the process. */
const guarded =
  (log: Log) =>
  (call: () => void): void => {
    try {
      call();
    } catch (cause) {
      log.error({ err: cause }, 'What a device said could not be taken in; see the cause');
    }
  };

function receiveState(
  { id, payload }: { id: string; payload: Uint8Array },
  { report, refusals }: { report: (state: SwitchReport) => void; refusals: Refusals },
): void {
  const message = readPayload(SwitchStateMessage, payload, { maxBytes: maxStateBytes });
  if (message.ok) {
    const { on, power_w: powerW = null, energy_wh: energyWh = null } = message.value;
    report({ switch: id, on, powerW, energyWh });
  } else {
    refusals.refuse(message.reason, { client: `switch-${id}` });
  }
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
