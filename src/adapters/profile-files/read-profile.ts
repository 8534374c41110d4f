// The text of one profile file → a compiled profile, or every mistake with its line. A profile with a mistake is not
// used at all; nothing falls back to another one.

import type { ProfileFile } from '../../contract/profile-file.ts';
import { profileLimits } from '../../contract/profile-words.ts';
import type { Profile } from '../../domain/profile/profile.ts';
import { checkShape } from './check-shape.ts';
import { compileProfile } from './compile-profile.ts';
import { type ProfileMistake, parseStrictYaml } from './parse-strict-yaml.ts';
import { trySamples } from './try-samples.ts';

export type ReadProfile =
  | { readonly ok: true; readonly profile: Profile; readonly file: ProfileFile }
  | { readonly ok: false; readonly mistakes: readonly ProfileMistake[] };

/** Reads the profile called `id`, which is the name of its file without `.yaml`. */
export function readProfile(id: string, text: string): ReadProfile {
  if (Buffer.byteLength(text) > profileLimits.fileBytes) {
    return {
      ok: false,
      mistakes: [
        { line: 1, column: 1, text: `the file is longer than ${profileLimits.fileBytes} bytes; shorten it` },
      ],
    };
  }
  const parsed = parseStrictYaml(text);
  if (!parsed.ok) return parsed;
  const shaped = checkShape(parsed.yaml);
  if (!shaped.ok) return shaped;
  const { file } = shaped;
  const place = ({ path, text: what }: { path: readonly (string | number)[]; text: string }) =>
    parsed.yaml.mistakeAt(path, what);
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
