// One part of My page: its title and what it holds in a few words, and below it, once it was opened, the part itself. What
// nobody opens is never asked for.

import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { Icon } from '../look/icon.tsx';

/** In the order of the page; each has an address of its own. */
export const meParts = [
  ...(['turns', 'certificates', 'badges', 'shown'] as const),
  ...(['paying', 'votes', 'signing', 'data'] as const),
];
export type MePart = (typeof meParts)[number];

export type PartProps = {
  readonly part: MePart;
  readonly title: string;
  readonly brief: string | null;
  readonly isOpen: boolean;
  readonly children: () => ComponentChildren;
};

export function Part({ part, title, brief, isOpen, children }: PartProps) {
  const opened = useSignal(isOpen);
  return (
    <details
      class="me-part"
      data-part={part}
      open={isOpen}
      onToggle={(event) => {
        if (event.currentTarget.open) opened.value = true;
      }}
    >
      <summary>
        <h2>{title}</h2>
        {brief !== null && <small>{brief}</small>}
        <Icon name="chevron-right" />
      </summary>
      {opened.value && <div class="me-part-body">{children()}</div>}
    </details>
  );
}
