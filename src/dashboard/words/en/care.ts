// English for the care of a machine: hours, parts, problems and the log.

import type { CareReport, CareView, ProblemAnswer, ProblemReport } from '../../../contract/care.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('en');

type Refusal = { readonly title: string; readonly detail: string };
type Severity = { readonly title: string; readonly does: string };

const severities: Readonly<Record<ProblemReport['severity'], Severity>> = {
  note: { title: 'A remark', does: 'Stewards read it here. Nothing else changes.' },
  flag: { title: 'Use with care', does: 'The board marks the machine, so everybody looks here first.' },
  lock: {
    title: 'Unsafe: lock it',
    does: 'Nobody can begin until a steward has answered. Whoever holds it now can finish.',
  },
};

const clocks: Readonly<Record<CareView['parts'][number]['clock'], string>> = {
  loaded: 'in use',
  working: 'working',
  operating: 'operating',
  laserOn: 'laser on',
  spindleOn: 'spindle on',
};

const due: Readonly<Record<NonNullable<CareView['parts'][number]['service']>['due'], string>> = {
  fine: 'Fine',
  soon: 'Service soon',
  over: 'Service overdue',
  unknown: 'Not known: nothing tells it',
};

const closings: Readonly<Record<ProblemAnswer['what'], string>> = {
  mended: 'Mended',
  'no-fault': 'No fault found',
  duplicate: 'Reported twice',
};

const deeds: Readonly<Record<CareReport['kind'], string>> = {
  cleaned: 'Cleaned',
  checked: 'Checked',
  repaired: 'Repaired',
  serviced: 'Serviced',
  replaced: 'Part replaced',
};

export const care = {
  title: 'Care',
  hours: 'Hours',
  clocks,
  jobs: 'Jobs',
  hoursHint: 'Since the machine began. Nobody can reset them.',
  parts: 'Parts',
  partHours: icu<{ hours: string; clock: string }>('{hours} {clock}'),
  partJobs: icu<{ count: number }>('{count, plural, one {# job} other {# jobs}}'),
  left: {
    hours: icu<{ text: string }>('{text} left'),
    jobs: icu<{ count: number }>('{count, plural, one {# job left} other {# jobs left}}'),
    days: icu<{ count: number }>('{count, plural, one {# day left} other {# days left}}'),
  },
  past: {
    hours: icu<{ text: string }>('{text} over'),
    jobs: icu<{ count: number }>('{count, plural, one {# job over} other {# jobs over}}'),
    days: icu<{ count: number }>('{count, plural, one {# day over} other {# days over}}'),
  },
  due,
  noPlan: 'No service planned',
  partBar: icu<{ part: string }>('{part}: how much of the interval is used'),
  problems: 'Open problems',
  severities,
  reported: icu<{ who: string; time: string }>('{who}, {time}'),
  wordsGone: 'The words are not shown here.',
  close: icu<{ title: string }>('What became of it: {title}'),
  closings,
  report: 'Report a problem',
  reportTitle: 'What is wrong?',
  what: 'In your words',
  whatHint: 'At most 500 characters. They go when you leave the workshop.',
  howBad: 'How bad is it?',
  send: 'Report it',
  sending: 'Reporting',
  cancel: 'Cancel',
  give: 'Write down care',
  giveTitle: 'What did you do?',
  deed: 'What',
  part: 'Part',
  wholeMachine: 'The whole machine',
  minutes: 'Minutes',
  note: 'A word about it (optional)',
  save: 'Write it down',
  log: 'Log',
  deeds,
  closed: icu<{ what: string }>('Problem closed: {what}'),
  lasted: icu<{ minutes: number }>('{minutes} min'),
  someone: 'a member',
  away: 'What it needs cannot be shown now.',
  mark: { lock: 'Locked: unsafe', flag: 'Use with care', over: 'Service overdue' },
  /** The gateway speaks English by itself; here is only what a page can say better. */
  refusals: {
    'too-many-attempts': {
      title: 'That was tried too often.',
      detail: 'Wait a while; if it hurts somebody, tell a steward in person.',
    },
  } as Readonly<Record<string, Refusal>>,
};
