// What is wrong with the link to a machine, in English; every code of `domain/machine/trouble.ts` has its sentence.

import { icuIn, type Sentence } from '../icu.ts';

const icu = icuIn('en');

/** What is wrong with the link to a machine, by code; what was not told is `none`. */
export const troubles: Readonly<Record<string, Sentence>> = {
  'host-unknown': icu('The name of its server is not known here. Correct its address in officina.yaml.'),
  'host-refused': icu('Its computer is there, but its server does not run. Start the server.'),
  'host-unreachable': icu('Its computer does not answer. Check that it is switched on and in the network.'),
  'server-silent': icu('Its server says nothing. Look at its display; start it again if it is stuck.'),
  'link-lost': icu('The connection has ended. We try again until it is back.'),
  'link-broken': icu('Our own part that speaks with it has failed and starts again.'),
  'controller-away': icu(
    '{state, select, none {Its server answers, but the controller behind it does not. Switch the machine on, or look at its screen.} other {Its server answers, but the controller behind it does not ({state}). Switch the machine on, or look at its screen.}}',
  ),
  'wrong-device': icu('At its address is another device: {found}. Correct its link in officina.yaml.'),
  'no-free-session': icu(
    'It lets no more programs in. Close one that watches it; we try again until one leaves.',
  ),
  'answer-unfit': icu(
    'It answers in a way that we do not understand. Check that the kind of its link is right, and its version.',
  ),
  'security-missing': icu(
    'Its server offers no connection protected as the file asks ({wanted}), only: {offered}. Turn it on at the server, or write what you accept as security in officina.yaml.',
  ),
  'certificate-unknown': icu(
    '{sha1, select, none {Nobody has trusted its certificate yet: SHA-256 {sha256}. If you are sure that this machine shows it, write it as fingerprint into its link in officina.yaml.} other {Nobody has trusted its server yet. Compare the thumbprint with the one that it shows itself: SHA-1 {sha1}, SHA-256 {sha256}. If they are the same, run: npx officina trust {sha1}}}',
  ),
  'certificate-expired': icu('The certificate of its server ended on {since}. Renew it at the machine.'),
  'certificate-early': icu(
    'The certificate of its server is good only from {from}. A clock is wrong: set that of the machine, or of the gateway.',
  ),
  'certificate-unfit': icu(
    'The certificate of its server cannot be used. Make a new one there, RSA with 2048 bits or more.',
  ),
  'gateway-untrusted': icu(
    'Its server does not accept this gateway. Trust our certificate there: SHA-1 {sha1}.',
  ),
  'sign-in-refused': icu(
    'Its server does not let us in. Correct the key, or user and password, in officina.yaml, or allow reading without a name there.',
  ),
  'not-machinery': icu(
    'Its server does not speak OPC UA for Machinery. Turn that on, or link it another way.',
  ),
  'machine-missing': icu(
    '{wanted, select, none {Its server shows no machine. Set one up there.} other {Its server shows no machine “{wanted}”. Write one of these in officina.yaml: {found}.}}',
  ),
  'machine-ambiguous': icu(
    'Its server shows several machines. Write in officina.yaml which one it is: {found}.',
  ),
  'state-missing': icu(
    'Its server does not tell its state (OPC UA: MachineryItemState; MTConnect: EXECUTION). Turn that on there.',
  ),
  'nodes-missing': icu(
    'Its server does not tell: {nodes}. Look the nodes up there and correct them in officina.yaml.',
  ),
  'certificate-ending': icu(
    'The certificate of its server ends on {on}, in {days} days. Renew it at the machine.',
  ),
  'clock-off': icu(
    '{way, select, ahead {The clock of its controller is {minutes} minutes ahead. Set it; its times are not used here.} other {The clock of its controller is {minutes} minutes behind. Set it; its times are not used here.}}',
  ),
  unprotected: icu(
    'Its connection is not protected: what it reports can be read and changed on the way. Turn on protection at the server.',
  ),
  'read-only': icu(
    'We only read it: the end of access cannot end its job, so its switch and its people must.',
  ),
  'orders-locked': icu(
    'Its firmware takes orders from the maker’s own programs only, so we only read it. Turn on its developer mode to change that.',
  ),
  'readings-lost': icu('It told more than we could hear; {count} values were missed and are a gap.'),
  'host-letters': icu(
    'Its host has sent {count} bytes that are no plain letters; they were taken out, because the controller takes them for commands. Write comments without accents and umlauts.',
  ),
  'controller-warns': icu(
    'It warns ({severity}): {what}. Its display, and the list of its maker, say more: {warning}.',
  ),
};
