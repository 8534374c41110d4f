// The planner and the steppers of the simulated printer: up to fifteen moves in a queue, each at its own speed.

export type Axis = 'x' | 'y' | 'z' | 'e';
export type Point = Record<Axis, number>;
export const axes: readonly Axis[] = ['x', 'y', 'z', 'e'];

type Move = { readonly target: Point /** mm/s. */; readonly speed: number };

export type MarlinMotion = {
  readonly queue: Move[];
  position: Point;
  /** mm/s. */
  feed: number;
  absolute: boolean;
  absoluteE: boolean;
};

/** BLOCK_BUFFER_SIZE 16, one of them always free. */
const plannerSize = 15;
const stepsPerMm: Readonly<Record<Axis, number>> = { x: 80, y: 80, z: 400, e: 93 };

export const restingMotion = (): MarlinMotion => ({
  queue: [],
  position: { x: 0, y: 0, z: 0, e: 0 },
  feed: 25,
  absolute: true,
  absoluteE: true,
});

export const isFull = (motion: MarlinMotion): boolean => motion.queue.length >= plannerSize;
export const freeMoves = (motion: MarlinMotion): number => plannerSize - motion.queue.length;

/** Where the last queued move ends. */
export const plannedEnd = (motion: MarlinMotion): Point => motion.queue.at(-1)?.target ?? motion.position;

/** Where it is going, and the steps that it has done: `M114`, and the position that comes by itself. */
export function positionLine(motion: MarlinMotion): string {
  const to = plannedEnd(motion);
  const steps = (axis: Axis) => Math.round(motion.position[axis] * stepsPerMm[axis]);
  const ends = axes.map((axis) => `${axis.toUpperCase()}:${to[axis].toFixed(2)}`).join(' ');
  return `${ends} Count X:${steps('x')} Y:${steps('y')} Z:${steps('z')}`;
}

/** Moves on by `seconds`. */
export function advanceMotion(motion: MarlinMotion, seconds: number): void {
  let leftS = seconds;
  for (let move = motion.queue[0]; move && leftS > 0; move = motion.queue[0]) {
    const from = motion.position;
    const { target, speed } = move;
    const length = Math.max(...axes.map((axis) => Math.abs(target[axis] - from[axis])));
    const needsS = length / speed;
    if (needsS > leftS) {
      const part = leftS / needsS;
      const between = (axis: Axis) => from[axis] + (target[axis] - from[axis]) * part;
      motion.position = { x: between('x'), y: between('y'), z: between('z'), e: between('e') };
      return;
    }
    leftS -= needsS;
    motion.position = { ...target };
    motion.queue.shift();
  }
}
