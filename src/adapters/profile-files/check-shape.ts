// The schema's findings on a profile file, in sentences with a place: unknown keys and words get the nearest right one.

import { Errors } from 'typebox/value';
import { type ProfileFile, profileFileSchema } from '../../contract/profile-file.ts';
import { activities } from '../../domain/machine/activity.ts';
import { readingUnits } from '../../domain/machine/reading.ts';
import { clueNames } from '../../domain/profile/clue.ts';
import { families } from '../../domain/profile/family.ts';
import type { ParsedYaml, Path, ProfileMistake } from './parse-strict-yaml.ts';

/** The schema with the words of the domain: for checking here, and for editors as `profile.schema.json`. */
const profileSchema = profileFileSchema({
  activities,
  readings: Object.keys(readingUnits),
  families: [...families.keys()],
  clues: clueNames,
});

/** For editors. A file that extends another one may leave out what stands there. */
export const editorSchema = () => {
  const { required, ...schema } = { ...profileSchema };
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    ...schema,
    required: ['schema', 'id', 'title', 'maturity', 'samples', 'caveats'],
    if: { required: ['extends'] },
    else: { required },
  };
};

/** The file when its shape is right, else its mistakes; the checker stops after the first few. */
export function checkShape(
  yaml: ParsedYaml,
): { ok: true; file: ProfileFile } | { ok: false; mistakes: readonly ProfileMistake[] } {
  const mistakes: ProfileMistake[] = [];
  const findings = [...Errors(profileSchema, yaml.value)];
  for (const finding of findings) {
    const path = pathOf(finding.instancePath);
    const known = keysAt(path);
    if (finding.keyword === 'additionalProperties') {
      for (const key of finding.params.additionalProperties) {
        mistakes.push(
          yaml.mistakeAt([...path, key], `"${key}" is not known here${nearest(key, known)}`, 'key'),
        );
      }
    } else if (finding.keyword === 'required') {
      for (const key of finding.params.requiredProperties) {
        mistakes.push(yaml.mistakeAt(path, `"${key}" is missing; add it to ${name(path)}`));
      }
    } else if (finding.keyword === 'enum') {
      const words = finding.params.allowedValues.map(String);
      mistakes.push(
        yaml.mistakeAt(
          path,
          `${name(path)} has a word that is not known${nearest(valueAt(yaml.value, path), words)}`,
        ),
      );
    } else if (finding.keyword !== 'boolean' && finding.keyword !== 'anyOf') {
      mistakes.push(yaml.mistakeAt(path, `${name(path)} ${finding.message}; correct it or see the README`));
    }
  }
  if (findings.length > 0 && mistakes.length === 0)
    mistakes.push(yaml.mistakeAt([], 'the file does not fit the schema'));
  return mistakes.length > 0 ? { ok: false, mistakes } : { ok: true, file: yaml.value as ProfileFile };
}

const pathOf = (pointer: string): Path =>
  pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));

const name = (path: Path) => (path.length === 0 ? 'the file' : `"${path.join('.')}"`);

function valueAt(value: unknown, path: Path): string {
  let found = value;
  for (const step of path) found = (found as Record<string | number, unknown> | null)?.[step];
  return String(found);
}

/** The keys that the schema knows at a path; empty where it lists none. */
function keysAt(path: Path): readonly string[] {
  let schema: SchemaNode | undefined = profileSchema as SchemaNode;
  for (const step of path) {
    schema = typeof step === 'number' && schema?.items ? schema.items : schema?.properties?.[step];
  }
  return Object.keys(schema?.properties ?? {});
}

type SchemaNode = { readonly properties?: Readonly<Record<string, SchemaNode>>; readonly items?: SchemaNode };

/** `; did you mean …?` for the nearest of the words, at most two or a third of its letters away. */
function nearest(word: string, words: readonly string[]): string {
  let best: string | null = null;
  let least = Math.max(2, Math.floor(word.length / 3)) + 1;
  for (const each of words) {
    const distance = editDistance(word.slice(0, 64), each);
    if (distance < least) [best, least] = [each, distance];
  }
  if (best !== null) return `; did you mean "${best}"?`;
  return words.length > 0 ? `; known are ${words.join(', ')}` : '';
}

/** How many letters must be put in, taken out or changed. */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (let i = 1; i <= from.length; i++) {
    const next = [i];
    for (let j = 1; j <= to.length; j++) {
      const change = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
