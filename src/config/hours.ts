// Weekly hours as people write them in the file: a list of `{ days: mo-fr, from: '18:00', to: '22:00' }`. A span that ends
// at or before its beginning goes past midnight.

import { Type } from 'typebox';
import { type Span, type Weekday, weekdays } from '../domain/access/week.ts';
import { placeOf, readShape, type Scope } from './read-shape.ts';
import type { Field } from './read-yaml.ts';

const spanSchema = Type.Object({
  days: Type.String({ description: 'days of the week, for instance mo-fr or sa,su' }),
  from: Type.String({
    pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$',
    description: "a time in quotes, for instance '18:00'",
  }),
  to: Type.String({
    pattern: '^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$',
    description: "a time in quotes, at most '24:00'",
  }),
});

const spanLimit = 50;

/** Every span that can be read; the others are mistakes in the findings. */
export function readHours(field: Field | undefined, scope: Scope): readonly Span[] {
  if (!field) return [];
  const { tree } = field;
  if (tree.kind !== 'list' || tree.items.length === 0 || tree.items.length > spanLimit) {
    const text = `${scope.name} must be a list of 1 to ${spanLimit} spans, each as { days: mo-fr, from: '18:00', to: '22:00' }`;
    scope.findings.mistake(tree.place ?? field.place, text);
    return [];
  }
  return tree.items.flatMap((item, index) => {
    const name = `span ${index + 1} of ${scope.name}`;
    const shape = readShape(spanSchema, item, { ...scope, name, place: item.place });
    const { days: written, from, to } = shape;
    if (written === undefined || from === undefined || to === undefined) return [];
    const days = readDays(written);
    if (days) return [{ days, from, to }];
    const text = `"days" of ${name} must be days of the week, for instance mo-fr or sa,su; they are ${weekdays.join(', ')}`;
    scope.findings.mistake(placeOf(item, 'days'), text);
    return [];
  });
}

/** In the order of the week, each once; null where it cannot be read. `fr-mo` goes over the end of the week. */
function readDays(text: string): readonly Weekday[] | null {
  const found = new Set<Weekday>();
  for (const part of text.toLowerCase().split(',')) {
    const [first = '', last = first, ...more] = part.trim().split('-');
    const [from, to] = [placeInWeek(first), placeInWeek(last)];
    if (from < 0 || to < 0 || more.length > 0) return null;
    const length = ((to - from + 7) % 7) + 1;
    for (let step = 0; step < length; step++) found.add(weekdays[(from + step) % 7] as Weekday);
  }
  return weekdays.filter((day) => found.has(day));
}

const placeInWeek = (word: string): number => weekdays.map(String).indexOf(word.trim());
