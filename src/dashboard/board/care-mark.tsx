// What everybody should know about the care of a machine before they use it, on its card: locked or flagged by a problem, or
// over its service. One mark, the most pressing; its page tells all.

import type { MachineCard } from '../../contract/board.ts';
import { Icon } from '../look/icon.tsx';
import type { IconName } from '../look/icons.ts';
import { words } from '../store.ts';

type Mark = 'lock' | 'flag' | 'over';

const icons: Readonly<Record<Mark, IconName>> = {
  lock: 'octagon-alert',
  flag: 'triangle-alert',
  over: 'wrench',
};

export function CareMark({ card }: { readonly card: MachineCard }) {
  const mark = markOf(card);
  if (mark === null) return null;
  return (
    <p class="care-mark" data-mark={mark}>
      <Icon name={icons[mark]} />
      <span>{words.value.care.mark[mark]}</span>
    </p>
  );
}

const markOf = ({ care }: MachineCard): Mark | null => care.problem ?? (care.serviceOver ? 'over' : null);
