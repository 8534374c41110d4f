// English for what went wrong with a request, where the gateway could not say it.

import { icuIn } from '../icu.ts';

const icu = icuIn('en');

type Refusal = { readonly title: string; readonly detail: string };

export const problems = {
  away: 'The gateway does not answer. Nothing was changed; try again when it is back.',
  unreadable: 'The gateway’s answer could not be read. Load this page again.',
  code: icu<{ code: string }>('Code {code}'),
  /** What the gateway refuses and no room says better: in English its own sentences are shown. */
  refusals: {} as Readonly<Record<string, Refusal>>,
};
