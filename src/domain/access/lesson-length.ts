// How long a supervised session must be loaded so that it counts towards a certificate. Frozen: the reducer counts by it.

import { minuteMs } from '../time.ts';

export const lessonLeastMs = 5 * minuteMs;
