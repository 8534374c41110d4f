// A list of five, and all of them after one press.

import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { words } from '../store.ts';

type Props<Item> = {
  readonly items: readonly Item[];
  readonly keyOf: (item: Item) => string;
  readonly children: (item: Item) => ComponentChildren;
};

const few = 5;

export function FirstFive<Item>({ items, keyOf, children }: Props<Item>) {
  const isWhole = useSignal(false);
  const shown = isWhole.value ? items : items.slice(0, few);
  return (
    <>
      <ul class="me-list">
        {shown.map((item) => (
          <li key={keyOf(item)}>{children(item)}</li>
        ))}
      </ul>
      {shown.length < items.length && (
        <button type="button" class="link" onClick={() => (isWhole.value = true)}>
          {words.value.me.all({ count: items.length })}
        </button>
      )}
    </>
  );
}
