// A document as one text without freedom, over which its hash is made: keys in order at every depth, no space (RFC 8785,
// of which a document needs no more than this, since it holds whole numbers, texts, lists and yes or no).

import type { PolicyDocument } from './policy-document.ts';

/** What a file says that says nothing about sharing. */
export const noPolicy: PolicyDocument = { pools: {} };

export const policyText = (document: PolicyDocument): string => canonical(document);

export const samePolicy = (one: PolicyDocument, other: PolicyDocument): boolean =>
  one === other || canonical(one) === canonical(other);

/** As decisions name it. */
export const shortHash = (hash: string): string => hash.slice(0, 12);

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value)
    .filter(([, held]) => held !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, held]) => `${JSON.stringify(key)}:${canonical(held)}`);
  return `{${fields.join(',')}}`;
}
