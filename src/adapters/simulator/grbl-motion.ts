// The planner and the steppers of the simulated controller: up to fifteen moves in a queue, one speed that rises and
// falls with the acceleration of the axis, a hold that takes its time to stop. Millimetres and seconds.

import { atOrigin, axes, type Point } from './grbl-gcode.ts';

export type Move = {
  readonly target: Point;
  /** mm/s before overrides. */
  readonly speed: number;
  readonly rapid: boolean;
  /** What the spindle or the beam does during the move, 1/min. */
  readonly rpm: number;
};

export type Motion = {
  readonly queue: Move[];
  position: Point;
  /** Present speed along the path, mm/s. */
  speed: number;
  /** Slowing down to stand still within the queue. */
  holding: boolean;
};

/** BLOCK_BUFFER_SIZE 16, one of them always free. */
export const plannerSize = 15;
/** RX_BUFFER_SIZE. */
export const rxBufferBytes = 128;

export const restingMotion = (): Motion => ({ queue: [], position: atOrigin(), speed: 0, holding: false });

/** Where the last queued move ends. */
export const plannedEnd = (motion: Motion): Point => motion.queue.at(-1)?.target ?? motion.position;

/** Forgets what is queued and stands still at once. */
export function stopMotion(motion: Motion): void {
  motion.queue.length = 0;
  motion.speed = 0;
  motion.holding = false;
}

/** Moves on by `seconds`; returns true when it has come to a stop: the queue is empty or the hold complete. */
export function advanceMotion(
  motion: Motion,
  by: { seconds: number; acceleration: number; feedOverride: number; rapidOverride: number },
): boolean {
  const move = motion.queue[0];
  if (!move) {
    motion.speed = 0;
    return true;
  }
  const override = (move.rapid ? by.rapidOverride : by.feedOverride) / 100;
  const wanted = motion.holding ? 0 : move.speed * override;
  const change = by.acceleration * by.seconds;
  motion.speed += Math.max(-change, Math.min(change, wanted - motion.speed));
  if (motion.holding && motion.speed <= 0) {
    motion.speed = 0;
    return true;
  }
  travel(motion, motion.speed * by.seconds);
  return motion.queue.length === 0;
}

function travel(motion: Motion, distance: number): void {
  let left = distance;
  for (let move = motion.queue[0]; move; move = motion.queue[0]) {
    const from = motion.position;
    const { target } = move;
    const length = Math.hypot(...axes.map((axis) => target[axis] - from[axis]));
    if (length > left) {
      const part = left / length;
      const between = (axis: (typeof axes)[number]) => from[axis] + (target[axis] - from[axis]) * part;
      motion.position = { x: between('x'), y: between('y'), z: between('z') };
      return;
    }
    left -= length;
    motion.position = { ...target };
    motion.queue.shift();
  }
  motion.speed = 0;
}
