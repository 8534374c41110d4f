// The people of a simulated life: who was trained for what and how well, who comes at which hours, who is there for a few
// days only. The same number and the same day give the same person.

import type { MemberInput } from '../gateway/gateway.ts';

/** Cards are 7-byte numbers, as NTAG has them. */
export const cardOf = (person: number): string => `04${person.toString(16).padStart(12, '0')}`;
const handleOf = (person: number): string => `person-${person}`;

/** The row of a member as an import has it; `until` changes the end of what they were trained for. */
export function memberRow(person: number, fromDay: string, until?: string | null): MemberInput {
  const isSteward = person % 50 === 0;
  const level = levelOf(person);
  const held = ['laser', 'printer', 'mill', 'safety', 'kiln'].filter(
    (_, place) => (person >> place) % 4 !== 3,
  );
  return {
    member: handleOf(person),
    name: `Person ${person}`,
    email: null,
    team: person % 3 === 0 ? null : `team-${person % 11}`,
    badges: [cardOf(person)],
    certificates: held.map((certificate) => ({
      certificate,
      level,
      until: until === undefined ? usualUntil(person, fromDay) : until,
    })),
    roles: isSteward ? ['member', 'steward'] : ['member'],
    plan: person % 7 === 3 ? 'evening' : person % 7 === 5 ? 'always' : null,
    // Some are there for a few days.
    from: person % 23 === 9 ? dayAfter(fromDay, (person % 3) - 1) : null,
    until: person % 23 === 9 ? dayAfter(fromDay, (person % 5) + 1) : null,
  };
}

function levelOf(person: number): NonNullable<MemberInput['certificates'][number]['level']> {
  // Stewards look after machines; some may only help with them, and some teach.
  if (person % 50 === 0) return 'maintain';
  if (person % 9 === 4) return 'teach';
  return person % 17 === 5 ? 'assist' : 'operate';
}

const dayMs = 24 * 3_600_000;

/** Every third has one that ends in the month around the beginning. */
function usualUntil(person: number, fromDay: string): string | null {
  if (person % 3 !== 0) return null;
  return dayAfter(fromDay, (person % 37) - 5);
}

const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
