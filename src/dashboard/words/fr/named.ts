// French for what a screen reader is told of buttons that look alike; what stands on the button is part of it.

import type { named as namedEn } from '../en/named.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('fr');

export const named: typeof namedEn = {
  lostOwn: icu('Je l’ai perdu : badge qui finit par {tail}'),
};
