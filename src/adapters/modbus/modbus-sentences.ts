// What the log says of boards and their coils: the thing, the reason, the remedy.

import type { Sentence } from '../../edge/say-on-change.ts';
import type { LineFault } from './board-line.ts';
import { exceptionText } from './modbus-pdu.ts';
import type { ModbusSwitch } from './open-modbus.ts';

export const placeText = (board: ModbusSwitch): string =>
  board.kind === 'modbus-tcp' ? `${board.host}:${board.port}` : board.path;

/** Why there is no line. It is tried again for ever; nobody has to restart anything. */
export function lineSentence(
  code: LineFault['code'],
  { where, ids }: { where: string; ids: string },
): Sentence {
  const say = (text: string): Sentence => ({
    level: 'warn',
    text: `${ids}: ${text} Trying again until it works.`,
  });
  switch (code) {
    case 'missing':
      return say(`the port ${where} is not there; plug the adapter in, or correct "path".`);
    case 'forbidden':
      return say(
        `the port ${where} may not be opened; add the user of the gateway to the group that owns it (dialout).`,
      );
    case 'busy':
      return say(
        `the port ${where} cannot be opened; close the other program that uses it, and give all switches on one line the same baud.`,
      );
    case 'gone':
      return say(`the line to ${where} has gone; check its cable and the power of the board.`);
    case 'unknown':
      return say(`the name in ${where} is not known; correct "host".`);
    case 'refused':
      return say(`${where} refuses the connection; correct "port", or switch Modbus TCP on at the board.`);
    case 'unreachable':
      return say(`${where} does not answer; check that it is switched on and in this network.`);
  }
}

export const lineOpenSentence = ({ where, ids }: { where: string; ids: string }): Sentence => ({
  level: 'info',
  text: `${ids}: the line to ${where} is open.`,
});

/** What a coil did instead of what it was asked. */
export type CoilTrouble =
  | { readonly code: 'silent' | 'nonsense' | 'crowded' | 'expired' | 'left-on' }
  | { readonly code: 'exception'; readonly exception: number }
  | { readonly code: 'not-followed'; readonly on: boolean };

export function coilSentence(
  trouble: CoilTrouble,
  { id, board }: { id: string; board: ModbusSwitch },
): Sentence {
  const where = `the board ${board.unit} at ${placeText(board)}`;
  const say = (text: string, level: Sentence['level'] = 'warn'): Sentence => ({
    level,
    text: `${id}: ${text}`,
  });
  switch (trouble.code) {
    case 'silent':
      return say(
        `${where} does not answer, so whether it is on is not known; check its power, cable, baud and "unit".`,
      );
    case 'nonsense':
      return say(
        `${where} answers with something else than was asked; check that no other program asks on this line, and that the adapter does not echo.`,
      );
    case 'crowded':
      return say(`too many questions wait for ${where}; use fewer switches on one line, or a faster one.`);
    case 'exception':
      return say(`${where} refuses: ${exceptionText(trouble.exception)}.`);
    case 'not-followed':
      return say(
        `coil ${board.coil} of ${where} was told to be ${trouble.on ? 'on' : 'off'} and says otherwise; check that the board is not set to pulses or held by an input of its own.`,
        'error',
      );
    case 'expired':
      return say('nobody renewed its lease, so it was turned off.');
    case 'left-on':
      return say(
        'the gateway stops while a job runs, so it stays on: this board has no timer. Start the gateway again, or turn the machine off by hand.',
      );
  }
}
