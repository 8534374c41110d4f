// English for what a steward should know, by code.

import { icuIn, type Sentence } from '../icu.ts';
import { webhookNotices } from './webhook-notices.ts';

const icu = icuIn('en');

export const notices: Readonly<Record<string, Sentence>> = {
  'journal-full': icu(
    'The disk of the journal is full: taps are refused, running machines go on. Make room on the disk.',
  ),
  'journal-behind': icu(
    'The journal could not write: taps are refused until it can. Look at the disk and the log.',
  ),
  'journal-broken': icu(
    'The journal cannot write: taps are refused, running machines go on. Look at the disk and the log.',
  ),
  'clock-unset': icu(
    'The clock of the gateway is not set, so certificates with an end date cannot be checked. Connect it to a time server; it goes on by itself then.',
  ),
  'influx-behind': icu(
    'InfluxDB is more than a minute behind: what is drawn or added up there is old. Nothing is lost and machines go on. Start it, or look at its disk and the log.',
  ),
  'tls-expires': icu(
    'The certificate for browsers or devices ends within 14 days or is outside its dates; then they turn away. Renew it; the log names the file and the day.',
  ),
  'tls-not-renewed': icu(
    'The files of a certificate changed and cannot be used, so the one before stays in use. The log says what is wrong with them.',
  ),
  'switch-unsafe': icu(
    '{more, plural, =0 {{device} may give power while the gateway is away, because its {setting} is {value}. Mend it on the page Devices.} other {{device} may give power while the gateway is away, because its {setting} is {value}; so may others. Mend it on the page Devices.}}',
  ),
  'command-retained': icu(
    '{client} sent an order to switch that is kept for later (topic {topic}); it was not passed on. Turn off what makes it retain, and find out whose order it was.',
  ),
  'meter-start-kept': icu(
    'The hours with which a meter began were changed in officina.yaml ({machines}); the first ones count. Put them back, or write a replaced part into the log.',
  ),
  'policy-not-in-file': icu(
    'The members decided otherwise than officina.yaml says under "policy:". What they decided counts, and nothing breaks if the file stays as it is. To make it say the same: {lines}.',
  ),
  'budget-nearly-spent': icu(
    'The budgets of {codes} are spent by four fifths or more. Tell whoever answers for the projects.',
  ),
  'budget-spent': icu(
    'The budgets of {codes} are spent: what is used for them from now on is owed by the projects. Larger ones stand under "costCodes:" in officina.yaml.',
  ),
  ...webhookNotices,
};
