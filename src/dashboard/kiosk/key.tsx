// The one button of the kiosk: at least 20 mm, acting on release, and once per 400 ms whatever is pressed, so that a press
// which bounces cannot answer the next question. Keys of a pad are told apart by their own gap.

import type { ComponentChildren } from 'preact';
import { Icon } from '../look/icon.tsx';
import type { IconName } from '../look/icons.ts';
import { pressed } from './person.ts';

const gapMs = 400;
let lastMs = Number.NEGATIVE_INFINITY;

export type KeyProps = {
  readonly label: string;
  readonly onPress: () => void;
  readonly icon?: IconName;
  readonly kind?: 'plain' | 'primary' | 'quiet' | 'danger';
  /** Only the icon is seen. */
  readonly bare?: boolean;
  /** Why it cannot be pressed now; it stays where it is, with the reason below it. */
  readonly blocked?: string | null;
  readonly isPressed?: boolean;
  readonly children?: ComponentChildren;
};

export function Key({ label, onPress, icon, kind = 'plain', bare, blocked, isPressed, children }: KeyProps) {
  return (
    <button
      type="button"
      class={`key key-${kind}`}
      aria-label={bare ? label : undefined}
      aria-disabled={blocked == null ? undefined : true}
      aria-pressed={isPressed}
      onClick={() => {
        const nowMs = performance.now();
        if (nowMs - lastMs < gapMs) return;
        lastMs = nowMs;
        pressed();
        if (blocked == null) onPress();
      }}
    >
      {icon !== undefined && <Icon name={icon} />}
      {!bare && <span>{label}</span>}
      {children}
      {blocked != null && <small>{blocked}</small>}
    </button>
  );
}

/** A key of the pad: quick hands type several in a second. */
export function PadKey({ label, onPress }: Pick<KeyProps, 'label' | 'onPress'>) {
  return (
    <button
      type="button"
      class="key key-pad"
      onClick={() => {
        pressed();
        onPress();
      }}
    >
      {label}
    </button>
  );
}
