// A titled block of a page: what stands together, under one heading.

import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

export type PanelProps = {
  readonly title: string;
  readonly children: ComponentChildren;
};

export function Panel({ title, children }: PanelProps) {
  const id = useId();
  return (
    <section class="panel" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}
