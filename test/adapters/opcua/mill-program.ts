// A simulated mill in a process of its own, for tests that kill it, start it anew or turn its clock. Arguments:
// `--port N --pki DIR [--security encrypted|none|both] [--certificate kept|new|expired] [--namespace URI]... [--shift-ms N]`.
// It prints one JSON line when it is ready and takes JSON lines: {"state"}, {"program"}, {"orders"}, {"mode"}, {"counters"}, {"cycle":true},
// {"power"}, {"quit":true}; each is answered by {"done":true} once it holds.

import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import type { OpcuaMill, OpcuaMillOptions } from '../../../src/adapters/simulator/opcua-mill.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    pki: { type: 'string' },
    name: { type: 'string', default: 'Mill' },
    security: { type: 'string', default: 'encrypted' },
    certificate: { type: 'string', default: 'kept' },
    enable: { type: 'string', default: 'none' },
    model: { type: 'string', default: 'machinery' },
    stop: { type: 'string', default: 'none' },
    orders: { type: 'string', default: 'none' },
    namespace: { type: 'string', multiple: true, default: [] },
    'shift-ms': { type: 'string', default: '0' },
  },
});
if (values.pki === undefined) throw new Error('mill-program: --pki DIR is missing');

turnClock(Number(values['shift-ms']));
// Only now: what is imported sees the turned clock from its first line on.
const { simulateOpcuaMill } = await import('../../../src/adapters/simulator/opcua-mill.ts');
const { setErrorLogger, setWarningLogger } = await import('node-opcua');
// Standard output is ours alone.
for (const setLogger of [setErrorLogger, setWarningLogger])
  setLogger((...words: unknown[]) => process.stderr.write(`${words.join(' ')}\n`));
const mill = await simulateOpcuaMill({
  port: Number(values.port),
  pkiDir: values.pki,
  name: values.name,
  security: values.security as NonNullable<OpcuaMillOptions['security']>,
  certificate: values.certificate as NonNullable<OpcuaMillOptions['certificate']>,
  extraNamespaces: values.namespace,
  enable: values.enable as NonNullable<OpcuaMillOptions['enable']>,
  model: values.model as NonNullable<OpcuaMillOptions['model']>,
  orders: values.orders as NonNullable<OpcuaMillOptions['orders']>,
  stop: values.stop as NonNullable<OpcuaMillOptions['stop']>,
});
const { port, endpoint, thumbprint } = mill;
say({ port, endpoint, thumbprint });

const orders = createInterface({ input: process.stdin });
orders.on('line', (line) => obey(JSON.parse(line)));
// The test is gone: so are we.
orders.on('close', () => process.exit(0));

type Order = {
  readonly state?: Parameters<OpcuaMill['setState']>[0];
  readonly mode?: Parameters<OpcuaMill['setMode']>[0];
  readonly counters?: Parameters<OpcuaMill['setCounters']>[0];
  readonly program?: Parameters<OpcuaMill['setProgram']>[0];
  readonly orders?: Parameters<OpcuaMill['setOrders']>[0];
  readonly power?: boolean;
  readonly cycle?: true;
  readonly tellEnabled?: true;
  readonly quit?: true;
};

function obey(order: Order): void {
  if (order.state !== undefined) mill.setState(order.state);
  if (order.program !== undefined) mill.setProgram(order.program);
  if (order.orders !== undefined) mill.setOrders(order.orders);
  if (order.mode !== undefined) mill.setMode(order.mode);
  if (order.counters !== undefined) mill.setCounters(order.counters);
  if (order.power !== undefined) mill.setPower(order.power);
  if (order.cycle) mill.addCycle();
  if (order.quit) {
    void mill.close().then(() => process.exit(0));
    return;
  }
  say(order.tellEnabled ? { enabled: mill.isEnabled() } : { done: true });
}

function say(what: object): void {
  process.stdout.write(`${JSON.stringify(what)}\n`);
}

function turnClock(shiftMs: number): void {
  if (shiftMs === 0) return;
  const True = globalThis.Date;
  globalThis.Date = new Proxy(True, {
    construct: (_, given, target) =>
      Reflect.construct(True, given.length === 0 ? [True.now() + shiftMs] : given, target),
    apply: () => new True(True.now() + shiftMs).toString(),
    get: (_, name) => (name === 'now' ? () => True.now() + shiftMs : Reflect.get(True, name)),
  });
}
