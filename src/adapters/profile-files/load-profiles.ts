// Finds and reads the firmware profiles that the program ships with. A file that cannot be read or has a mistake is
// reported and left out; the others are used.

import { readdir, readFile, stat } from 'node:fs/promises';
import { profileLimits } from '../../contract/profile-words.ts';
import type { Profile } from '../../domain/profile/profile.ts';
import { readProfile } from './read-profile.ts';

export type LoadedProfiles = {
  readonly profiles: ReadonlyMap<string, Profile>;
  /** One sentence each: file, line, what is wrong and what to do. */
  readonly mistakes: readonly string[];
};

/** Where the profiles of this program are. */
export const profileFolder: URL = new URL('../../../firmware-profiles/', import.meta.url);

/** A file name that is a profile. */
const profileName = /^([a-z0-9.-]{1,64})\.yaml$/;
/** At most so many files are read. */
const profileCountLimit = 256;

/** The ids of the profiles in a folder, in order, without reading them. */
export async function profileIds(folder: URL = profileFolder): Promise<string[]> {
  const names = await readdir(folder);
  const ids = names.flatMap((name) => profileName.exec(name)?.[1] ?? []);
  return ids.toSorted().slice(0, profileCountLimit);
}

/** The ids of the profiles with a section `enable`, told by their text alone: compiling them takes far longer. */
export async function enablingProfiles(folder: URL = profileFolder): Promise<string[]> {
  const ids = await profileIds(folder);
  const texts = await Promise.all(
    ids.map(async (id) => {
      const file = new URL(`${id}.yaml`, folder);
      return (await stat(file)).size > profileLimits.fileBytes ? '' : readFile(file, 'utf8');
    }),
  );
  return ids.filter((_, index) => /^enable:/m.test(texts[index] ?? ''));
}

/**
 * The profiles of a folder, and the mistakes of those that are left out.
 * @param wanted ids to read; null for all. Each takes some megabytes once its patterns are compiled and tried
 */
export async function loadProfiles(
  folder: URL = profileFolder,
  wanted: ReadonlySet<string> | null = null,
): Promise<LoadedProfiles> {
  const profiles = new Map<string, Profile>();
  const mistakes: string[] = [];
  for (const id of await profileIds(folder)) {
    if (wanted !== null && !wanted.has(id)) continue;
    const file = new URL(`${id}.yaml`, folder);
    if ((await stat(file)).size > profileLimits.fileBytes) {
      mistakes.push(`${id}.yaml is longer than ${profileLimits.fileBytes} bytes; shorten it`);
      continue;
    }
    const read = readProfile(id, await readFile(file, 'utf8'));
    if (read.ok) profiles.set(id, read.profile);
    else
      mistakes.push(
        ...read.mistakes.map(
          ({ line, column, text }) => `${id}.yaml, line ${line}, column ${column}: ${text}`,
        ),
      );
  }
  return { profiles, mistakes };
}
