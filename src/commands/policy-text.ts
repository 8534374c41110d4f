// A policy as lines for a terminal: its sentences by pool, or beside each other where two policies differ.

import type { Workshop } from '../domain/machine/workshop.ts';
import type { PolicyDocument } from '../domain/policy/policy-document.ts';
import { type PolicySentence, policySentences } from '../domain/policy/policy-sentences.ts';
import type { Texts } from '../gateway/ports.ts';

type Saying = { readonly workshop: Workshop; readonly texts: Texts };

export function documentLines(document: PolicyDocument, { workshop, texts }: Saying): readonly string[] {
  const sentences = policySentences(document, workshop);
  return poolsOf(sentences).flatMap((pool) => [
    '',
    titleOf(pool),
    ...sentences.filter((one) => one.pool === pool).map(({ code, values }) => `  ${texts.say(code, values)}`),
  ]);
}

type Change = { readonly before: PolicyDocument; readonly after: PolicyDocument };

/** `-` is what would not hold any more, `+` what would hold instead; what stays is left out. */
export function changeLines({ before, after }: Change, { workshop, texts }: Saying): readonly string[] {
  const say = (one: PolicySentence): string => texts.say(one.code, one.values);
  const [old, fresh] = [policySentences(before, workshop), policySentences(after, workshop)];
  const [oldTexts, freshTexts] = [old.map(keyOf), fresh.map(keyOf)].map((keys) => new Set(keys));
  const lines = poolsOf([...fresh, ...old]).flatMap((pool) => {
    const gone = old.filter((one) => one.pool === pool && !freshTexts?.has(keyOf(one)));
    const come = fresh.filter((one) => one.pool === pool && !oldTexts?.has(keyOf(one)));
    const codes = [...new Set([...come, ...gone].map(({ code }) => code))];
    // What says the same thing otherwise stands together.
    const pairs = codes.flatMap((code) => [
      ...gone.filter((one) => one.code === code).map((one) => `  - ${say(one)}`),
      ...come.filter((one) => one.code === code).map((one) => `  + ${say(one)}`),
    ]);
    return pairs.length === 0 ? [] : ['', titleOf(pool), ...pairs];
  });
  return lines.length === 0 ? ['It changes nothing.'] : lines;
}

const keyOf = (one: PolicySentence): string => JSON.stringify(one);

const poolsOf = (sentences: readonly PolicySentence[]): readonly (string | null)[] => [
  ...new Set(sentences.map(({ pool }) => pool)),
];

const titleOf = (pool: string | null): string => (pool === null ? 'all machines' : pool);
