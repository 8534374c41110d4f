// Simulated controllers that speak JSON, behind real TCP, with the link of their profile.

import { afterEach } from 'vitest';
import { type MachineLink, openLink } from '../../../src/adapters/serial/open-link.ts';
import { type ControllerServer, serveControllerTcp } from '../../../src/adapters/simulator/controller-tcp.ts';
import type { MachineReport } from '../../../src/gateway/gateway.ts';
import { provenProfile } from '../../fakes/proven-profile.ts';
import { type Heard, listening, until } from './link-under-test.ts';

type Controller = Parameters<typeof serveControllerTcp>[0]['controller'];

type JsonBench = {
  readonly link: MachineLink;
  readonly heard: Heard;
  readonly server: ControllerServer;
  /** All that was sent to the controller. */
  sent(): string;
  last(): MachineReport | undefined;
  /** Waits until it is told to be doing this. */
  seen(activity: MachineReport['activity']): Promise<void>;
};

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** Generous: the machine that runs the tests may be busy. */
const limitMs = 20_000;

export async function jsonBench(id: string, controller: Controller): Promise<JsonBench> {
  const wire: Uint8Array[] = [];
  const server = await serveControllerTcp({
    port: 0,
    controller,
    now: () => performance.now(),
    onBytes: (bytes) => wire.push(bytes),
  });
  closing.push(() => server.close());
  const { options, heard } = await listening(
    { kind: 'tcp', host: '127.0.0.1', port: server.port },
    await provenProfile(id),
  );
  const link = openLink(options);
  closing.push(() => link.close());
  const last = () => heard.reports.at(-1);
  return {
    link,
    heard,
    server,
    sent: () => Buffer.concat(wire).toString('latin1'),
    last,
    seen: (activity) => until(() => last()?.activity === activity, `it to be ${activity}`, limitMs),
  };
}
