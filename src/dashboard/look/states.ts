// How each shown state looks: a shape that says who must act, a filling, an icon, a tone. The word stands in `words`.
// Circle: nobody. Diamond: the person at the machine. Octagon: someone now. Square: the workshop. Broken: we do not know.

import type { MachineCard } from '../../contract/board.ts';
import type { IconName } from './icons.ts';
import type { ToneName } from './tokens.ts';

export type Shown = MachineCard['shown'];

export type StateLook = {
  readonly shape: 'circle' | 'diamond' | 'octagon' | 'square' | 'dashed-circle' | 'dashed-square';
  readonly filling: 'ring' | 'tint' | 'solid' | 'stripes';
  readonly tone: ToneName;
  /** Null draws the empty plate alone. */
  readonly icon: IconName | null;
  /** How the header counts it. */
  readonly count: 'free' | 'busy' | 'alarm' | 'away' | 'care';
};

export const stateLooks: Readonly<Record<Shown, StateLook>> = {
  offline: { shape: 'dashed-square', filling: 'solid', tone: 'blank', icon: 'unplug', count: 'away' },
  unknown: {
    shape: 'dashed-circle',
    filling: 'tint',
    tone: 'blank',
    icon: 'circle-question-mark',
    count: 'away',
  },
  alarm: { shape: 'octagon', filling: 'solid', tone: 'alarm', icon: 'octagon-alert', count: 'alarm' },
  door: { shape: 'diamond', filling: 'tint', tone: 'ask', icon: 'door-open', count: 'busy' },
  locked: { shape: 'square', filling: 'solid', tone: 'care', icon: 'lock', count: 'care' },
  'out-of-order': { shape: 'square', filling: 'tint', tone: 'care', icon: 'construction', count: 'care' },
  retired: { shape: 'square', filling: 'ring', tone: 'quiet', icon: 'archive', count: 'care' },
  maintenance: { shape: 'square', filling: 'solid', tone: 'care', icon: 'wrench', count: 'care' },
  ending: { shape: 'circle', filling: 'stripes', tone: 'work', icon: 'hourglass', count: 'busy' },
  heating: { shape: 'circle', filling: 'solid', tone: 'heat', icon: 'thermometer-sun', count: 'busy' },
  running: { shape: 'circle', filling: 'solid', tone: 'work', icon: 'play', count: 'busy' },
  paused: { shape: 'circle', filling: 'tint', tone: 'work', icon: 'pause', count: 'busy' },
  'in-use': { shape: 'circle', filling: 'tint', tone: 'work', icon: 'user-round', count: 'busy' },
  free: { shape: 'circle', filling: 'ring', tone: 'quiet', icon: null, count: 'free' },
};
