// What an amount of a statement is made of, in words; nothing where one hour at one price says it all.

import type { Statement, StatementLine } from '../../contract/statement.ts';
import { formatDuration } from '../format.ts';
import { place, words } from '../store.ts';
import { amountOf } from './amount-of.ts';

type Component = StatementLine['components'][number];

export function partsOf(
  { components }: StatementLine,
  statement: Pick<Statement, 'currency' | 'digits'>,
): readonly string[] {
  const [only] = components;
  if (components.length === 0) return [];
  if (components.length === 1 && only?.what === 'time' && only.percent === 100) return [];
  return components.map((component) => partText(component, amountOf(component.minor, statement)));
}

function partText(component: Component, amount: string): string {
  const { what, clock, quantity, percent } = component;
  const { part: say, whens } = words.value.price;
  if (what === 'material') return say.material({ amount: materialText(component), minor: amount });
  if (what === 'energy') return say.energy({ kwh: kwhText(quantity ?? 0), amount });
  if (what === 'time') {
    const [time, when] = [formatDuration(Math.abs(quantity ?? 0)), whens[clock ?? ''] ?? ''];
    return percent === 100 ? say.time({ time, when, amount }) : say.peakTime({ time, when, percent, amount });
  }
  const plain = what as Exclude<keyof typeof say, 'time' | 'peakTime' | 'energy' | 'material'>;
  return Object.hasOwn(say, plain) ? say[plain]({ amount }) : amount;
}

/** Milliwatt-hours as kilowatt-hours, `0.412`. */
const kwhText = (mwh: number): string =>
  (mwh / 1_000_000).toLocaleString(place.value.locale, {
    minimumFractionDigits: 3,
    maximumFractionDigits: 3,
  });

/** `82.5 g PLA`, with the separators of the language. */
function materialText({ quantity, material }: Component): string {
  const { materials: say } = words.value;
  const size = ((quantity ?? 0) / 1000).toLocaleString(place.value.locale);
  const unit = material === undefined ? '' : (words.value.price.units[material.unit] ?? material.unit);
  return say.of({ amount: `${size}\u00a0${unit}`, name: material?.name ?? '' });
}
