// What the server of a machine answered, read field by field: only what is asked for, only in its type, never from a
// prototype. What has another type, or lies out of bounds, was not said.

export type Fields = {
  /** Without fields where there is no object of that name. */
  readonly at: (name: string) => Fields;
  readonly has: (name: string) => boolean;
  readonly raw: (name: string) => unknown;
  readonly flag: (name: string) => boolean | null;
  readonly number: (name: string, range: { readonly least: number; readonly most: number }) => number | null;
  /** Printable, at most 120 characters unless told otherwise; null where nothing is left. */
  readonly text: (name: string, most?: number) => string | null;
};

const usualMost = 120;

export function fieldsOf(value: unknown): Fields {
  const own: Readonly<Record<string, unknown>> =
    typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  const has = (name: string): boolean => Object.hasOwn(own, name);
  const raw = (name: string): unknown => (has(name) ? own[name] : undefined);
  return {
    at: (name) => fieldsOf(raw(name)),
    has,
    raw,
    flag: (name) => flagOf(raw(name)),
    number: (name, range) => numberOf(raw(name), range),
    text: (name, most) => textOf(raw(name), most),
  };
}

export const flagOf = (value: unknown): boolean | null => (typeof value === 'boolean' ? value : null);

export function numberOf(
  value: unknown,
  { least, most }: { readonly least: number; readonly most: number },
): number | null {
  return typeof value === 'number' && value >= least && value <= most ? value : null;
}

/** Without control characters and those that turn the direction of a line. */
export function textOf(value: unknown, most: number = usualMost): string | null {
  if (typeof value !== 'string') return null;
  const printable = value.slice(0, most * 4).replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '');
  return Array.from(printable).slice(0, most).join('') || null;
}
