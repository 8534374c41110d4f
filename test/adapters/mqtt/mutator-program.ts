// A process that says damaged packets to a broker, on many connections after and beside each other, until it has said as
// many as it was asked for; it tells how many there were, and how many connections.

import { connect } from 'node:net';
import { answer } from '../../bench/child.ts';
import { brokerKey, places } from './broker-program.ts';
import { type Account, type Saying, sayings } from './mutate-packets.ts';
import { boxes } from './stock/boxes.ts';

export type MutatorQuestion = { readonly port: number; readonly seed: number; readonly packets: number };
export type MutatorFacts = {
  readonly packets: number;
  readonly connections: number;
  /** Connections that the broker did not close in time; each would be a leak. */
  readonly stuck: number;
};

const atOnce = 8;
/** Longer than the broker waits for a CONNECT. */
const stuckMs = 15_000;

answer(async ({ port, seed, packets }: MutatorQuestion): Promise<MutatorFacts> => {
  const facts = { packets: 0, connections: 0, stuck: 0 };
  const lane = async (one: number): Promise<void> => {
    const next = sayings(seed * 1000 + one, accountsOf(one));
    while (facts.packets < packets) {
      const saying = next();
      facts.packets += saying.mutated;
      facts.connections += 1;
      if (!(await say(port, saying))) facts.stuck += 1;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, (_, one) => lane(one)));
  return facts;
});
process.stdout.write('ready\n');

/** Each lane has its own, so that they do not put each other out. */
function accountsOf(lane: number): readonly Account[] {
  const native = ['reader-r', 'switch-s', 'machine-m'].flatMap((kind) =>
    Array.from({ length: places }, (_, place) => place)
      .filter((place) => place % atOnce === lane)
      .map((place) => `${kind}${place}`),
  );
  const stock = Object.values(boxes)[lane];
  return [
    ...native.map((client) => ({ client, user: client, password: brokerKey })),
    ...(stock ? [{ client: stock.client, user: stock.user, password: stock.password }] : []),
  ];
}

/** False when the connection was still open long after its last word. */
function say(port: number, { first, rest, split }: Saying): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const late = setTimeout(() => {
      socket.destroy();
      resolve(false);
    }, stuckMs);
    const saySecond = (): void => void socket.end(rest.subarray(split));
    const sayRest = (): void => {
      socket.write(rest.subarray(0, split));
      setImmediate(saySecond);
    };
    socket.setNoDelay(true);
    // After the CONNACK, so that what follows is judged as that of a device.
    socket.once('data', () => first && sayRest());
    socket.on('data', () => undefined);
    socket.on('error', () => undefined);
    socket.on('connect', () => {
      if (first) socket.write(first);
      else sayRest();
    });
    socket.on('close', () => {
      clearTimeout(late);
      resolve(true);
    });
  });
}
