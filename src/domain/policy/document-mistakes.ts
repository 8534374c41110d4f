// Why a document cannot be run or voted on in this workshop: pools that there are not, and numbers that do not go together.

import type { Workshop } from '../machine/workshop.ts';
import { policyMistakes } from '../schedule/policy.ts';
import type { BookingPolicy, PolicyDocument } from './policy-document.ts';
import { ruleOf } from './rule-of.ts';
import { usualBookings } from './usual-bookings.ts';

export type DocumentMistake = { readonly field: string; readonly text: string };

/** @param workshop null while nothing is described */
export function documentMistakes(
  { pools }: PolicyDocument,
  workshop: Pick<Workshop, 'machines'> | null,
): readonly DocumentMistake[] {
  const known = [...new Set(Object.values(workshop?.machines ?? {}).map(({ pool }) => pool))].sort();
  return Object.entries(pools).flatMap(([pool, policy]): readonly DocumentMistake[] => {
    const field = `pools.${pool}`;
    if (!known.includes(pool)) {
      const text = `No machine is in the pool "${pool}". Take one of: ${known.join(', ')}.`;
      return [{ field, text }];
    }
    const texts = policyMistakes(ruleOf(policy)).map(({ text }) => `${field}: ${text}`);
    if (policy.bookings) texts.push(...bookingMistakes(policy.bookings, `${field}.bookings`));
    return texts.map((text) => ({ field, text }));
  });
}

/** With the defaults of what is left out. */
function bookingMistakes(bookings: BookingPolicy, name: string): readonly string[] {
  const { leastMinutes, mostMinutes } = { ...usualBookings, ...bookings };
  if (leastMinutes <= mostMinutes) return [];
  return [
    `${name}: leastMinutes (${leastMinutes}) is above mostMinutes (${mostMinutes}). Lower the one or raise the other.`,
  ];
}
