// Adds one tariff at the end of the list in `officina.yaml`, as a person would type it: whatever stands there stays as it is, to the
// byte. What is added is indented below its dash, so that nothing of it can become another part of the file.

import { isMap, isSeq, parseDocument } from 'yaml';

/** From 1, as it stands in the file then. */
type AddedLine = { readonly line: number; readonly text: string };

export type TariffAdded =
  | { readonly ok: true; readonly text: string; readonly lines: readonly AddedLine[] }
  | { readonly ok: false; readonly text: string };

/** @param tariff a mapping, one key a line */
export function addTariff(before: string, tariff: string): TariffAdded {
  // Control characters, and what some readers of YAML take for an end of the line.
  if (/[^\P{Cc}\n]|[\u2028\u2029\ufeff]/u.test(tariff))
    return no('A tariff is plain text without control characters.');
  const read = parseDocument(tariff, { version: '1.2', schema: 'core' });
  if (read.errors.length > 0 || !isMap(read.contents))
    return no('A tariff is a list of keys, one a line, beginning with "pool:".');
  const lines = tariff.split('\n').filter((line) => line.trim() !== '');
  const document = parseDocument(before, { version: '1.2', schema: 'core' });
  const list = isMap(document.contents) ? document.contents.get('tariffs', true) : undefined;
  const eol = /\r?\n/.exec(before)?.[0] ?? '\n';
  const indented = (indent: number): string[] =>
    lines.map((line, index) => `${' '.repeat(indent)}${index === 0 ? '- ' : '  '}${line}`);
  if (list === undefined) {
    const gap = before === '' || before.endsWith('\n') ? '' : eol;
    const added = ['tariffs:', ...indented(2)];
    return put(before, { offset: before.length, gap, added, eol });
  }
  if (!isSeq(list) || list.flow || !list.range || list.items.length === 0)
    return no(
      'Write "tariffs:" of officina.yaml as a list with one "- pool:" for each tariff, then try again.',
    );
  const start = list.range[0];
  const indent = start - (before.lastIndexOf('\n', start - 1) + 1);
  const last = list.items.at(-1) as { readonly range?: readonly [number, number, number] | null };
  const end = last.range?.[1] ?? list.range[1];
  // Behind the line of the last character, with the comment on it.
  const at = before[end - 1] === '\n' ? end : before.indexOf('\n', end) + 1 || before.length;
  const gap = before[at - 1] === '\n' ? '' : eol;
  return put(before, { offset: at, gap, added: indented(indent), eol });
}

type Put = {
  readonly offset: number;
  readonly gap: string;
  readonly added: readonly string[];
  readonly eol: string;
};

function put(before: string, { offset, gap, added, eol }: Put): TariffAdded {
  const text = `${before.slice(0, offset)}${gap}${added.join(eol)}${eol}${before.slice(offset)}`;
  const first = before.slice(0, offset).split('\n').length + (gap === '' ? 0 : 1);
  return { ok: true, text, lines: added.map((one, index) => ({ line: first + index, text: one })) };
}

const no = (text: string): TariffAdded => ({ ok: false, text });
