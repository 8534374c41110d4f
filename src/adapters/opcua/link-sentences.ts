// What the log says of an OPC UA link: the thing, the reason, the remedy. One row per code; the page has the same in
// the words of its language.

import type { ServerTroubleCode } from '../../domain/machine/trouble.ts';
import type { Sentence } from '../../edge/say-on-change.ts';
import type { Said } from './worker-messages.ts';

type Facts = { readonly where: string; readonly of: (value: string) => string };

/** @param endpoint of the machine that it is about */
export function linkSentence(said: Said, about: { machine: string; endpoint: string }): Sentence {
  const { machine, endpoint } = about;
  const facts: Facts = { where: endpoint, of: (value) => String(said.values[value] ?? '') };
  if (said.code === 'live')
    return { level: 'info', text: `${machine}: ${facts.of('name')} answers at ${endpoint} (OPC UA).` };
  const again = untold.has(said.code) ? '' : ' Trying again until it works.';
  return { level: 'warn', text: `${machine}: ${(sentences[said.code] ?? unheardOf)(facts)}${again}` };
}

/** With these the link is up all the same, or a person is asked to do something that ends the sentence. */
const untold: ReadonlySet<Said['code']> = new Set([
  'certificate-unknown',
  'certificate-ending',
  'clock-off',
  'unprotected',
  'nodes-missing',
]);

/** For those that this kind of link never has. */
const unheardOf = ({ where }: Facts): string => `the link to ${where} does not work; look at the machine.`;

const sentences: Readonly<Partial<Record<ServerTroubleCode, (facts: Facts) => string>>> = {
  'host-unknown': ({ where }) => `the name in ${where} is not known; correct link.endpoint of this machine.`,
  'host-refused': ({ where }) =>
    `${where} refuses the connection; start the OPC UA server there, or correct the port in link.endpoint of this machine.`,
  'host-unreachable': ({ where }) =>
    `${where} does not answer; check that it is switched on and in this network.`,
  'server-silent': ({ where }) =>
    `the OPC UA server at ${where} says nothing; look at its display, and start it again if it is stuck.`,
  'link-lost': ({ where }) => `the connection to ${where} has ended; check the machine and its network.`,
  'link-broken': () =>
    'the thread of the OPC UA links has failed; it is started again. If that happens often, send us the line before this one.',
  'security-missing': ({ where, of }) =>
    `${where} offers no connection that is protected as link.security asks (${of('wanted')}), only: ${of('offered')}. Turn it on at the server, or write down what you accept in link.security.`,
  'certificate-unknown': ({ where, of }) =>
    `nobody has trusted the server at ${where} yet. Compare the thumbprint with the one it shows itself, SHA-1 ${of('sha1')}, SHA-256 ${of('sha256')}; if they are the same: npx officina trust ${of('sha1')}`,
  'certificate-expired': ({ where, of }) =>
    `the certificate of ${where} ended on ${of('since')}; renew it at the machine. If it is in time there, set the clock of this computer.`,
  'certificate-early': ({ where, of }) =>
    `the certificate of ${where} is good only from ${of('from')}; a clock is wrong: set that of the machine, or of this computer.`,
  'certificate-unfit': ({ where }) =>
    `the certificate of ${where} cannot be used; make a new one at the machine, with an RSA key of 2048 bits or more.`,
  'gateway-untrusted': ({ where, of }) =>
    `${where} does not accept this gateway; trust its certificate at the machine, SHA-1 ${of('sha1')}.`,
  'sign-in-refused': ({ where }) =>
    `${where} does not let us in; correct link.user and link.password of this machine, or allow reading without a name at the server.`,
  'not-machinery': ({ where }) =>
    `${where} does not speak OPC UA for Machinery (OPC 40001-1); turn that on at the server, or link the machine another way.`,
  'machine-missing': ({ where, of }) =>
    of('wanted') === ''
      ? `${where} shows no machine; set one up at the server.`
      : `${where} shows no machine "${of('wanted')}"; write one of these in link.machine: ${of('found')}.`,
  'machine-ambiguous': ({ where, of }) =>
    `${where} shows several machines; write in link.machine which one it is: ${of('found')}.`,
  'state-missing': ({ where }) =>
    `${where} does not tell the state of the machine (MachineryItemState); turn that on at the server, or link the machine another way.`,
  'nodes-missing': ({ where, of }) =>
    `${where} does not tell ${of('nodes')}; look the nodes up at the server and correct link.nodes of this machine.`,
  'certificate-ending': ({ where, of }) =>
    `the certificate of ${where} ends on ${of('on')}, in ${of('days')} days; renew it at the machine and trust the new one.`,
  'clock-off': ({ of }) =>
    `the clock of its controller is ${Math.abs(Number(of('minutes')))} minutes ${Number(of('minutes')) > 0 ? 'ahead' : 'behind'}; set it. Its times are not used here.`,
  unprotected: ({ where }) =>
    `the connection to ${where} is not protected, as link.security says: what it reports can be read and changed on the way.`,
};
