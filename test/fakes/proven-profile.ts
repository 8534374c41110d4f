// A profile as it will be once it is proven: a draft sends no intent, and how it will end access is tried all the same.

import { readFileSync } from 'node:fs';
import { profileFolder, profileIds } from '../../src/adapters/profile-files/load-profiles.ts';
import { readProfile } from '../../src/adapters/profile-files/read-profile.ts';
import type { Profile } from '../../src/domain/profile/profile.ts';

/** With its `sessionEnd`, where it has one written. */
export async function provenProfile(id: string): Promise<Profile> {
  const ids = await profileIds();
  const texts = new Map(ids.map((one) => [one, readFileSync(new URL(`${one}.yaml`, profileFolder), 'utf8')]));
  const text = texts.get(id) ?? '';
  if (/^ {2}sessionEnd:/m.test(text)) texts.set(id, text.replace(/^maturity: draft$/m, 'maturity: proven'));
  const read = readProfile(id, texts);
  if (!read.ok) throw new Error(read.mistakes.map((mistake) => mistake.text).join('\n'));
  return read.profile;
}
