// The plate of a state: its shape tells who must act, so it still speaks when the colours are gone.

import type { IconName } from './icons.ts';
import { type Shown, type StateLook, stateLooks } from './states.ts';

/** Drawn on a grid of 48; the size is the style sheet's. */
export function Plate({ shown }: { readonly shown: Shown }) {
  const look = stateLooks[shown];
  return (
    <svg class={`plate tone-${look.tone} filling-${look.filling}`} viewBox="0 0 48 48" aria-hidden="true">
      {look.filling === 'ring' ? <path class="ring" d={collar} /> : <Outline look={look} />}
      {look.filling === 'stripes' && <circle class="patch" cx="24" cy="24" r="13.5" />}
      {look.icon !== null && <Glyph icon={look.icon} />}
      {shown === 'offline' && <path class="strike" d="M8 40 40 8" />}
    </svg>
  );
}

/** The mark: a shaft collar with its keyway, which is also the empty plate. */
export function Mark() {
  return (
    <svg class="mark" viewBox="2 2 44 44" aria-hidden="true">
      <path d={collar} />
    </svg>
  );
}

/** Ring of radius 20 around a bore of 12, with a keyway 8 wide and 6 deep at twelve o'clock. */
const collar = 'M24 4a20 20 0 1 1 0 40 20 20 0 0 1 0-40ZM20 12.686V6h8v6.686a12 12 0 1 1-8 0Z';

function Outline({ look }: { readonly look: StateLook }) {
  switch (look.shape) {
    case 'circle':
    case 'dashed-circle':
      return <circle class={`outline ${look.shape}`} cx="24" cy="24" r="21" />;
    case 'diamond':
      return <path class="outline diamond" d="M24 2.5 45.5 24 24 45.5 2.5 24Z" />;
    case 'octagon':
      return <path class="outline" d="M15.3 3h17.4L45 15.3v17.4L32.7 45H15.3L3 32.7V15.3Z" />;
    case 'square':
    case 'dashed-square':
      return <rect class={`outline ${look.shape}`} x="4" y="4" width="40" height="40" rx="5" />;
  }
}

function Glyph({ icon }: { readonly icon: IconName }) {
  return <use class="glyph" href={`#i-${icon}`} x="13" y="13" width="22" height="22" />;
}
