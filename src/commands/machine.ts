// `officina machine`: says what was decided about a machine, sets its mode with a note, unlocks it, and releases its latch. It
// asks the gateway that runs on the data folder, so that whoever holds the machine is treated as the mode says.

import { machineModes } from '../contract/board.ts';
import { isId } from '../domain/ids.ts';
import { askGateway, fieldOf, problemText } from './ask-gateway.ts';
import type { RunningGateway } from './boxes.ts';
import { chooseConfig } from './choose-config.ts';
import {
  type Command,
  type Context,
  type ExitCode,
  exitCodes,
  refuse,
  textOf,
  type Values,
} from './command.ts';

export const machine: Command = {
  name: 'machine',
  summary: 'Says the mode of a machine, sets it with a note, unlocks or releases it.',
  usage: 'MACHINE [--mode MODE] [--note TEXT] [--unlock] [--release] [--config FILE] [--data DIR]',
  help: `
  --mode MODE   ${machineModes.join(', ')}
  --note TEXT   with --mode: what is wrong, at most 500 characters, for everybody to read
  --unlock      members may start it again, after somebody has looked at it
  --release     takes its latch off, once what latched it is good again; it starts nothing

In maintenance only stewards can start it; out of order or retired nobody can. Whoever holds it finishes, unless it goes
into production. A note or picture from before is taken away with the next mode. Without an option it is only shown.

Examples:
  officina machine laser
  officina machine laser --mode out-of-order --note "The mirror is burnt; a new one comes on Friday"
  officina machine laser --unlock
  officina machine laser --release`,
  options: {
    mode: { type: 'string' },
    note: { type: 'string' },
    unlock: { type: 'boolean' },
    release: { type: 'boolean' },
  },
  words: { least: 1, most: 1 },
  async run(context) {
    const id = context.words[0] ?? '';
    const wrong = mistakeIn(id, context.values);
    if (wrong !== null) return refuse(context, wrong, exitCodes.wrongUse);
    const chosen = await chooseConfig(context);
    if (!chosen) return exitCodes.refused;
    const running = await context.boxes.running(chosen.config);
    if (!running) return refuse(context, 'No gateway runs on this data folder; start it, then try again.');
    for (const question of questionsOf(id, context.values)) {
      const asked = await askGateway(running, question);
      if (!asked.ok) return refuse(context, problemText(asked));
    }
    return show(context, running, id);
  },
};

function mistakeIn(id: string, values: Values): string | null {
  const mode = textOf(values, 'mode');
  if (!isId(id)) return `"${id.slice(0, 64)}" is no machine; use its id from officina.yaml.`;
  if (mode !== undefined && !machineModes.some((known) => known === mode))
    return `"${mode.slice(0, 64)}" is no mode; use ${machineModes.join(', ')}.`;
  if (mode === undefined && textOf(values, 'note') !== undefined)
    return 'A note stands beside a mode: give --mode too.';
  return null;
}

type Question = Parameters<typeof askGateway>[1];

/** Unlocked and released last: in no moment may somebody start it whom its new mode does not let. */
function questionsOf(id: string, values: Values): readonly Question[] {
  const mode = textOf(values, 'mode');
  const questions: Question[] = [];
  if (mode !== undefined) {
    const body = { mode, note: textOf(values, 'note') ?? null };
    questions.push({ method: 'PUT', path: `/api/machines/${id}/mode`, body });
  }
  if (values.has('unlock')) questions.push({ method: 'POST', path: `/api/machines/${id}/unlock` });
  if (values.has('release')) questions.push({ method: 'POST', path: `/api/machines/${id}/release` });
  return questions;
}

async function show(context: Context, running: RunningGateway, id: string): Promise<ExitCode> {
  const asked = await askGateway(running, { method: 'GET', path: `/api/machines/${id}` });
  if (!asked.ok) return refuse(context, problemText(asked));
  const card = asked.said;
  const note = fieldOf(fieldOf(card, 'decided'), 'note');
  const lock = fieldOf(card, 'lock');
  const lines = [
    `${oneLine(fieldOf(card, 'name'))}: ${oneLine(fieldOf(card, 'mode'))}`,
    ...(typeof note === 'string' ? [`  ${oneLine(note)}`] : []),
    ...(lock === undefined
      ? []
      : [
          `  locked by ${oneLine(fieldOf(lock, 'by') ?? 'somebody')} since ${oneLine(fieldOf(lock, 'since'))}`,
        ]),
    ...(fieldOf(fieldOf(card, 'permit'), 'word') === 'latched'
      ? ['  latched: look at it, then take the latch off with --release']
      : []),
  ];
  context.stdout.write(`${lines.join('\n')}\n`);
  return exitCodes.ok;
}

/** Of a person's own words nothing may steer a terminal. */
const oneLine = (said: unknown): string =>
  typeof said === 'string' ? said.replaceAll(/[\p{Cc}\p{Cf}]/gu, ' ') : '';
