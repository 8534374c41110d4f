// The text of one profile file, and of the one beside it that it extends → a compiled profile, or every mistake with its
// file and line. A profile with a mistake is not used at all; nothing falls back to another one.

import type { ProfileFile } from '../../contract/profile-file.ts';
import { profileLimits } from '../../contract/profile-words.ts';
import type { Profile } from '../../domain/profile/profile.ts';
import { checkShape } from './check-shape.ts';
import { compileProfile } from './compile-profile.ts';
import { mergeParent } from './merge-parent.ts';
import { type ParsedYaml, type ProfileMistake, parseStrictYaml } from './parse-strict-yaml.ts';
import { trySamples } from './try-samples.ts';

export type ReadProfile =
  | { readonly ok: true; readonly profile: Profile; readonly file: ProfileFile }
  | { readonly ok: false; readonly mistakes: readonly ProfileMistake[] };

type Yaml = { ok: true; yaml: ParsedYaml } | { ok: false; mistakes: readonly ProfileMistake[] };

/**
 * Reads the profile called `id`, which is the name of its file without `.yaml`.
 * @param texts its own text, or by id the texts of its folder, of which it may extend one
 */
export function readProfile(id: string, texts: string | ReadonlyMap<string, string>): ReadProfile {
  const folder = typeof texts === 'string' ? new Map([[id, texts]]) : texts;
  const read = readMerged(id, folder);
  if (!read.ok) return read;
  const { yaml } = read;
  const shaped = checkShape(yaml);
  if (!shaped.ok) return shaped;
  const { file } = shaped;
  const place = ({ path, text: what }: { path: readonly (string | number)[]; text: string }) =>
    yaml.mistakeAt(path, what);
  if (file.id !== id)
    return {
      ok: false,
      mistakes: [place({ path: ['id'], text: `the id must be the name of the file, "${id}"` })],
    };
  const compiled = compileProfile(file);
  if (!compiled.ok) return { ok: false, mistakes: compiled.findings.map(place) };
  const wrong = trySamples(compiled.profile, file.samples);
  return wrong.length > 0
    ? { ok: false, mistakes: wrong.map(place) }
    : { ok: true, profile: compiled.profile, file };
}

/** The file with what it takes from its parent. */
function readMerged(id: string, folder: ReadonlyMap<string, string>): Yaml {
  const child = readYaml(id, folder.get(id) ?? '');
  if (!child.ok) return child;
  const parentId = extendsOf(child.yaml);
  if (parentId === undefined) return child;
  const refuse = (text: string): Yaml => ({ ok: false, mistakes: [child.yaml.mistakeAt(['extends'], text)] });
  if (parentId === id) return refuse('a profile cannot extend itself; name another one');
  const text = typeof parentId === 'string' ? folder.get(parentId) : undefined;
  if (text === undefined)
    return refuse('there is no such profile in this folder; name one by its id, without a path');
  const parent = readYaml(String(parentId), text);
  if (!parent.ok) return parent;
  if (extendsOf(parent.yaml) !== undefined)
    return refuse(`"${parentId}" extends another one itself, and one level is the limit; extend that one`);
  return { ok: true, yaml: mergeParent(child.yaml, parent.yaml) };
}

const extendsOf = ({ value }: ParsedYaml): unknown => (value as { readonly extends?: unknown }).extends;

function readYaml(id: string, text: string): Yaml {
  const file = `${id}.yaml`;
  if (Buffer.byteLength(text) <= profileLimits.fileBytes) return parseStrictYaml({ file, text });
  const what = `the file is longer than ${profileLimits.fileBytes} bytes; shorten it`;
  return { ok: false, mistakes: [{ file, line: 1, column: 1, text: what }] };
}
