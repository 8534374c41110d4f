// What is wrong with the link to a machine, in English; every code of `domain/machine/trouble.ts` has its sentence.

/** What is wrong with the link to a machine, by code; `of` gives what the sentence names. */
export const troubles: Readonly<Record<string, (of: (name: string) => string) => string>> = {
  'host-unknown': () => 'The name of its server is not known here. Correct its address in officina.yaml.',
  'host-refused': () => 'Its computer is there, but its server does not run. Start the server.',
  'host-unreachable': () => 'Its computer does not answer. Check that it is switched on and in the network.',
  'server-silent': () => 'Its server says nothing. Look at its display; start it again if it is stuck.',
  'link-lost': () => 'The connection has ended. We try again until it is back.',
  'link-broken': () => 'Our own part that speaks with it has failed and starts again.',
  'controller-away': (of) =>
    `Its server answers, but the controller behind it does not${of('state') === '' ? '' : ` (${of('state')})`}. Switch the machine on, or look at its screen.`,
  'wrong-device': (of) =>
    `At its address is another device: ${of('found')}. Correct its link in officina.yaml.`,
  'no-free-session': () =>
    'It lets no more programs in. Close one that watches it; we try again until one leaves.',
  'answer-unfit': () =>
    'It answers in a way that we do not understand. Check that the kind of its link is right, and its version.',
  'security-missing': (of) =>
    `Its server offers no connection protected as the file asks (${of('wanted')}), only: ${of('offered')}. Turn it on at the server, or write what you accept as security in officina.yaml.`,
  'certificate-unknown': (of) =>
    of('sha1') === ''
      ? `Nobody has trusted its certificate yet: SHA-256 ${of('sha256')}. If you are sure that this machine shows it, write it as fingerprint into its link in officina.yaml.`
      : `Nobody has trusted its server yet. Compare the thumbprint with the one that it shows itself: SHA-1 ${of('sha1')}, SHA-256 ${of('sha256')}. If they are the same, run: npx officina trust ${of('sha1')}`,
  'certificate-expired': (of) =>
    `The certificate of its server ended on ${of('since')}. Renew it at the machine.`,
  'certificate-early': (of) =>
    `The certificate of its server is good only from ${of('from')}. A clock is wrong: set that of the machine, or of the gateway.`,
  'certificate-unfit': () =>
    'The certificate of its server cannot be used. Make a new one there, RSA with 2048 bits or more.',
  'gateway-untrusted': (of) =>
    `Its server does not accept this gateway. Trust our certificate there: SHA-1 ${of('sha1')}.`,
  'sign-in-refused': () =>
    'Its server does not let us in. Correct the key, or user and password, in officina.yaml, or allow reading without a name there.',
  'not-machinery': () =>
    'Its server does not speak OPC UA for Machinery. Turn that on, or link it another way.',
  'machine-missing': (of) =>
    of('wanted') === ''
      ? 'Its server shows no machine. Set one up there.'
      : `Its server shows no machine “${of('wanted')}”. Write one of these in officina.yaml: ${of('found')}.`,
  'machine-ambiguous': (of) =>
    `Its server shows several machines. Write in officina.yaml which one it is: ${of('found')}.`,
  'state-missing': () =>
    'Its server does not tell its state (OPC UA: MachineryItemState; MTConnect: EXECUTION). Turn that on there.',
  'nodes-missing': (of) =>
    `Its server does not tell: ${of('nodes')}. Look the nodes up there and correct them in officina.yaml.`,
  'certificate-ending': (of) =>
    `The certificate of its server ends on ${of('on')}, in ${of('days')} days. Renew it at the machine.`,
  'clock-off': (of) => {
    const minutes = Number(of('minutes'));
    return `The clock of its controller is ${Math.abs(minutes)} minutes ${minutes > 0 ? 'ahead' : 'behind'}. Set it; its times are not used here.`;
  },
  unprotected: () =>
    'Its connection is not protected: what it reports can be read and changed on the way. Turn on protection at the server.',
  'read-only': () =>
    'We only read it: the end of access cannot end its job, so its switch and its people must.',
  'orders-locked': () =>
    'Its firmware takes orders from the maker’s own programs only, so we only read it. Turn on its developer mode to change that.',
  'readings-lost': (of) =>
    `It told more than we could hear; ${of('count')} values were missed and are a gap.`,
  'host-letters': (of) =>
    `Its host has sent ${of('count')} bytes that are no plain letters; they were taken out, because the controller takes them for commands. Write comments without accents and umlauts.`,
  'controller-warns': (of) =>
    `It warns (${of('severity')}): ${of('what')}. Its display, and the list of its maker, say more: ${of('warning')}.`,
};
