// Puts what the environment holds in the place of `${NAME}` in every text of a tree. A missing one is a mistake that
// names the key and the variable, never a value; what was written stays as it was.

import type { Findings } from './findings.ts';
import { clip, type Field, type Tree } from './read-yaml.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

export function fillFromEnvironment(tree: Tree, env: Environment, findings: Findings): Tree {
  return fill(tree, { env, findings, key: '' });
}

type Filling = { readonly env: Environment; readonly findings: Findings; readonly key: string };

function fill(tree: Tree, filling: Filling): Tree {
  if (tree.kind === 'list') return { ...tree, items: tree.items.map((item) => fill(item, filling)) };
  if (tree.kind === 'fields') {
    const fields = new Map<string, Field>();
    for (const [key, field] of tree.fields) {
      const inner = { ...filling, key: filling.key === '' ? key : `${filling.key}.${key}` };
      fields.set(key, { ...field, tree: fill(field.tree, inner) });
    }
    return { ...tree, fields };
  }
  if (typeof tree.value !== 'string') return tree;
  const value = tree.value.replace(/\$\{([A-Za-z_][A-Za-z0-9_]{0,63})\}/g, (written, name: string) => {
    const found = Object.hasOwn(filling.env, name) ? filling.env[name] : undefined;
    if (found !== undefined && found !== '') return found;
    const text = `"${clip(filling.key, 120)}" wants ${name} from the environment, and it is not set there; set it before the start.`;
    filling.findings.mistake(tree.place, text);
    return written;
  });
  return { ...tree, value };
}
