// `officina simulate`, in two ways: some days of a made-up workshop, which touch no file; or, with --policy, the real journal
// run under another policy, which only reads it.

import { type Command, exitCodes, refuse } from './command.ts';
import { replayJournal } from './replay-journal.ts';
import { simulateLife } from './simulate-life.ts';

const text = { type: 'string' } as const;

/** Options of the one way mean nothing in the other. */
const ofLife = ['seed', 'days', 'members', 'machines', 'faults'] as const;
const ofReplay = ['from', 'to', 'svg'] as const;

export const simulate: Command = {
  name: 'simulate',
  summary: 'Runs the past under another policy, or lives a month of a made-up workshop with faults.',
  usage: '--policy FILE --from YYYY-MM-DD [--to YYYY-MM-DD] [--json [FILE]] [--svg FILE] | [--seed N] …',
  help: `
The past under another policy: who would wait less or more, by groups of at least five people.
  --policy FILE      the policy, YAML or JSON: { pools: { lasers: { minutes: 45 } } }
  --from DAY         the first day, yyyy-mm-dd in the zone of the space; at most two years are run
  --to DAY           the last day; left out, today
  --json [FILE]      the report as JSON, into a file or on standard output
  --svg FILE         the waits as a picture

It reads the journal, also beside a running gateway, or of another folder with --data, and changes nothing. A backup is put
into a folder first (officina restore). It ends with 1 when the run under the real policy does not come to what happened.

Example:
  officina simulate --policy new.yaml --from 2026-08-01 --to 2026-10-31 --svg waits.svg

A made-up workshop: the real gateway under a clock turned by hand, its promises checked after every step.
  --seed N       the same seed lives the same life; left out, 1
  --days N       left out, 30; a night on which the clocks change is among them
  --members N    left out, 200
  --machines N   left out, 24
  --faults HOW   none, few or many: lost messages, relays that lie, full disks, crashes; left out, few
  --json         the figures for scripts

It touches no file and no device. It ends with 1 when a promise was broken, and prints the shortest history that still
breaks it.

Example:
  officina simulate --seed 42 --days 30 --faults many`,
  options: {
    ...{ policy: text, from: text, to: text, svg: text, json: { type: 'boolean' } },
    ...{ seed: text, days: text, members: text, machines: text, faults: text },
  },
  words: { least: 0, most: 1 },
  async run(context) {
    const { values, words } = context;
    const isReplay = values.has('policy');
    const wrong = (isReplay ? ofLife : ofReplay).find((option) => values.has(option));
    if (wrong !== undefined) {
      const remedy = isReplay ? 'leave it out, or leave out --policy' : 'name a policy with --policy FILE';
      return refuse(context, `--${wrong} does not go with this; ${remedy}.`, exitCodes.wrongUse);
    }
    if (words.length > 0 && !(isReplay && values.has('json')))
      return refuse(context, `"${words[0]}" belongs to no option; see --help.`, exitCodes.wrongUse);
    return isReplay ? replayJournal(context) : simulateLife(context);
  },
};
