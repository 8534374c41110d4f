// A policy document as the one text over which its hash is made, and what follows from that: which two are the same.

import { canonicalText } from '../canonical-text.ts';
import type { PolicyDocument } from './policy-document.ts';

/** What a file says that says nothing about sharing. */
export const noPolicy: PolicyDocument = { pools: {} };

export const policyText = (document: PolicyDocument): string => canonicalText(document);

export const samePolicy = (one: PolicyDocument, other: PolicyDocument): boolean =>
  one === other || canonicalText(one) === canonicalText(other);

/** As decisions name it. */
export const shortHash = (hash: string): string => hash.slice(0, 12);
