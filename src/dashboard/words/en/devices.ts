// English for readers and switches.

import { icuIn } from '../icu.ts';

const icu = icuIn('en');

export const devices = {
  title: 'Devices',
  notYours: 'The devices are for stewards and administrators. Ask one of them.',
  readers: 'Readers',
  switches: 'Switches',
  none: 'None is described in officina.yaml.',
  there: 'There',
  away: icu<{ time: string }>('Not heard since {time}'),
  never: 'Not heard since the gateway started',
  kind: 'Kind',
  firmware: 'Firmware',
  signal: 'Signal',
  signalGood: icu<{ dbm: number }>('good, {dbm} dBm'),
  signalWeak: icu<{ dbm: number }>('weak, {dbm} dBm'),
  address: 'Address',
  seen: 'Last heard',
  serves: 'Machine',
  servesNone: 'none',
  lease: 'Power lease',
  leaseS: icu<{ idle: string }>('off {idle} after our last word'),
  leaseJob: icu<{ idle: string; job: string }>('off {idle} after our last word, in a job {job}'),
  unsafe: 'Unsafe',
  unsafeWhy: icu<{ setting: string; value: string }>(
    '{setting} is {value}: it may give power while the gateway is away. Type this at the device:',
  ),
  unsafeBare: icu<{ setting: string; value: string }>(
    '{setting} is {value}: it may give power while the gateway is away. Change it at the device.',
  ),
  copy: 'Copy',
  copyOf: icu<{ command: string }>('Copy {command}'),
  copied: 'Copied',
  selected: 'Selected: copy it with Ctrl C',
  learn: 'Learn spelling',
  learnWhy:
    'Where a reader does not know badges that open elsewhere, it writes their numbers in its own way.',
  learnBadge: 'Badge of yours',
  learnNone:
    'It takes a badge of yours to learn from, and you have none. Another way: npx officina reader learn',
  learnStart: 'Start',
  learnCancel: 'Cancel',
  learnHold: icu<{ tail: string; reader: string }>('Hold your badge ending in {tail} to {reader}.'),
  learnt: icu<{ reader: string }>('Learnt. Write this in officina.yaml, under readers, at {reader}:'),
};
