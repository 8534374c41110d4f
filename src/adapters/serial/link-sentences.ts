// What the log says of a link: the thing, the reason, the remedy. One table, so that no sentence is made twice.

import type { Note } from '../../domain/profile/link-state.ts';
import type { Sentence } from '../../edge/say-on-change.ts';
import type { LinkFault } from './transport.ts';

/** Where a controller is. `baud` null takes the one of its profile. */
export type LinkAddress =
  | { readonly kind: 'serial'; readonly path: string; readonly baud: number | null }
  | { readonly kind: 'tcp'; readonly host: string; readonly port: number };

export const addressText = (link: LinkAddress): string =>
  link.kind === 'serial' ? link.path : `${link.host}:${link.port}`;

/** Why there is no connection. It is tried again for ever; nobody has to restart anything. */
export function faultSentence(
  fault: LinkFault['code'],
  about: { machine: string; link: LinkAddress },
): Sentence {
  const where = addressText(about.link);
  const say = (text: string): Sentence => ({
    level: 'warn',
    text: `${about.machine}: ${text} Trying again until it works.`,
  });
  switch (fault) {
    case 'port-missing':
      return say(
        `the port ${where} is not there; plug the controller in, or correct link.path of this machine.`,
      );
    case 'port-forbidden':
      return say(
        `the port ${where} may not be opened; add the user of the gateway to the group that owns it (dialout).`,
      );
    case 'port-busy':
      return say(
        `the port ${where} cannot be opened; close the other program that uses it, or name a serial port.`,
      );
    case 'port-gone':
      return say(`the port ${where} has gone; plug the controller in again.`);
    case 'host-unknown':
      return say(`the name in ${where} is not known; correct link.host of this machine.`);
    case 'host-refused':
      return say(
        `${where} refuses the connection; start the bridge there, or correct link.port of this machine.`,
      );
    case 'host-unreachable':
      return say(`${where} does not answer; check that it is switched on and in this network.`);
    case 'host-gone':
      return say(`the connection to ${where} has ended; check the bridge.`);
  }
}

/** What the controller itself has shown. */
export function noteSentence(
  note: Note,
  about: { machine: string; title: string; link: LinkAddress },
): Sentence {
  const { machine, title } = about;
  const where = addressText(about.link);
  switch (note.code) {
    case 'live':
      return { level: 'info', text: `${machine}: ${title} answers at ${where}.` };
    case 'silent':
      return {
        level: 'warn',
        text: `${machine}: the controller at ${where} has fallen silent; check its power and cable.`,
      };
    case 'no-answer':
      return {
        level: 'warn',
        text: `${machine}: nothing answers at ${where}; check power, cable and the baud rate.`,
      };
    case 'noise':
      return {
        level: 'warn',
        text: `${machine}: only noise comes from ${where}; check the baud rate and the shielding of the cable.`,
      };
    case 'restarted':
      return {
        level: 'warn',
        text: `${machine}: the controller has restarted; if nobody reset it, look for electric noise.`,
      };
    case 'wrong-firmware':
      return {
        level: 'warn',
        text: `${machine}: the controller at ${where} is not ${title} (it answers as ${note.frame}); choose the profile that fits. Until then nothing is sent to it.`,
      };
    case 'alarm':
      return {
        level: 'warn',
        text: `${machine}: alarm ${note.number}. ${note.text?.en ?? 'See the manual of the controller.'}`,
      };
    case 'question-refused':
      return {
        level: 'info',
        text: `${machine}: a question was answered with error ${note.number}. ${note.text?.en ?? 'It is left out.'}`,
      };
  }
}
