// One line of G-code → what it asks for, or the error that Grbl 1.1 answers. Arcs are taken as straight moves to their
// end, tools and probing are not modelled (error:20); the wire does not show the difference.

export type Axis = 'x' | 'y' | 'z';
export type Point = Record<Axis, number>;
export const axes: readonly Axis[] = ['x', 'y', 'z'];
export const atOrigin = (): Point => ({ x: 0, y: 0, z: 0 });

export type Modal = {
  motion: 0 | 1;
  absolute: boolean;
  inches: boolean;
  /** mm/min; null until one was given. */
  feed: number | null;
  spindle: 'M3' | 'M4' | 'M5';
  speed: number;
  coolant: boolean;
  /** Work offset in machine coordinates, mm. */
  offset: Point;
};

export const freshModal = (offset: Point): Modal => ({
  motion: 0,
  absolute: true,
  inches: false,
  feed: null,
  spindle: 'M5',
  speed: 0,
  coolant: false,
  offset,
});

/** In the order in which Grbl carries them out. */
export type GcodeBlock = {
  readonly modal: Modal;
  readonly dwellMs: number | null;
  /** Machine coordinates, mm. */
  readonly target: Point | null;
  readonly rapid: boolean;
  readonly flow: 'pause' | 'end' | null;
};

export type ParsedBlock =
  | { readonly ok: true; readonly block: GcodeBlock }
  | { readonly ok: false; readonly error: number };

const mmPerInch = 25.4;
const motions = new Map<number, 0 | 1>([
  [0, 0],
  [1, 1],
  [2, 1],
  [3, 1],
]);
/** Taken and without effect here. */
const inertG = new Set([17, 40, 49, 54, 61, 80, 94]);

/** Parses a line that is already without spaces and comments and in capitals; `at` is where the last move ends. */
export function parseBlock(line: string, before: { modal: Modal; at: Point }): ParsedBlock {
  const words = splitWords(line);
  if (typeof words === 'number') return { ok: false, error: words };
  const modal: Modal = { ...before.modal };
  const values = new Map<string, number>();
  const seen: Seen = { dwell: false, setOrigin: false, flow: null };
  for (const [letter, value] of words) {
    if (letter === 'G') {
      const error = takeG(value, { modal, seen });
      if (error) return { ok: false, error };
    } else if (letter === 'M') {
      const error = takeM(value, { modal, seen });
      if (error) return { ok: false, error };
    } else if (values.has(letter)) return { ok: false, error: 25 };
    else values.set(letter, value);
  }
  return finish({ modal, seen, values, at: before.at });
}

type Seen = { dwell: boolean; setOrigin: boolean; flow: 'pause' | 'end' | null };

/** Letter and number pairs, or Grbl's error code. */
function splitWords(line: string): readonly (readonly [string, number])[] | number {
  const words: [string, number][] = [];
  const word = /([A-Z])([+-]?(?:\d+\.?\d*|\.\d+))?/y;
  while (word.lastIndex < line.length) {
    const found = word.exec(line);
    if (!found?.[1]) return 1;
    if (found[2] === undefined) return 2;
    words.push([found[1], Number(found[2])]);
  }
  return words;
}

function takeG(value: number, { modal, seen }: { modal: Modal; seen: Seen }): number {
  const motion = motions.get(value);
  if (motion !== undefined) modal.motion = motion;
  else if (value === 4) seen.dwell = true;
  else if (value === 92) seen.setOrigin = true;
  else if (value === 20 || value === 21) modal.inches = value === 20;
  else if (value === 90 || value === 91) modal.absolute = value === 90;
  else if (!inertG.has(value)) return 20;
  return 0;
}

function takeM(value: number, { modal, seen }: { modal: Modal; seen: Seen }): number {
  if (value === 3 || value === 4 || value === 5) modal.spindle = `M${value}`;
  else if (value === 8 || value === 9) modal.coolant = value === 8;
  else if (value === 0) seen.flow = 'pause';
  else if (value === 2 || value === 30) seen.flow = 'end';
  else if (value !== 1) return 20;
  return 0;
}

function finish(parts: { modal: Modal; seen: Seen; values: Map<string, number>; at: Point }): ParsedBlock {
  const { modal, seen, values, at } = parts;
  const scale = modal.inches ? mmPerInch : 1;
  const feed = values.get('F');
  if (feed !== undefined) modal.feed = feed * scale;
  const speed = values.get('S');
  if (speed !== undefined && speed < 0) return { ok: false, error: 4 };
  if (speed !== undefined) modal.speed = speed;
  const pause = values.get('P');
  if (seen.dwell && pause === undefined) return { ok: false, error: 28 };
  const named = axes.filter((axis) => values.has(axis.toUpperCase()));
  const given = (axis: Axis) => (values.get(axis.toUpperCase()) ?? 0) * scale;
  if (seen.setOrigin) {
    modal.offset = { ...modal.offset };
    for (const axis of named) modal.offset[axis] = at[axis] - given(axis);
  }
  const moves = named.length > 0 && !seen.setOrigin && !seen.dwell;
  if (moves && modal.motion === 1 && !modal.feed) return { ok: false, error: 22 };
  const target = { ...at };
  for (const axis of named) target[axis] = given(axis) + (modal.absolute ? modal.offset[axis] : at[axis]);
  return {
    ok: true,
    block: {
      modal,
      dwellMs: seen.dwell ? (pause ?? 0) * 1000 : null,
      target: moves ? target : null,
      rapid: modal.motion === 0,
      flow: seen.flow,
    },
  };
}
