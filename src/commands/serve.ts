// Runs the gateway until a signal ends it: the first one stops it in order, a second one leaves at once.

import type { Chosen } from './choose-config.ts';
import { type Context, type ExitCode, exitCodes } from './command.ts';

const endingSignals = ['SIGINT', 'SIGTERM'] as const;

/** What a shell reports after Ctrl-C. */
const interruptedCode = 130;

/** Options of the commands that listen. */
export const listenOptions = { 'http-port': { type: 'string' }, 'mqtt-port': { type: 'string' } } as const;

export async function serve(context: Context, { config, demo }: Chosen): Promise<ExitCode> {
  const ending = awaitSignal(context);
  try {
    const running = await context.boxes.start(config, { demo, flags: context.flags });
    const { httpPort, mqttPort, mqttsPort } = running;
    const secured = mqttsPort === null ? '' : ` mqtts=${mqttsPort}`;
    context.stdout.write(`ready http=${httpPort} mqtt=${mqttPort}${secured}\n`);
    if (demo) context.stderr.write(`The demo shop is open: http://localhost:${httpPort}\n`);
    await ending.signal;
    context.stderr.write('Stopping; press Ctrl-C again to leave at once.\n');
    await running.stop();
    return exitCodes.ok;
  } finally {
    ending.forget();
  }
}

function awaitSignal({ host }: Context): { signal: Promise<void>; forget(): void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  let seen = 0;
  const onSignal = (): void => {
    seen += 1;
    if (seen === 1) resolve();
    else host.exit(interruptedCode);
  };
  for (const signal of endingSignals) host.on(signal, onSignal);
  return {
    signal: promise,
    forget: () => {
      for (const signal of endingSignals) host.off(signal, onSignal);
    },
  };
}
