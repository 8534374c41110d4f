// What the log says of a wired reader: the thing, the reason, the remedy. Never the number of a card.

import type { Sentence } from '../../edge/say-on-change.ts';
import type { WiredReader } from './card-ear.ts';
import type { PortFault } from './reader-port.ts';

type About = { readonly reader: string; readonly wired: WiredReader };

const warn = (text: string): Sentence => ({ level: 'warn', text });

/** Why there is no port. It is tried again for ever; nobody has to restart anything. */
export function portSentence(code: PortFault['code'], { reader, wired }: About): Sentence {
  const { path } = wired;
  const say = (text: string): Sentence => warn(`${reader}: ${text} Trying again until it works.`);
  switch (code) {
    case 'missing':
      return say(`the port ${path} is not there; plug the reader in, or correct readers.${reader}.path.`);
    case 'forbidden':
      return say(
        `the port ${path} may not be opened; add the user of the gateway to the group that owns it (${groupOf(wired)}).`,
      );
    case 'busy':
      return say(
        `the port ${path} cannot be opened; close the other program that uses it, or name a serial port.`,
      );
    case 'gone':
      return say(`the port ${path} has gone; plug the reader in again.`);
  }
}

const groupOf = ({ kind }: WiredReader): string =>
  kind === 'usb-wedge' ? 'see 99-officina-wedge.rules' : 'dialout';

export const openSentence = ({ reader, wired }: About): Sentence => ({
  level: 'info',
  text: `${reader}: the port ${wired.path} is open.`,
});

export const readySentence = ({ reader, wired }: About, firmware: string): Sentence => ({
  level: 'info',
  text: `${reader}: a PN532 with firmware ${firmware} answers at ${wired.path}.`,
});

export const silentSentence = ({ reader, wired }: About): Sentence =>
  warn(
    `${reader}: no PN532 answers at ${wired.path}; check its power, that RX and TX are crossed, and that its switches say HSU.`,
  );

export const lostTapSentence = ({ reader }: About): Sentence => ({
  level: 'error',
  text: `${reader}: a tap could not be recorded; see the cause. The member takes the card away and taps again.`,
});

export const crowdedSentence = ({ reader }: About): Sentence =>
  warn(`${reader}: a tap was dropped because the ones before it still wait for the disk; see /health.`);
