// Weekly hours as they stand in the file: spans of days and times, and days on which all is closed. What they mean on the
// clock on the wall stands in `domain/access/week.ts`.

import { type Static, Type } from 'typebox';
import { type Hours, type Span, type Weekday, weekdays } from '../domain/access/week.ts';
import { isDay } from './is-day.ts';
import { placeOf, readShape, type Scope } from './read-shape.ts';
import { clip, type Tree } from './read-yaml.ts';

/** Spans in one list, and days in another; a workshop with more needs no list but a calendar. */
const spanLimit = 50;
const closedLimit = 400;

const time = (description: string) =>
  Type.String({ pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$|^24:00$', description });

/** A field that takes spans is `Type.Unknown()` in the shape of its group; `readSpans` reads it. */
const spanSchema = Type.Object({
  days: Type.String({
    pattern: '^[a-z]{2}(-[a-z]{2})?(, ?[a-z]{2}(-[a-z]{2})?){0,6}$',
    description: 'days such as mo-fr, or mo, we, sa-su',
  }),
  from: time('a time from 00:00 to 23:59, in quotes'),
  to: time('a time from 00:00 to 24:00, in quotes'),
});

const hoursSchema = Type.Object({
  open: Type.Unknown({ description: 'a list of spans, each with days, from and to' }),
  closed: Type.Optional(Type.Unknown()),
});

/** `{ open: [spans], closed: [days] }`; undefined where the field is left out. */
export function readHours(tree: Tree | undefined, scope: Scope): Hours | undefined {
  if (!tree) return undefined;
  const shape = readShape(hoursSchema, tree, { ...scope, place: tree.place });
  const fields = tree.kind === 'fields' ? tree.fields : new Map<string, { readonly tree: Tree }>();
  const open = readSpans(fields.get('open')?.tree, { ...scope, name: `${scope.name}.open` }) ?? [];
  const closed = fields.get('closed')?.tree;
  if (shape.open !== undefined && open.length === 0)
    scope.findings.mistake(placeOf(tree, 'open'), `${scope.name}.open must be a list of at least one span`);
  return { open, closed: closed ? readClosed(closed, { ...scope, name: `${scope.name}.closed` }) : [] };
}

/** A list of spans; undefined where the field is left out. */
export function readSpans(tree: Tree | undefined, scope: Scope): readonly Span[] | undefined {
  if (!tree) return undefined;
  if (tree.kind !== 'list' || tree.items.length > spanLimit) {
    const text = `${scope.name} must be a list of at most ${spanLimit} spans, for instance [{ days: mo-fr, from: "09:00", to: "18:00" }]`;
    scope.findings.mistake(tree.place, text);
    return [];
  }
  return tree.items.flatMap((item, index) =>
    readSpan(item, { ...scope, name: `${scope.name}[${index + 1}]`, place: item.place }),
  );
}

function readSpan(tree: Tree, scope: Scope): readonly Span[] {
  const shape: Partial<Static<typeof spanSchema>> = readShape(spanSchema, tree, scope);
  const { days, from, to } = shape;
  if (days === undefined || from === undefined || to === undefined) return [];
  const named = daysOf(days);
  if (named === null) {
    const text = `"days" of ${scope.name} must be made of ${weekdays.join(', ')}, not "${clip(days)}"`;
    scope.findings.mistake(placeOf(tree, 'days'), text);
    return [];
  }
  if (from === '24:00') {
    scope.findings.mistake(
      placeOf(tree, 'from'),
      `"from" of ${scope.name} must be before 24:00; write 00:00 of the next day.`,
    );
    return [];
  }
  return [{ days: named, from, to }];
}

/** In the order of the week; `sa-mo` goes over its end. */
function daysOf(text: string): readonly Weekday[] | null {
  const named = new Set<string>();
  const order: readonly string[] = weekdays;
  for (const part of text.split(/, ?/)) {
    const [first = '', last = first] = part.split('-');
    const from = order.indexOf(first);
    const to = order.indexOf(last);
    if (from < 0 || to < 0) return null;
    for (let day = from; ; day = (day + 1) % weekdays.length) {
      named.add(weekdays[day] ?? '');
      if (day === to) break;
    }
  }
  return weekdays.filter((day) => named.has(day));
}

function readClosed(tree: Tree, scope: Scope): readonly string[] {
  if (tree.kind !== 'list' || tree.items.length > closedLimit) {
    scope.findings.mistake(
      tree.place,
      `${scope.name} must be a list of at most ${closedLimit} days, for instance [2026-12-25]`,
    );
    return [];
  }
  return tree.items.flatMap((item) => {
    const text = item.kind === 'leaf' ? item.written : '';
    if (isDay(text)) return [text];
    scope.findings.mistake(
      item.place,
      `${scope.name} must hold days such as 2026-12-25, not "${clip(text)}"`,
    );
    return [];
  });
}
