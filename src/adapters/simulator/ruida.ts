// A simulated laser controller of Ruida: a real UDP socket that answers, scrambled, to one fixed port of whoever asks,
// and only to questions whose sum is right. Its hands are methods; it records every question that is not reading.

import { createSocket, type Socket } from 'node:dgram';
import { scrambled, unscrambled } from './ruida-bytes.ts';

export type SimulatedRuidaOptions = {
  /** To which port it answers. */
  readonly answerPort: number;
  /** Its own address, since it is told apart by that. */
  readonly address?: string;
  /** 0 takes a free one. */
  readonly port?: number;
  /** How it writes its status: as numbers, or as bits. */
  readonly status?: 'numbers' | 'bits';
};

type State = 'idle' | 'running' | 'paused' | 'moving';

const statusWords: Readonly<Record<'numbers' | 'bits', Readonly<Record<State, number>>>> = {
  numbers: { idle: 22, running: 21, paused: 23, moving: 0x0100_0000 },
  bits: { idle: 0, running: 0x0100_0001, paused: 1, moving: 0x0100_0000 },
};

const replies = { taken: 0xcc, repeat: 0xcf } as const;

export async function simulateRuida(options: SimulatedRuidaOptions) {
  const { answerPort, address = '127.0.0.1', status = 'numbers' } = options;
  const orders: string[] = [];
  const switches = { isMute: false };
  let state: State = 'idle';
  const askedAtMs: number[] = [];
  const memory = new Map([
    [0x0201, 36_000],
    [0x0202, 7200],
    [0x0203, 41],
  ]);
  let lastHost = address;
  let socket = await openSocket({ address, port: options.port ?? 0 }, hear);
  const { port } = socket.address();

  const answer = (payload: readonly number[]): void => sendRaw(Buffer.from(payload.map(scrambled)));
  function sendRaw(datagram: Buffer): void {
    socket.send(datagram, answerPort, lastHost, () => undefined);
  }
  function hear(datagram: Buffer, host: string): void {
    if (switches.isMute) return;
    lastHost = host;
    const bytes = datagram.subarray(2);
    const sum = bytes.reduce((total, byte) => total + byte, 0) & 0xffff;
    if (datagram.length < 3 || datagram.readUInt16BE(0) !== sum) {
      answer([replies.repeat]);
      return;
    }
    askedAtMs.push(performance.now());
    answer([replies.taken]);
    const [command, way, high = 0, low = 0] = [...bytes].map(unscrambled);
    if (command !== 0xda || way !== 0x00)
      orders.push(Buffer.from([...bytes].map(unscrambled)).toString('hex'));
    else answer([0xda, 0x01, high, low, ...inSevens(valueAt(high * 128 + low))]);
  }
  const valueAt = (at: number): number =>
    at === 0x0200 ? statusWords[status][state] : (memory.get(at) ?? 0);

  return {
    port,
    orders: orders as readonly string[],
    /** When each question came. */
    askedAtMs: askedAtMs as readonly number[],
    switches,
    sendRaw,
    answer,
    memory,
    show: (now: State): void => {
      state = now;
    },
    async vanish() {
      await closed(socket);
    },
    async restart() {
      await closed(socket);
      socket = await openSocket({ address, port }, hear);
    },
    close: () => closed(socket),
  };
}

const inSevens = (value: number): readonly number[] =>
  [4, 3, 2, 1, 0].map((place) => Math.floor(value / 128 ** place) % 128);

type Place = { readonly address: string; readonly port: number };

function openSocket(place: Place, onDatagram: (datagram: Buffer, host: string) => void): Promise<Socket> {
  const socket = createSocket('udp4');
  socket.on('message', (datagram, from) => onDatagram(datagram, from.address));
  return new Promise((resolve, reject) => {
    socket.once('error', reject);
    socket.bind(place.port, place.address, () => resolve(socket));
  });
}

const closed = (socket: Socket): Promise<void> =>
  new Promise((resolve) => {
    try {
      socket.close(() => resolve());
    } catch {
      // It was closed before.
      resolve();
    }
  });
