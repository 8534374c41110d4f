// Parsed JSON from outside, read by paths or field by field. Only own members are looked at, and what is not of the wanted
// kind, or lies out of bounds, is as if it were not there: a number in quotes is no number.

type Range = { readonly least: number; readonly most: number };

/** One object of an answer, whatever it really is. */
export type Fields = {
  /** Without fields where there is no object of that name. */
  readonly at: (name: string) => Fields;
  readonly has: (name: string) => boolean;
  readonly raw: (name: string) => unknown;
  readonly flag: (name: string) => boolean | null;
  readonly number: (name: string, range: Range) => number | null;
  /** As `textOf`. */
  readonly text: (name: string, most?: number) => string | null;
};

export function fieldsOf(value: unknown): Fields {
  const raw = (name: string): unknown => at(value, name);
  return {
    at: (name) => fieldsOf(raw(name)),
    has: (name) => typeof value === 'object' && value !== null && Object.hasOwn(value, name),
    raw,
    flag: (name) => flagOf(raw(name)),
    number: (name, range) => numberOf(raw(name), range),
    text: (name, most) => textOf(raw(name), most),
  };
}

type Path = readonly (string | number)[];

/** Undefined where nothing stands. */
export function at(json: unknown, ...path: Path): unknown {
  let here = json;
  for (const step of path) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, step)) return undefined;
    here = (here as Record<string | number, unknown>)[step];
  }
  return here;
}

/** Finite, or null. */
export const numberAt = (json: unknown, ...path: Path): number | null => numberOf(at(json, ...path), finite);

/** As `textOf`. */
export const textAt = (json: unknown, ...path: Path): string | null => textOf(at(json, ...path));

export const isRecord = (json: unknown): json is Readonly<Record<string, unknown>> =>
  typeof json === 'object' && json !== null && !Array.isArray(json);

export const flagOf = (value: unknown): boolean | null => (typeof value === 'boolean' ? value : null);

const finite: Range = { least: -Number.MAX_VALUE, most: Number.MAX_VALUE };

export function numberOf(value: unknown, { least, most }: Range): number | null {
  return typeof value === 'number' && value >= least && value <= most ? value : null;
}

/** So many characters are shown to people. */
const usualMost = 120;

/** For people: without control characters and those that turn the direction of a line; null where nothing is left to show. */
export function textOf(value: unknown, most: number = usualMost): string | null {
  if (typeof value !== 'string') return null;
  const printable = value.slice(0, most * 4).replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '');
  return Array.from(printable.trim()).slice(0, most).join('') || null;
}
