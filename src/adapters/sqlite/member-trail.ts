// Follows the members through the entries, to compare the people table with them: whoever was recorded and not erased
// since must stand there with the digest of the newest record, and nobody else may.

import { hash } from 'node:crypto';
import { personDigestText } from '../../domain/access/person-digest.ts';
import type { Person } from '../../gateway/ports.ts';

export type MemberTrail = {
  see(entry: { readonly seq: number; readonly type: string; readonly data: unknown }): void;
  /**
   * The first entry, by its seq, that the people table contradicts; seq 0 for a person whom no entry records.
   * @param erased whom a restore has taken out of the table, before an entry says so
   */
  firstBad(
    people: readonly Person[],
    erased: readonly string[],
  ): { readonly seq: number; readonly reason: string } | null;
};

/** The newest entry about a member; the digest is null once erased. One per member, so as many as the people. */
type Trace = { readonly seq: number; readonly digest: string | null };

export function memberTrail(): MemberTrail {
  const traces = new Map<string, Trace>();
  return {
    see({ seq, type, data }) {
      if (type !== 'member-recorded' && type !== 'member-erased') return;
      const { member, digest } = readMember(data);
      if (member === null) return;
      traces.set(member, { seq, digest: type === 'member-recorded' ? digest : null });
    },
    firstBad(people, erased) {
      for (const member of erased) {
        const trace = traces.get(member);
        if (trace) traces.set(member, { ...trace, digest: null });
      }
      const bad = [...strangers(people, traces), ...contradictions(people, traces)];
      return bad.sort((one, other) => one.seq - other.seq)[0] ?? null;
    },
  };
}

type Bad = { readonly seq: number; readonly reason: string };

function* strangers(people: readonly Person[], traces: ReadonlyMap<string, Trace>): Generator<Bad> {
  for (const { member } of people) {
    if (!traces.has(member))
      yield { seq: 0, reason: `no entry records member ${member}, who is in the people table` };
  }
}

function* contradictions(people: readonly Person[], traces: ReadonlyMap<string, Trace>): Generator<Bad> {
  const personOf = new Map(people.map((person) => [person.member, person]));
  for (const [member, { seq, digest }] of traces) {
    const person = personOf.get(member);
    if (digest === null) {
      if (person) yield { seq, reason: `it erases member ${member}, who is still in the people table` };
    } else if (!person) {
      yield {
        seq,
        reason: `it records member ${member}, who is not in the people table and was never erased`,
      };
    } else if (hash('sha256', personDigestText(person), 'hex') !== digest) {
      yield {
        seq,
        reason: `its digest of member ${member} is not the digest of the row in the people table`,
      };
    }
  }
}

/** An entry whose hash holds may still be of a newer version: then there is nothing here to compare. */
function readMember(data: unknown): { member: string | null; digest: string } {
  if (typeof data !== 'object' || data === null) return { member: null, digest: '' };
  const member = 'member' in data && typeof data.member === 'string' ? data.member : null;
  const digest = 'digest' in data && typeof data.digest === 'string' ? data.digest : '';
  return { member, digest };
}
