// Hands the sentences of `words/*/*.ts` to the browser already parsed, so that no parser travels with them. A sentence that
// is no ICU message fails the build, by file and key.

import { IntlMessageFormat } from 'intl-messageformat';
import { type Plugin, parseAst } from 'vite';

/** What to replace: where the literal of an `icu(…)` stands, the sentence, and the names that lead to it. */
type Found = {
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly key: string;
};

/** The Vite plugin that parses what stands in `icu(…)`, and leaves the parser of the library out. */
export function parsedMessages(): Plugin {
  return {
    name: 'officina-messages',
    enforce: 'pre',
    config: () => ({
      resolve: { alias: [{ find: /^@formatjs\/icu-messageformat-parser$/, replacement: noParser }] },
    }),
    transform: {
      filter: { id: /\/words\/[a-z]{2}\/[a-z-]+\.ts(\?board)?$/ },
      handler: (code, id) => ({ code: withParsed(code, id), map: null }),
    },
  };
}

const noParser = '@formatjs/icu-messageformat-parser/no-parser.js';

/** The module with its sentences parsed. */
export function withParsed(code: string, file: string): string {
  const found = messagesIn(parseAst(code, { lang: 'ts' }, file), '');
  return found.reduceRight((text, { start, end, message, key }) => {
    const parsed = parsedOf(message, `${key} in ${file}`);
    return text.slice(0, start) + JSON.stringify(parsed) + text.slice(end);
  }, code);
}

function parsedOf(message: string, where: string): unknown {
  try {
    return new IntlMessageFormat(message, 'en', undefined, { ignoreTag: true }).getAst();
  } catch (cause) {
    throw new Error(`The sentence ${where} is no ICU message: ${message}. Mend its braces.`, { cause });
  }
}

/** As much of a node of the syntax tree as is looked at. */
type Node = {
  readonly type?: unknown;
  readonly name?: unknown;
  readonly value?: unknown;
  readonly key?: Node;
  readonly id?: Node;
  readonly callee?: Node;
  readonly arguments?: readonly Node[];
  readonly start?: number;
  readonly end?: number;
};

/** In the order in which they stand. */
function messagesIn(tree: unknown, key: string): readonly Found[] {
  if (Array.isArray(tree)) return tree.flatMap((one) => messagesIn(one, key));
  if (typeof tree !== 'object' || tree === null) return [];
  const node: Node = tree;
  if (node.type === 'CallExpression' && node.callee?.name === 'icu') return [foundOf(node, key)];
  const named =
    node.type === 'Property' ? node.key : node.type === 'VariableDeclarator' ? node.id : undefined;
  const inner = [key, named?.name ?? named?.value].filter(Boolean).join('.');
  return Object.values(node).flatMap((one) => messagesIn(one, inner));
}

function foundOf({ arguments: [first] = [] }: Node, key: string): Found {
  if (first?.start === undefined || first.end === undefined || typeof first.value !== 'string')
    throw new Error(`The sentence ${key} is not written out: give icu() one text in quotes.`);
  return { start: first.start, end: first.end, message: first.value, key };
}
