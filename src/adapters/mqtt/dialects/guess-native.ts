// Guesses at devices that speak our own topics: what they are stands in their client id, or in the topic that they try.

import type { Guess, Guesser } from './guess.ts';

export const guessNative: Guesser = ({ client, messages }) => {
  const said = messages.map(({ topic }) => topic);
  return (['reader', 'switch'] as const).flatMap((role): Guess[] => {
    const last = role === 'reader' ? 'tap' : 'state';
    const isHeard = said.some((topic) =>
      new RegExp(`^officina/v1/${role}/[a-z0-9-]{1,64}/${last}$`).test(topic),
    );
    const isNamed = new RegExp(`^${role}-[a-z0-9-]{1,64}$`).test(client);
    if (!isHeard && !isNamed) return [];
    const because = isHeard
      ? `It speaks the topics of Officina for a ${role}.`
      : `Its client id is that of a ${role} that speaks the topics of Officina.`;
    return [{ role, entry: { kind: 'native' }, because, isHeard }];
  });
};
