// Contesting one line of one's own statement, as a row of its table.

import type { StatementLine } from '../../contract/statement.ts';
import { ContestCharge } from './contest-charge.tsx';

type Props = { readonly line: StatementLine; readonly onSent: () => void };

export function ContestLine({ line, onSent }: Props) {
  return (
    <tr class="line-mark">
      <td colSpan={5}>
        <ContestCharge line={line} onSent={onSent} />
      </td>
    </tr>
  );
}
