// `officina reader learn`: finds out from one tap of a known badge how a reader writes cards, and prints the line for
// officina.yaml. It asks the gateway that runs on the data folder, because only that hears the tap.

import { isId } from '../domain/ids.ts';
import { askGateway, fieldOf, problemText } from './ask-gateway.ts';
import { chooseConfig } from './choose-config.ts';
import { type Command, exitCodes, refuse, textOf } from './command.ts';
import { findBadge } from './find-badge.ts';

/** The reader waits for a minute. */
const timeoutMs = 75_000;

export const reader: Command = {
  name: 'reader',
  summary: 'Learns from a known badge how a reader writes cards.',
  usage: 'VERB READER --badge TAIL [--config FILE] [--data DIR]',
  help: `
  learn READER    waits for a minute until the badge is held to that reader
  --badge TAIL    the last characters of a badge that is known, as the list of members shows them

It prints the line for the reader in officina.yaml; the gateway takes it up at its next start. The gateway must be running.

Example:
  officina reader learn front --badge e580`,
  options: { badge: { type: 'string' } },
  words: { least: 2, most: 2 },
  async run(context) {
    const [verb = '', id = ''] = context.words;
    const tail = textOf(context.values, 'badge');
    if (verb !== 'learn' || tail === undefined || !isId(id))
      return refuse(context, 'Use: officina reader learn READER --badge TAIL', exitCodes.wrongUse);
    const chosen = await chooseConfig(context);
    if (!chosen) return exitCodes.refused;
    const running = await context.boxes.running(chosen.config);
    if (!running) return refuse(context, 'No gateway runs on this data folder; start it, then try again.');
    const found = await findBadge(running, { handle: null, tail });
    if ('text' in found) return refuse(context, found.text);
    context.stdout.write(`Hold the badge that ends in "${tail}" to the reader "${id}" within a minute.\n`);
    const path = `/api/readers/${id}/learn`;
    const asked = await askGateway(running, {
      method: 'POST',
      path,
      body: { badge: found.badge },
      timeoutMs,
    });
    if (!asked.ok) return refuse(context, problemText(asked));
    const spelling = fieldOf(asked.said, 'spelling');
    context.stdout.write(`In officina.yaml, under readers: ${id}:\n    spelling: ${String(spelling)}\n`);
    return exitCodes.ok;
  },
};
