// The ports through which the gateway speaks to one device: orders to switches and answers to readers.

import type { AnswerMessage, SetMessage } from '../../contract/device-messages.ts';
import type { Meters, Readers, Switches, TapAnswer } from '../../gateway/ports.ts';
import { type Connections, type Told, tell, tellSurely } from './connections.ts';
import { partOf, type StockDeeds } from './stock-deeds.ts';

/** Orders go at QoS 0, are never retained and never kept for a switch that is not there. */
export function createSwitches(connections: Connections, stock: Pick<StockDeeds, 'order'>): Switches {
  return {
    async set({ switch: id, on, leaseS, n }) {
      const done = stock.order(id, { on, leaseS, n });
      if (done) return done;
      const message: SetMessage = on ? { on, lease_s: leaseS, n } : { on, n };
      const controller = controllerOf(connections, id);
      if (controller) return tell(controller, `officina/v1/machine/${controller.device.id}/enable`, message);
      return tell(connections.get(`switch-${id}`), `officina/v1/switch/${id}/set`, message);
    },
  };
}

/** The machine whose controller is this switch, while it is connected. */
function controllerOf(connections: Connections, id: string) {
  for (const connection of connections.all()) {
    const { device } = connection;
    if (device.kind === 'machine' && device.switch === id) return { ...connection, device };
  }
  return null;
}

/** An answer has arrived when the reader acknowledged it; else the promise rejects and the outbox tries again. */
export function createReaders(
  connections: Connections,
  { answerMs, meters }: { answerMs: number; meters: Meters },
): Readers {
  return {
    async answer(reader, answer) {
      // The firmware of stock readers shows nothing: what came of the tap is seen at the machine and on the page.
      if (partOf(connections, 'reader', reader)) return meters.count('answers_unshown_total');
      await sendAnswer(connections, { reader, message: toAnswerMessage(answer), answerMs });
    },
  };
}

export async function sendAnswer(
  connections: Connections,
  { reader, message, answerMs }: { reader: string; message: AnswerMessage; answerMs: number },
): Promise<void> {
  const topic = `officina/v1/reader/${reader}/answer`;
  const told = await tellSurely(connections.get(`reader-${reader}`), { topic, message, timeoutMs: answerMs });
  if (told !== 'acknowledged') throw new AnswerFault(told, reader);
}

/** Why an answer did not arrive. */
class AnswerFault extends Error {
  readonly code: 'reader-absent' | 'reader-full' | 'reader-unacknowledged';
  constructor(told: Exclude<Told, 'acknowledged'>, reader: string) {
    super(`Reader ${reader} ${reasons[told]}`);
    this.name = 'AnswerFault';
    this.code = `reader-${told}`;
  }
}

const reasons: Readonly<Record<Exclude<Told, 'acknowledged'>, string>> = {
  absent: 'is not connected or does not listen for answers; check its power and network',
  full: 'leaves too many answers unacknowledged; check its firmware',
  unacknowledged: 'did not acknowledge an answer in time; check its network',
};

function toAnswerMessage(answer: TapAnswer): AnswerMessage {
  const { tap, outcome, code, text, machine, session, untilMs } = answer;
  const common = { tap, outcome, code, text, machine, session };
  return untilMs === null ? common : { ...common, until: new Date(untilMs).toISOString() };
}
