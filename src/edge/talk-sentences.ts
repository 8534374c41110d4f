// What the log says of a link over the network: the thing, the reason, the remedy. The page says the same in the words
// of its language.

import type { Trouble, TroubleCode } from '../domain/machine/trouble.ts';
import type { Sentence } from './say-on-change.ts';

type Facts = { readonly where: string; readonly of: (value: string) => string };

export function talkSentence(trouble: Trouble, about: { machine: string; where: string }): Sentence {
  const { machine, where } = about;
  const of = (value: string): string => String(trouble.values[value] ?? '');
  const say = sentences[trouble.code] ?? usual;
  return { level: 'warn', text: `${machine}: ${say({ where, of })}` };
}

const usual = ({ where }: Facts): string =>
  `the link to ${where} does not work; look at the machine page for the reason.`;

const sentences: Partial<Record<TroubleCode, (facts: Facts) => string>> = {
  'host-unknown': ({ where }) => `the name in ${where} is not known; correct the link of this machine.`,
  'host-refused': ({ where }) =>
    `${where} refuses the connection; start the server there, or correct the port in the link of this machine.`,
  'host-unreachable': ({ where }) =>
    `${where} does not answer; check that it is switched on and in this network.`,
  'server-silent': ({ where }) =>
    `${where} has fallen silent; look at its display, and start it again if it is stuck.`,
  'link-lost': ({ where }) =>
    `the connection to ${where} has ended; check the machine and its network. Trying again until it works.`,
  'controller-away': ({ where, of }) =>
    `${where} answers, but the controller behind it does not${of('state') === '' ? '' : ` (${of('state')})`}; switch the machine on, or look at its screen.`,
  'wrong-device': ({ where, of }) =>
    `at ${where} is another device: ${of('found')}; correct the link of this machine.`,
  'no-free-session': ({ where }) =>
    `${where} lets no more programs in; close one that watches it. Trying again until one leaves.`,
  'answer-unfit': ({ where }) =>
    `${where} answers in a way that we do not understand; check the kind of this link, and the version there.`,
  'sign-in-refused': ({ where }) =>
    `${where} does not let us in; correct the key or password in the link of this machine.`,
  'certificate-unknown': ({ where, of }) =>
    `the certificate of ${where} is not one that we trust (SHA-256 ${of('sha256')}); if you are sure of it, write it as "fingerprint" into the link of this machine, or name the file of its issuer.`,
  'certificate-expired': ({ where }) => `the certificate of ${where} has ended; renew it there.`,
  'read-only': ({ where }) =>
    `${where} is only read: the end of access cannot end its job, so its switch and its people must.`,
  'orders-locked': ({ where }) =>
    `${where} takes orders from the maker's own programs only, so it is only read; its developer mode would change that.`,
  'readings-lost': ({ where, of }) =>
    `${where} told more than we could hear: ${of('count')} values are a gap.`,
  'controller-warns': ({ where, of }) =>
    `${where} warns (${of('severity')}): ${of('what')}, ${of('warning')}; look at its display.`,
  unprotected: ({ where }) =>
    `the connection to ${where} is not protected: what it reports can be read and changed on the way.`,
};
