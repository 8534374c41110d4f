// Which badge to hold to which reader, and how long the reader still waits for it.

import { monoMs, words } from '../store.ts';
import { secondsLeft } from './seconds-left.ts';

export type HoldBadgeProps = {
  readonly text: string;
  readonly why?: string;
  /** On the clock of this screen, which no lost gateway stops. */
  readonly untilMonoMs: number;
};

export function HoldBadge({ text, why, untilMonoMs }: HoldBadgeProps) {
  const { badges: say } = words.value.desk;
  return (
    <div class="hold">
      <p role="status">
        <b>{text}</b> {why}
      </p>
      <p class="hold-left" role="timer" aria-label={say.timeLeft}>
        {say.seconds({ count: secondsLeft(untilMonoMs, monoMs.value) })}
      </p>
    </div>
  );
}
