// English for what a screen reader is told of buttons that look alike; what stands on the button is part of it.

import { icuIn } from '../icu.ts';

const icu = icuIn('en');

export const named = {
  lostOwn: icu<{ tail: string }>('I lost it: badge ending in {tail}'),
};
