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

/** The ids of the profiles that can send a permission to run, told by their text alone: compiling them takes far longer. */
export async function enablingProfiles(folder: URL = profileFolder): Promise<string[]> {
  const texts = await readTexts(folder, await profileIds(folder));
  const parentText = (text: string) => texts.get(parentOf(text) ?? '') ?? '';
  const enables = (text: string) => /^enable:/m.test(text) || /^enable:/m.test(parentText(text));
  return [...texts].filter(([, text]) => enables(text) && !isDraft(text)).map(([id]) => id);
}

/**
 * The profiles of a folder, and the mistakes of those that are left out.
 * @param wanted ids to read; null for all. Each takes some megabytes once its patterns are compiled and tried
 */
export async function loadProfiles(
  folder: URL = profileFolder,
  wanted: ReadonlySet<string> | null = null,
): Promise<LoadedProfiles> {
  const there = await profileIds(folder);
  const ids = there.filter((id) => wanted === null || wanted.has(id));
  const texts = await readTexts(folder, ids);
  const parents = new Set([...texts.values()].flatMap((text) => parentOf(text) ?? []));
  const missing = there.filter((id) => parents.has(id) && !texts.has(id));
  for (const [id, text] of await readTexts(folder, missing)) texts.set(id, text);
  const profiles = new Map<string, Profile>();
  const mistakes: string[] = [];
  for (const id of ids) {
    const read = readProfile(id, texts);
    if (read.ok) profiles.set(id, read.profile);
    else
      mistakes.push(
        ...read.mistakes.map(
          ({ file, line, column, text }) => `${file}, line ${line}, column ${column}: ${text}`,
        ),
      );
  }
  return { profiles, mistakes };
}

/** The mistakes of the profiles with these ids, and the drafts among them. */
export async function judgeProfiles(ids: ReadonlySet<string>, folder: URL = profileFolder) {
  const { profiles, mistakes } = await loadProfiles(folder, ids);
  const drafts = [...profiles.values()].filter(({ maturity }) => maturity === 'draft');
  return { mistakes, drafts: new Set(drafts.map(({ id }) => id)) };
}

/** Of a file that is too long, just enough to be refused. */
async function readTexts(folder: URL, ids: readonly string[]): Promise<Map<string, string>> {
  const texts = ids.map(async (id): Promise<[string, string]> => {
    const file = new URL(`${id}.yaml`, folder);
    const isLong = (await stat(file)).size > profileLimits.fileBytes;
    return [id, isLong ? '#'.repeat(profileLimits.fileBytes + 1) : await readFile(file, 'utf8')];
  });
  return new Map(await Promise.all(texts));
}

/** The id after `extends`; whether it may stand there is for the reading of the file to say. */
const parentOf = (text: string): string | undefined => /^extends: *["']?([a-z0-9.-]{1,64})/m.exec(text)?.[1];

const isDraft = (text: string): boolean => /^maturity: *["']?draft/m.test(text);
