// The numbers of a policy as fields, and the document that the typed ones give. Only numbers that are there can be typed over:
// nothing is added to a document here, and nothing goes from it.

import type { PolicyRead } from '../../contract/policy.ts';
import type { ProposalRequest } from '../../contract/proposals.ts';

type Document = ProposalRequest['document'];

export type DocumentNumber = { readonly path: readonly string[]; readonly value: number };

/** In the order of the document. */
export function numbersIn(document: PolicyRead): readonly DocumentNumber[] {
  const found: DocumentNumber[] = [];
  const walk = (value: unknown, path: readonly string[]): void => {
    if (typeof value === 'number') found.push({ path, value });
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
    for (const [name, held] of Object.entries(value)) walk(held, [...path, name]);
  };
  walk(document, []);
  return found;
}

/**
 * Null where nothing is changed, or something is no whole number.
 * @param typed by path, its names joined by slashes
 */
export function withNumbers(document: PolicyRead, typed: ReadonlyMap<string, string>): Document | null {
  const numbers = numbersIn(document);
  const texts = numbers.map(({ path, value }) => typed.get(path.join('/')) ?? String(value));
  if (texts.some((text) => !/^\d{1,6}$/.test(text))) return null;
  if (numbers.every(({ value }, i) => Number(texts[i]) === value)) return null;
  const walk = (value: unknown, path: readonly string[]): unknown => {
    if (typeof value === 'number') return Number(typed.get(path.join('/')) ?? value);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, held]) => [name, walk(held, [...path, name])]),
    );
  };
  return walk(document, []) as Document;
}
