// A policy document from a YAML or JSON text, checked against the shape of a document; every mistake with its line.

import { Compile } from 'typebox/schema';
import { ReplayDocument } from '../contract/replay-document.ts';
import { createFindings, formatMistake, type Place } from './findings.ts';
import { clip, readYaml, type Tree } from './read-yaml.ts';

export type PolicyText =
  | { readonly ok: true; readonly document: ReplayDocument }
  /** Sentences, with their lines. */
  | { readonly ok: false; readonly mistakes: readonly string[] };

/** @param file named in the sentences */
export function readPolicyText(text: string, file: string): PolicyText {
  const findings = createFindings();
  const tree = readYaml(text, findings);
  const value = tree && plain(tree);
  const check = Compile(ReplayDocument);
  if (tree && check.Check(value)) return { ok: true, document: value };
  if (tree) {
    const [, errors] = check.Errors(value);
    for (const { instancePath, message, keyword } of errors) {
      // Each key that is not known is told by itself.
      if (keyword === 'additionalProperties') continue;
      const path = instancePath.split('/').slice(1);
      const name = path.length === 0 ? 'The document' : clip(path.join('.'), 80);
      findings.mistake(
        placeOf(tree, path),
        `${name} ${keyword === 'boolean' ? 'is not known here' : message}; README.md tells what a policy may say.`,
      );
    }
  }
  return { ok: false, mistakes: findings.mistakes().map((one) => formatMistake(file, one)) };
}

/** Keys are copied as own properties, whatever they are called. */
function plain(tree: Tree): unknown {
  if (tree.kind === 'leaf') return tree.value;
  if (tree.kind === 'list') return tree.items.map(plain);
  return Object.fromEntries([...tree.fields].map(([key, field]) => [key, plain(field.tree)]));
}

/** Of the value at that path, or of the innermost group that there is on the way. */
function placeOf(tree: Tree, [first, ...rest]: readonly string[]): Place {
  if (first === undefined) return tree.place;
  const next =
    tree.kind === 'fields'
      ? tree.fields.get(first)?.tree
      : tree.kind === 'list'
        ? tree.items[Number(first)]
        : undefined;
  return next ? placeOf(next, rest) : tree.place;
}
