// That we only read a machine, as one quiet line: nothing is wrong with it, and why it matters is told to whoever asks.

import type { MachineCard } from '../../contract/board.ts';
import { troubleText } from '../board/card-lines.ts';
import { atWork, words } from '../store.ts';

/** What is always so of a machine, and no fault of its link. */
const quiet: ReadonlySet<string> = new Set(['read-only', 'orders-locked']);

export const isQuiet = ({ code }: MachineCard['troubles'][number]): boolean => quiet.has(code);

export function OnlyRead({ card }: { readonly card: MachineCard }) {
  const [why] = card.troubles.filter(isQuiet).flatMap((trouble) => troubleText(trouble, words.value) ?? []);
  if (why === undefined || !atWork.value) return null;
  const { machine: say } = words.value;
  return (
    <details class="only-read">
      <summary>
        {say.onlyRead} <span class="only-read-why">{say.onlyReadWhy}</span>
      </summary>
      <p>{why}</p>
    </details>
  );
}
