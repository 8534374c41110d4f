// What an amount is made of, in words, for the terminal and for a spreadsheet: "1.5 h operating at 8.00; start 1.00".

import { clip } from '../config/read-yaml.ts';
import type { StatementLine } from '../contract/statement.ts';
import { toDecimal } from './to-decimal.ts';

type Component = StatementLine['components'][number];

export const componentsText = (components: readonly Component[], digits: number): string =>
  components.map((component) => one(component, digits)).join('; ');

function one(component: Component, digits: number): string {
  const amount = toDecimal(component.minor, digits);
  const { quantity, rate } = component;
  if (quantity === null || rate === null) return `${words[component.what] ?? component.what} ${amount}`;
  const at = `at ${rateText(rate, digits)}`;
  if (component.what === 'energy') return `${kilowattHours(quantity)} kWh ${at} = ${amount}`;
  if (component.what === 'material') return `${materialText(component)} ${at} = ${amount}`;
  const peak = component.percent === 100 ? '' : ` (${component.percent} %)`;
  return `${hours(quantity)} h ${component.clock ?? ''} ${at}${peak} = ${amount}`;
}

const words: Readonly<Record<string, string>> = {
  correction: 'by hand',
  start: 'start',
  minimum: 'up to the minimum',
  'cap-session': 'beyond the most of a session',
  'cap-day': 'beyond the most of a day',
  'cap-month': 'beyond the most of a month',
  ceiling: 'beyond the ceiling',
  credit: 'taken off after a dispute',
};

/** `82.5 g PLA`; the name was chosen by the workshop. */
const materialText = ({ quantity, material }: Component): string =>
  `${thousandths(quantity ?? 0)} ${material?.unit === 'piece' ? '×' : (material?.unit ?? '')} ${clip(material?.name ?? '')}`;

const thousandths = (amount: number): string => toDecimal(String(amount), 3).replace(/\.?0+$/, '');

/** Four decimals of an hour are a third of a second. */
const hours = (ms: number): string => (ms / 3_600_000).toFixed(4).replace(/\.?0+$/, '');

const kilowattHours = (mwh: number): string => toDecimal(String(mwh), 6).replace(/\.?0+$/, '');

/** A rate may have decimals beyond those of the currency. */
function rateText(rate: string, digits: number): string {
  const [whole = '0', fraction = ''] = rate.split('.');
  const text = toDecimal(whole, digits);
  return fraction === '' ? text : digits === 0 ? `${text}.${fraction}` : `${text}${fraction}`;
}
