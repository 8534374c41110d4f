// What a line tells of a controller that has no word for its state: its heaters, its print file, its position, that it
// is busy. One clue alone says nothing about the whole; `derive.ts` puts them together.

export const clueNames = ['heaters', 'file', 'no-file', 'position', 'busy', 'host', 'progress'] as const;
export type ClueName = (typeof clueNames)[number];

export type Clue =
  /** Every heater that has a target, off included, in the order of the line. */
  | { readonly of: 'heaters'; readonly heaters: readonly Heater[] }
  /** How far the controller has read the file that it prints. */
  | { readonly of: 'file'; readonly at: number; readonly size: number }
  /** It prints no file, or cannot. */
  | { readonly of: 'no-file' }
  /** Where it is, in its own words: only a change of the text matters. */
  | { readonly of: 'position'; readonly text: string }
  /** It answers nothing until a long command is over. */
  | { readonly of: 'busy'; readonly word: string }
  /** What it tells its host to do, or has done itself. */
  | { readonly of: 'host'; readonly word: string }
  | { readonly of: 'progress' };

export type Heater = { readonly name: string; readonly actual: number; readonly target: number };

/** The named groups that a frame of each clue needs; `ack` is allowed in all. */
export const clueGroups: Readonly<Record<ClueName, readonly string[]>> = {
  heaters: ['fields'],
  file: ['at', 'size'],
  'no-file': [],
  position: [],
  busy: ['word'],
  host: ['word'],
  progress: ['percent'],
};

/** Longest text that is kept of a position. */
const textLimit = 120;

/** The clue of a line; `fields` is its group of that name, split. */
export function clueOf(
  name: ClueName,
  line: { text: string; groups: ReadonlyMap<string, string>; fields: ReadonlyMap<string, readonly string[]> },
): Clue {
  const { text, groups, fields } = line;
  const word = groups.get('word') ?? '';
  switch (name) {
    case 'heaters':
      return { of: name, heaters: heatersOf(fields) };
    case 'file': {
      const size = Number(groups.get('size'));
      // Some versions say 0/0 when they print nothing.
      return size > 0 ? { of: name, at: Number(groups.get('at')), size } : { of: 'no-file' };
    }
    case 'position':
      return { of: name, text: text.slice(0, textLimit) };
    case 'busy':
    case 'host':
      return { of: name, word };
    default:
      return { of: name };
  }
}

/** Letters that stand for a heater, with its number: not the power after `@`. */
const heaterName = /^[A-Z]\d?$/;

function heatersOf(fields: ReadonlyMap<string, readonly string[]>): Heater[] {
  const heaters: Heater[] = [];
  for (const [name, [actual, target]] of fields) {
    if (!heaterName.test(name) || actual === undefined || target === undefined) continue;
    const heater = { name, actual: Number(actual), target: Number(target) };
    if (Number.isFinite(heater.actual) && Number.isFinite(heater.target)) heaters.push(heater);
  }
  return heaters;
}
