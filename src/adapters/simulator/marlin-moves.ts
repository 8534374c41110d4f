// The commands of the simulated printer that move or wait for moves.

import { type Axis, axes, isFull, plannedEnd } from './marlin-motion.ts';
import { type Marlin, say } from './marlin-state.ts';

type Value = (letter: string) => number | null;

/** Without this heat the extruder does not turn (PREVENT_COLD_EXTRUSION), °C. */
const extrudeFromC = 170;

/** G0 and G1: queued, as soon as the planner has room. */
export function* move(marlin: Marlin, value: Value): Generator<void, void> {
  const { motion } = marlin;
  const feed = value('F');
  if (feed !== null && feed > 0) motion.feed = feed / 60;
  while (isFull(motion)) yield;
  if (marlin.halted === 'stopped') return;
  const from = plannedEnd(motion);
  const target = { ...from };
  for (const axis of axes) {
    const given = value(axis.toUpperCase());
    if (given === null) continue;
    const absolute = axis === 'e' ? motion.absoluteE : motion.absolute;
    target[axis] = absolute ? given : from[axis] + given;
  }
  if (target.e !== from.e && marlin.heaters.hotend.actualC < extrudeFromC) {
    say(marlin, 'echo: cold extrusion prevented', null);
    target.e = from.e;
  }
  if (axes.some((axis) => target[axis] !== from[axis])) motion.queue.push({ target, speed: motion.feed });
}

/** M400: until every move is done. */
export function* synchronise({ motion }: Marlin): Generator<void, void> {
  while (motion.queue.length > 0) yield;
}

export function* dwell(marlin: Marlin, forMs: number): Generator<void, void> {
  yield* synchronise(marlin);
  const untilMs = marlin.nowMs + forMs;
  while (marlin.nowMs < untilMs) yield;
}

/** G28, all axes or those named. */
export function* home(marlin: Marlin, rest: string): Generator<void, void> {
  yield* synchronise(marlin);
  const named = axes.filter((axis) => axis !== 'e' && rest.toUpperCase().includes(axis.toUpperCase()));
  const homed: readonly Axis[] = named.length > 0 ? named : ['x', 'y', 'z'];
  const target = { ...marlin.motion.position };
  for (const axis of homed) target[axis] = 0;
  marlin.motion.queue.push({ target, speed: homingSpeed });
  yield* synchronise(marlin);
  yield* dwell(marlin, homed.length * bumpMs);
}
const homingSpeed = 50;
/** Touching each switch a second time, slowly. */
const bumpMs = 1500;

/** G92: this is now called so. */
export function setPosition({ motion }: Marlin, value: Value): void {
  for (const axis of axes) {
    const given = value(axis.toUpperCase());
    if (given !== null) motion.position[axis] = given;
  }
}
