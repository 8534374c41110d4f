// `officina run`: the gateway of `officina.yaml`, or the demo shop where there is none.

import { chooseConfig } from './choose-config.ts';
import { type Command, exitCodes } from './command.ts';
import { listenOptions, serve } from './serve.ts';

export const run: Command = {
  name: 'run',
  summary: 'Starts the gateway; without an officina.yaml, the demo shop.',
  usage: '[--config FILE] [--data DIR] [--http-port N] [--mqtt-port N]',
  help: `
  --http-port N   port for browsers and scripts (8080; OFFICINA_HTTP_PORT)
  --mqtt-port N   port for readers, switches and machines (1883; OFFICINA_MQTT_PORT)

The port 0 takes a free one. When everything listens, the line "ready http=PORT mqtt=PORT" appears on standard output,
with " mqtts=PORT" at its end where devices may come over TLS. With "plain: false" --mqtt-port is that port.
SIGHUP reads officina.yaml and renewed certificates again; what needs a restart is said in the log. Ctrl-C or SIGTERM stops in order; a second one leaves at once.

Example:
  officina run --config /etc/officina/officina.yaml --data /var/lib/officina`,
  options: listenOptions,
  words: { least: 0, most: 0 },
  async run(context) {
    const chosen = await chooseConfig(context);
    if (!chosen) return exitCodes.refused;
    if (chosen.demo) {
      const text = 'There is no officina.yaml here, so this is the demo shop, for this computer only.';
      context.stderr.write(`${text} "officina init" writes a file for your own workshop.\n`);
    }
    return serve(context, chosen);
  },
};
