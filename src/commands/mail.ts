// `officina mail`: tries the mail server out at the gateway that runs, and tells how the post stands.

import { clip } from '../config/read-yaml.ts';
import { askGateway, fieldOf, problemText } from './ask-gateway.ts';
import { chooseConfig } from './choose-config.ts';
import { type Command, exitCodes, refuse } from './command.ts';

export const mail: Command = {
  name: 'mail',
  summary: 'Tries the mail server out, and tells what waits for it.',
  usage: 'test ADDRESS | state',
  help: `
  test ADDRESS   sends a test mail at once, and tells what the server said
  state          what waits, and what hindered the last attempt

The server stands under "mail:" in officina.yaml.

Example:
  officina mail test anna@example.org`,
  options: {},
  words: { least: 1, most: 2 },
  async run(context) {
    const [deed = '', to = ''] = context.words;
    if ((deed !== 'test' || to === '') && (deed !== 'state' || to !== ''))
      return refuse(context, 'Write "test ADDRESS" or "state"; --help tells more.', exitCodes.wrongUse);
    const chosen = await chooseConfig(context);
    if (!chosen) return exitCodes.refused;
    const running = await context.boxes.running(chosen.config);
    if (!running)
      return refuse(
        context,
        `No gateway runs on ${chosen.config.dataDir}; start it with "officina run", then try again.`,
      );
    const asked = await askGateway(
      running,
      deed === 'test'
        ? { method: 'POST', path: '/api/mail/test', body: { to }, timeoutMs: testTimeoutMs }
        : { method: 'GET', path: '/api/mail' },
    );
    const about = fieldOf(asked.said, 'about');
    if (!asked.ok)
      return refuse(
        context,
        `${problemText(asked)}${typeof about === 'string' ? ` (${clip(about, 200)})` : ''}`,
      );
    context.stdout.write(
      `${deed === 'test' ? `The server took a mail to ${clip(to)}.` : stateText(asked.said)}\n`,
    );
    return exitCodes.ok;
  },
};

/** A server that says nothing is waited for two minutes. */
const testTimeoutMs = 180_000;

function stateText(said: unknown): string {
  if (fieldOf(said, 'isOpen') !== true)
    return 'No mail server is described; write "mail:" into officina.yaml.';
  const count = (name: string): string => String(Number(fieldOf(said, name)));
  const fault = fieldOf(fieldOf(said, 'fault'), 'code');
  const since = `since the start ${count('sent')} sent, ${count('refused')} refused, ${count('expired')} too old`;
  return `${count('waiting')} wait; ${since}.${typeof fault === 'string' ? ` The last attempt failed: ${clip(fault)}.` : ''}`;
}
