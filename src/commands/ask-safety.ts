// The two questions about a switch that is to give a machine its power. Both want a yes, by a person at the terminal or by
// their own flags: --yes answers neither of them.

import type { AttachWish } from './attach-wish.ts';
import { type Context, type ExitCode, exitCodes } from './command.ts';

export type SafetyAnswers = { readonly noVoltRelease: boolean; readonly notAnEmergencyStop: boolean };

type No = { readonly text: string; readonly code: ExitCode };

export async function askSafety(
  { values, terminal, stdout }: Context,
  { role, machine }: Pick<AttachWish, 'role' | 'machine'>,
): Promise<SafetyAnswers | No> {
  if (role !== 'switch' || machine === null) return { noVoltRelease: false, notAnEmergencyStop: false };
  const unsaid = questions.filter(({ flag }) => !values.has(flag));
  if (unsaid.length > 0 && !terminal) {
    const flags = unsaid.map(({ flag }) => `--${flag}`).join(' and ');
    const text = `A switch for a machine needs ${flags}; "officina attach --help" says what they mean.`;
    return { text, code: exitCodes.wrongUse };
  }
  if (unsaid.length > 0) stdout.write(`${motors}\n`);
  for (const { question, otherwise } of unsaid) {
    const answer = await askYesOrNo(
      (text) => terminal?.ask(text) ?? Promise.resolve('no'),
      question(machine),
    );
    if (answer !== 'yes') return { text: otherwise, code: exitCodes.refused };
  }
  return { noVoltRelease: true, notAnEmergencyStop: true };
}

const motors =
  'A plug does not switch motors: its contacts weld. For a motor the plug or relay drives the coil of a contactor.';

const questions = [
  {
    flag: 'no-volt-release',
    question: (machine: string) =>
      `When power fails and comes back, does "${machine}" stay off until somebody starts it (no-volt release)? (yes/no) `,
    otherwise: `Then it must not hang on a bare switch: it would start by itself when the power comes. Put a contactor with a latch
(a start button that holds it, and lets go without power) between the two, or use the enable input of its controller,
and attach it then. Nothing was changed.`,
  },
  {
    flag: 'not-an-emergency-stop',
    question: () =>
      'This switch is not an emergency stop: the red button and its wiring stay as they are. Is that understood? (yes/no) ',
    otherwise:
      'It may only be attached by somebody who relies on the red button, never on this. Nothing was changed.',
  },
] as const;

/** Asks again after an answer that is neither; after the third it counts as no. */
async function askYesOrNo(ask: (text: string) => Promise<string>, question: string): Promise<'yes' | 'no'> {
  for (let tries = 0; tries < 3; tries += 1) {
    const answer = (await ask(question)).trim();
    if (/^(y|yes|s|sì|si)$/i.test(answer)) return 'yes';
    if (/^(n|no)$/i.test(answer)) return 'no';
  }
  return 'no';
}
