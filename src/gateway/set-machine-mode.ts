// What the workshop decides about a machine: its mode, with a note and a picture beside it. Whoever holds it finishes; the
// journal keeps digests, the words and the picture stand where they can be taken away.

import { endForAll } from '../domain/access/end-for-all.ts';
import type { EntryBody } from '../domain/journal/entry.ts';
import type { Mode } from '../domain/machine/activity.ts';
import { machineById } from '../domain/machine/lookup.ts';
import { readPhoto } from '../domain/machine/photo.ts';
import { noteDigestText } from '../domain/usage/note-digest.ts';
import type { Committer } from './commit.ts';
import type { Note, Photos, Secrets } from './ports.ts';
import { unprintable } from './unprintable.ts';

export type SetMachineMode = {
  readonly committer: Committer;
  readonly photos: Photos;
  readonly secrets: Pick<Secrets, 'digest'>;
  readonly newId: () => string;
  /** 16 random bytes, hex. */
  readonly newSalt: () => string;
};

export type ModeWish = {
  readonly machine: string;
  readonly mode: Mode;
  /** A member key, or `admin-token` or `console`. */
  readonly by: string;
  /** Takes the place of the one before; null or blank takes it away. */
  readonly note: string | null;
  /** The same for the picture: JPEG or PNG. */
  readonly photo: Uint8Array | null;
};

export type ModeOutcome =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly code: 'machine-unknown' | 'note-too-long' | 'photo-too-large' | 'photo-unreadable';
    };

/** Characters of a note. */
const noteLimit = 500;

/** Rejects when the disk takes neither picture nor entry; then the mode is as it was. */
export async function setMachineMode(box: SetMachineMode, wish: ModeWish): Promise<ModeOutcome> {
  const { machine, mode, by } = wish;
  const text = wish.note?.trim() ?? '';
  if (!machineById(box.committer.tentative(), machine)) return { ok: false, code: 'machine-unknown' };
  if ([...text].length > noteLimit || unprintable.test(text)) return { ok: false, code: 'note-too-long' };
  const picture = wish.photo === null ? null : readPhoto(wish.photo);
  if (picture && !picture.ok) return picture;
  // On the disk before the entry that names it; one that no entry names is taken away below.
  const photo = picture ? await box.photos.keep(picture.bytes) : null;
  const note: Note | null =
    text === '' ? null : { session: box.newId(), member: by, text: text.toWellFormed(), salt: box.newSalt() };
  const data = {
    machine,
    mode,
    by,
    note: note?.session ?? null,
    noteDigest: note && box.secrets.digest(noteDigestText(note)),
    photo,
  };
  const state = box.committer.tentative();
  const bodies: EntryBody[] = [{ type: 'machine-mode-set', data }];
  if (mode !== 'production')
    bodies.push(...endForAll(state, { machine, cause: 'steward' }, box.committer.stamp()));
  await box.committer.commit(bodies, { people: note ? [{ kind: 'note', note }] : [] });
  const named = [...box.committer.durable().modes.values()].flatMap((one) => one.photo ?? []);
  await box.photos.keepOnly(named);
  return { ok: true };
}
