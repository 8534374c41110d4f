// One icon of the sprite. It never stands alone: a word stands beside it, or the control has a name.

import type { IconName } from './icons.ts';

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <use href={`#i-${name}`} />
    </svg>
  );
}
