// Follows the notes through the entries, to compare the table of notes with them: a note that was made stands there with
// its digest until the member is erased, and no other may.

import { hash } from 'node:crypto';
import { noteDigestText } from '../../domain/usage/note-digest.ts';
import type { Note } from '../../gateway/ports.ts';

export type NoteTrail = {
  see(entry: { readonly seq: number; readonly type: string; readonly data: unknown }): void;
  /**
   * The first entry, by its seq, that the table contradicts; seq 0 for a note of which no entry tells.
   * @param erased whom a restore has taken out of the table, before an entry says so
   */
  firstBad(notes: readonly Note[], erased: readonly string[]): Bad | null;
};

/** What has notes: how its entry calls its id, and the member with whom the note goes. */
const noted: ReadonlyMap<string, readonly [id: string, member: string]> = new Map([
  ['usage-entered', ['session', 'member']],
  ['charge-corrected', ['correction', 'member']],
  ['problem-reported', ['problem', 'by']],
  ['care-noted', ['care', 'by']],
  ['machine-mode-set', ['note', 'by']],
  ['proposal-opened', ['proposal', 'by']],
  ['proposal-commented', ['comment', 'by']],
  ['dispute-opened', ['dispute', 'member']],
  ['dispute-settled', ['answer', 'member']],
]);

type Bad = { readonly seq: number; readonly reason: string };

/** The entry that made the note, or the one that erased its member. */
type Trace = { readonly seq: number; readonly digest: string | null };

export function noteTrail(): NoteTrail {
  const traces = new Map<string, Trace>();
  /** Member → the ids of what has a note that goes with them. */
  const ofMember = new Map<string, string[]>();
  const forget = (member: string, seq: number): void => {
    for (const made of ofMember.get(member) ?? []) traces.set(made, { seq, digest: null });
    ofMember.delete(member);
  };
  return {
    see({ seq, type, data }) {
      const names = noted.get(type);
      if (!names && type !== 'member-erased') return;
      const { session, member, noteDigest } = readData(data, names ?? ['session', 'member']);
      if (type === 'member-erased') {
        forget(member, seq);
      } else if (noteDigest !== null) {
        traces.set(session, { seq, digest: noteDigest });
        const made = ofMember.get(member) ?? [];
        made.push(session);
        ofMember.set(member, made);
      }
    },
    firstBad(notes, erased) {
      for (const member of erased) forget(member, 0);
      const bad = [...strangers(notes, traces), ...contradictions(notes, traces)];
      return bad.sort((one, other) => one.seq - other.seq)[0] ?? null;
    },
  };
}

function* strangers(notes: readonly Note[], traces: ReadonlyMap<string, Trace>): Generator<Bad> {
  for (const { session } of notes) {
    if (!traces.has(session)) yield { seq: 0, reason: `no entry tells of the note beside ${session}` };
  }
}

function* contradictions(notes: readonly Note[], traces: ReadonlyMap<string, Trace>): Generator<Bad> {
  const noteOf = new Map(notes.map((note) => [note.session, note]));
  for (const [session, { seq, digest }] of traces) {
    const note = noteOf.get(session);
    if (digest === null) {
      if (note)
        yield { seq, reason: `it erases member ${note.member}, whose note beside ${session} is there` };
    } else if (!note) {
      yield { seq, reason: `its note is gone, and the member whom it is about was never erased` };
    } else if (hash('sha256', noteDigestText(note), 'hex') !== digest) {
      yield { seq, reason: 'its digest of the note is not the digest of the row in the table of notes' };
    }
  }
}

/** An entry whose hash holds may still be of a newer version: then there is nothing here to compare. */
function readData(
  data: unknown,
  [id, of]: readonly [string, string],
): { session: string; member: string; noteDigest: string | null } {
  const text = (name: string): string | null => {
    const value: unknown = typeof data === 'object' && data !== null ? Reflect.get(data, name) : null;
    return typeof value === 'string' ? value : null;
  };
  return { session: text(id) ?? '', member: text(of) ?? '', noteDigest: text('noteDigest') };
}
