// English for alarms about switches and for the four truths of a switch.

import type { AlarmAnswer, AlarmView, SwitchTruths } from '../../../contract/alarms.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('en');

type AlarmWords = {
  /** A few words, as they stand after the name of the machine. */
  readonly title: string;
  /** What is so, and what to do. */
  readonly sentence: string;
};

const codes: Readonly<Record<AlarmView['code'], AlarmWords>> = {
  'relay-welded': {
    title: 'Switch does not open',
    sentence:
      'Its switch says off, and power still flows. Pull the plug or open the breaker, then replace the switch.',
  },
  'power-without-session': {
    title: 'Power without a session',
    sentence:
      'Nobody holds it, and it runs or has power all the same. Go and look who uses it, then turn it off.',
  },
  'switch-by-hand': {
    title: 'Switched by hand',
    sentence: 'Its switch was turned at its own button or page. Go and look, and lock the button if you can.',
  },
  'session-on-dead-machine': {
    title: 'Session without power',
    sentence:
      'Somebody holds it, and it seems to have no power. Check its plug and its fuse; withdraw what was not used.',
  },
  'lease-lost': {
    title: 'Power lost with the connection',
    sentence:
      'Its switch went off by itself, because no order reached it in time. Check its place in the network.',
  },
  'meter-silent': {
    title: 'Meter is silent',
    sentence: 'Its switch has not measured for ten minutes. Check that the machine is still plugged into it.',
  },
};

const answers: Readonly<Record<AlarmAnswer['what'], string>> = {
  seen: 'Seen',
  mended: 'Mended',
  'false-alarm': 'False alarm',
};

const confirmed: Readonly<Record<SwitchTruths['confirmed'], string>> = {
  powered: 'has power',
  dark: 'shows no life',
  unknown: 'not known',
  none: 'has none',
};

export const alarms = {
  codes,
  answers,
  answerRow: icu<{ title: string; machine: string }>('Your answer to: {title}, {machine}'),
  switchName: icu<{ id: string }>('Switch {id}'),
  seenBy: icu<{ who: string; time: string }>('Seen by {who}, {time}'),
  seen: icu<{ time: string }>('Seen, {time}'),
  needsSteward: 'Needs a steward',
  needsStewardNow: 'It needs a steward before it is used.',

  truths: {
    title: icu<{ id: string }>('Its switch, {id}'),
    ordered: 'Ordered',
    says: 'It says',
    measured: 'It measures',
    controller: 'The controller',
    on: 'on',
    off: 'off',
    unknown: 'not known',
    notOrdered: 'nothing yet',
    noMeter: 'nothing',
    noMeterWhy: 'no meter, or it is silent',
    confirmed,
  },
};
