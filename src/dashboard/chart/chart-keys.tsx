// Lets the arrow keys move through a chart, sample by sample, and says politely where they are once they rest there.

import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Sample } from '../live/samples.ts';
import { words } from '../store.ts';

/** Whoever holds a key down hears the last place alone. */
const restMs = 300;
/** With shift. */
const stride = 10;

export function ChartKeys(props: {
  readonly samples: readonly Sample[];
  readonly say: (sample: Sample) => string;
  /** Given the time that the keys point at; null where they point at none. */
  readonly children: (atMs: number | null) => ComponentChildren;
}) {
  const at = useSignal<Sample | null>(null);
  const said = useSignal('');
  const here = at.value;
  useEffect(() => {
    const timer = window.setTimeout(() => {
      said.value = here === null ? '' : props.say(here);
    }, restMs);
    return () => window.clearTimeout(timer);
  }, [here, said]);

  function move(event: KeyboardEvent): void {
    const { samples } = props;
    const last = samples.length - 1;
    const now = here === null ? last : nearest(samples, here.atMs);
    const step = event.shiftKey ? stride : 1;
    const moves: Readonly<Record<string, number>> = {
      ArrowLeft: here === null ? last : now - step,
      ArrowRight: now + step,
      Home: 0,
      End: last,
    };
    const next = moves[event.key];
    if (event.key === 'Escape') at.value = null;
    if (next === undefined) return;
    event.preventDefault();
    at.value = samples[Math.min(last, Math.max(0, next))] ?? null;
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls of a form; these keys move through a picture
    <div
      class="chart-keys"
      role="group"
      aria-label={words.value.machineRoom.cursorHint}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the keys that move through the picture need a place to be pressed
      tabIndex={0}
      onKeyDown={move}
      onBlur={() => {
        at.value = null;
      }}
    >
      {props.children(here?.atMs ?? null)}
      <p class="chart-said" role="status">
        {said.value}
      </p>
    </div>
  );
}

function nearest(samples: readonly Sample[], atMs: number): number {
  const found = samples.findIndex((sample) => sample.atMs >= atMs);
  return found < 0 ? samples.length - 1 : found;
}
