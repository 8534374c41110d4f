// English for whether the gateway is reached.

import { icuIn } from '../icu.ts';

const icu = icuIn('en');

export const contact = {
  connecting: 'Connecting to the gateway.',
  never: 'We cannot reach the gateway. Trying again; nothing to do here.',
  away: icu<{ time: string }>(
    'We cannot reach the gateway since {time}. What you see is from then. Running machines keep to their own rules; new sessions wait.',
  ),
  back: icu<{ time: string }>('Back at {time}, up to date.'),
};
