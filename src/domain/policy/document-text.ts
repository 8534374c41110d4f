// The canonical JSON (RFC 8785) of a policy document: what its hash is taken over. A document holds texts, whole numbers and
// yes or no, for which the names in order are all that the standard asks beyond `JSON.stringify`.

import type { PolicyDocument } from './policy-document.ts';

export const documentText = (document: PolicyDocument): string => text(document);

function text(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(text).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const parts = Object.entries(value)
    .filter(([, held]) => held !== undefined)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, held]) => `${JSON.stringify(name)}:${text(held)}`);
  return `{${parts.join(',')}}`;
}
