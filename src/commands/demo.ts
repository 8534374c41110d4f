// `officina demo`: the demo shop, whether or not there is an `officina.yaml`.

import type { Command } from './command.ts';
import { listenOptions, serve } from './serve.ts';

export const demo: Command = {
  name: 'demo',
  summary: 'Opens the demo shop: simulated machines, readers and switches over real sockets.',
  usage: '[--data DIR] [--http-port N] [--mqtt-port N]',
  help: `
  --http-port N   port for browsers and scripts (8080; OFFICINA_HTTP_PORT)
  --mqtt-port N   port for readers, switches and machines (1883; OFFICINA_MQTT_PORT)

It listens on this computer only and reads no officina.yaml. Badges can be clicked in the browser.

Example:
  officina demo --http-port 0 --mqtt-port 0`,
  options: listenOptions,
  words: { least: 0, most: 0 },
  async run(context) {
    const config = await context.boxes.demoConfig(context.env, context.flags);
    return serve(context, { config, demo: true });
  },
};
