// A simulated controller behind TCP, the gateway's link to it with a door for a host, and a host that comes in there as any
// program would. Everything over real sockets.

import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { type LinkOptions, type MachineLink, openLink } from '../../../src/adapters/serial/open-link.ts';
import { type ControllerServer, serveControllerTcp } from '../../../src/adapters/simulator/controller-tcp.ts';
import { type GrblController, simulateGrbl } from '../../../src/adapters/simulator/grbl.ts';
import { openGrblHost } from '../../../src/adapters/simulator/grbl-host.ts';
import { type MarlinController, simulateMarlin } from '../../../src/adapters/simulator/marlin.ts';
import { openMarlinHost } from '../../../src/adapters/simulator/marlin-host.ts';
import type { Profile } from '../../../src/domain/profile/profile.ts';
import { derivingProfile } from '../../domain/profile/marlin-profile.ts';
import { freePort } from '../../e2e/free-port.ts';
import { type Heard, listening, until } from './link-under-test.ts';

type Attached = { write(bytes: Uint8Array): void; detach(): void };

export type RemoteHost = {
  readonly socket: Socket;
  /** All that it has heard, latin1. */
  heard(): string;
  say(text: string | Uint8Array): void;
  isGone(): boolean;
  /** What the simulated hosts take for a controller. */
  readonly port: { attach(listener: (bytes: Uint8Array) => void): Attached };
};

type Bench<C> = {
  readonly controller: C;
  readonly server: ControllerServer;
  readonly link: MachineLink;
  readonly heard: Heard;
  /** Bytes that the controller received, latin1. */
  wire(): string;
  /** The gateway stops and starts again. */
  restart(): Promise<MachineLink>;
  host(): Promise<RemoteHost>;
  close(): Promise<void>;
};

export async function besideGrbl(): Promise<Bench<GrblController>> {
  const now = () => performance.now();
  return besideBench(simulateGrbl({ now, powered: true }));
}

export async function besideMarlin(): Promise<Bench<MarlinController>> {
  const now = () => performance.now();
  const profile = await derivingProfile();
  return besideBench(simulateMarlin({ now, powered: true, heatPace: 200 }), profile);
}

async function besideBench<C extends { attach: RemoteHost['port']['attach']; step(nowMs: number): void }>(
  controller: C,
  profile?: Profile,
): Promise<Bench<C>> {
  const wire: Uint8Array[] = [];
  const onBytes = (bytes: Uint8Array) => void wire.push(bytes);
  const server = await serveControllerTcp({ port: 0, controller, now: () => performance.now(), onBytes });
  const port = await freePort();
  const beside: LinkOptions['beside'] = {
    owner: 'passThrough',
    door: { kind: 'tcp', host: '127.0.0.1', port },
  };
  const { options, heard } = await listening({ kind: 'tcp', host: '127.0.0.1', port: server.port }, profile);
  let link = openLink({ ...options, beside });
  const first = link;
  const hosts: RemoteHost[] = [];
  await until(() => link.facts().phase !== 'connecting', 'the port to open', 15_000);
  return {
    controller,
    server,
    link: first,
    restart: async () => {
      await link.close();
      link = openLink({ ...options, beside });
      return link;
    },
    heard,
    wire: () => Buffer.concat(wire).toString('latin1'),
    host: async () => {
      const host = await comeIn(port);
      hosts.push(host);
      return host;
    },
    close: async () => {
      for (const { socket } of hosts) socket.destroy();
      await link.close();
      await server.close();
    },
  };
}

export async function comeIn(port: number): Promise<RemoteHost> {
  const socket = connect({ host: '127.0.0.1', port, noDelay: true });
  socket.on('error', () => {});
  await once(socket, 'connect');
  const chunks: Buffer[] = [];
  const listeners = new Set<(bytes: Uint8Array) => void>();
  let isGone = false;
  socket.on('close', () => {
    isGone = true;
  });
  socket.on('data', (chunk) => {
    chunks.push(chunk);
    for (const listener of listeners) listener(chunk);
  });
  return {
    socket,
    heard: () => Buffer.concat(chunks).toString('latin1'),
    say: (text) => void socket.write(typeof text === 'string' ? Buffer.from(text, 'latin1') : text),
    isGone: () => isGone,
    port: {
      attach: (listener) => {
        listeners.add(listener);
        return { write: (bytes) => void socket.write(bytes), detach: () => void listeners.delete(listener) };
      },
    },
  };
}

/** The laptop with its program, at the door. */
export const grblHostAt = (host: RemoteHost) => openGrblHost(host.port as unknown as GrblController);
export const marlinHostAt = (host: RemoteHost) => openMarlinHost(host.port as unknown as MarlinController);
