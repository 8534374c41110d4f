// One's own wishes, the best first, each to be taken back.

import type { WishView } from '../../contract/bookings.ts';
import { client } from '../client.ts';
import { formatDateTime, formatTime } from '../format.ts';
import { AskTwice } from '../frame/ask-twice.tsx';
import { place, words } from '../store.ts';
import { machineName } from './machine-name.ts';

type WishListProps = { readonly wishes: readonly WishView[]; onChanged(): void };

export function WishList({ wishes, onChanged }: WishListProps) {
  const { booking: say } = words.value;
  if (wishes.length === 0) return null;
  return (
    <ul class="booking-list">
      {wishes.map(({ wish, rank, machine, from, to }) => (
        <li key={wish}>
          <p>
            <strong>{say.wishRank({ rank })}</strong> {formatDateTime(Date.parse(from), place.value)}–
            {formatTime(Date.parse(to), place.value)}{' '}
            {machine === null ? say.anyMachine : machineName(machine)}
          </p>
          <AskTwice say={say.withdraw} look="link" act={() => client.withdrawWish(wish)} onDone={onChanged}>
            <p>{say.withdrawAsk}</p>
          </AskTwice>
        </li>
      ))}
    </ul>
  );
}
