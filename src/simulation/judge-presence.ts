// The judge of presence: whoever comes was not inside, whoever goes was, and the number that everybody sees is the model's.

import { must } from './broken.ts';
import type { Invariant } from './watch.ts';

export const presenceAsTheModelSays: Invariant['judge'] = (scene) => {
  const { shadow } = scene;
  const { known } = scene;
  return {
    entry(entry) {
      const { seq, type, data } = entry;
      if (type === 'presence-entered')
        must(!known.inside.has(data.member), '8 inside-twice', () => `entry ${seq}: somebody comes in twice`);
      if (type === 'presence-left')
        must(known.inside.has(data.member), '8 left-twice', () => `entry ${seq}: somebody leaves who is out`);
    },
    after({ seq, type }) {
      if (type !== 'presence-entered' && type !== 'presence-left') return;
      const same = shadow.inside.size === known.inside.size;
      must(
        same,
        '8 presence',
        () => `after entry ${seq} ${shadow.inside.size} are in, not ${known.inside.size}`,
      );
    },
  };
};
