// All that is kept of one member, as one JSON document in pieces: who they are, what they wrote, every entry about them, and what is
// not kept. Secrets are named, never told; of others there is nothing in it.

import { type AboutMember, createAboutMember } from '../domain/journal/about-member.ts';
import type { KeptFrom } from './kept-from.ts';
import type { Person } from './ports.ts';

export type MemberProfile = {
  readonly member: string;
  readonly handle: string;
  readonly name: string;
  readonly email: string | null;
  /** Kept as a hash that nobody can turn back. */
  readonly password: boolean;
  readonly pin: boolean;
  /** Their public keys alone are kept; they prove nothing. */
  readonly passkeys: readonly {
    readonly name: string;
    readonly addedAtMs: number;
    readonly usedAtMs: number | null;
  }[];
  /** Where they are told of what happens; left out: nowhere. */
  readonly push?: string;
  readonly badges: readonly { readonly tail: string; readonly from: string; readonly lost: boolean }[];
};

export type MemberWords = { readonly about: string; readonly text: string };

/** Null where nobody has this key, or they were erased. */
export async function memberProfile(
  { journal }: Pick<KeptFrom, 'journal'>,
  member: string,
): Promise<MemberProfile | null> {
  const person = (await journal.people()).find((one) => one.member === member);
  if (!person) return null;
  const own = (await journal.passkeys()).filter((one) => one.member === member);
  const passkeys = own.map(({ name, addedAtMs, usedAtMs }) => ({ name, addedAtMs, usedAtMs }));
  return { ...profileOf(person), passkeys };
}

function profileOf({ member, handle, name, email, ...person }: Person): Omit<MemberProfile, 'passkeys'> {
  const badge = (lost: boolean) => (one: Person['badges'][number]) => ({
    tail: one.tail,
    from: one.from,
    lost,
  });
  const badges = [...person.badges.map(badge(false)), ...person.lost.map(badge(true))];
  const secrets = { password: person.password !== null, pin: person.pin !== null };
  const push = person.push === undefined ? {} : { push: person.push };
  return { member, handle, name, email, ...secrets, ...push, badges };
}

/** What goes with them: what they wrote, and what was written to them. */
export async function memberWords(
  { journal }: Pick<KeptFrom, 'journal'>,
  member: string,
): Promise<readonly MemberWords[]> {
  const notes = await journal.notes();
  return notes
    .filter((note) => note.member === member)
    .map(({ session, text }) => ({ about: session, text }));
}

/** A page of the journal at a time. */
export async function* memberEntries(
  { journal }: Pick<KeptFrom, 'journal'>,
  member: string,
): AsyncGenerator<readonly AboutMember[]> {
  const about = createAboutMember(member);
  for await (const page of journal.read(0)) yield page.flatMap((entry) => about(entry) ?? []);
}

/** What is kept of nobody, or of nobody in person: said, so that nobody has to guess. */
export const notKept: readonly string[] = [
  'Who looked at your use or your statement is not written down.',
  'Readings of machines are kept by machine, without who used it.',
  'Refused taps, and who came and went when, are forgotten after the days that the space has set; what is left of them names nobody.',
  'Cards that nobody holds are not recorded in any form.',
  'Where an entry names somebody else, they are left out of this copy.',
];

/** Pieces of one JSON document; the profile is that of the same member. */
export async function* memberDataJson(kept: KeptFrom, profile: MemberProfile): AsyncGenerator<string> {
  const words = await memberWords(kept, profile.member);
  const head = JSON.stringify({ format: 'officina-member-1', profile, words, notKept });
  yield `${head.slice(0, -1)},"entries":[`;
  let isFirst = true;
  for await (const entries of memberEntries(kept, profile.member)) {
    if (entries.length === 0) continue;
    yield `${isFirst ? '' : ','}\n${entries.map((entry) => JSON.stringify(entry)).join(',\n')}`;
    isFirst = false;
  }
  yield '\n]}\n';
}
