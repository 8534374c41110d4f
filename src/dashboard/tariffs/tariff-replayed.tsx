// The past months under a new tariff: those who pay more come before those who pay less, and the assumption is always said.

import type { TariffList, TariffReplay } from '../../contract/tariffs.ts';
import { amountOf } from '../statement/amount-of.ts';
import { words } from '../store.ts';

export function TariffReplayed({ seen, list }: { readonly seen: TariffReplay; readonly list: TariffList }) {
  const { tariffs: say } = words.value;
  const amount = (minor: string): string => amountOf(minor, list);
  const { uses, beforeMinor, afterMinor, members } = seen;
  const sides = { more: say.more, less: say.less, same: say.same };
  return (
    <>
      <p>{say.replaySum({ uses, before: amount(beforeMinor), after: amount(afterMinor) })}</p>
      <ul class="books-rows">
        {(['more', 'less', 'same'] as const).map((side) => {
          const { members: count, minor } = seen[side];
          const told = count === null ? say.few : sides[side]({ members: count });
          return (
            <li key={side}>
              {told} {minor !== null && minor !== '0' && <b>{amount(minor)}</b>}
            </li>
          );
        })}
      </ul>
      {members !== null && members.length > 0 && (
        <table>
          <tbody>
            {members.map((one) => (
              <tr key={one.member}>
                <th scope="row">{one.name}</th>
                <td>{amount(one.beforeMinor)}</td>
                <td>
                  <b>{amount(one.afterMinor)}</b>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p class="hint">{say.assumes}</p>
    </>
  );
}
