// The key `space`: what the workshop is called, and the zone, currency and language that everything is told in.

import { Type } from 'typebox';
import type { Space } from '../domain/machine/workshop.ts';
import { readDisputeTerms } from './dispute-terms.ts';
import type { Findings } from './findings.ts';
import { readHours, readSpans } from './hours.ts';
import { suggestion } from './nearest-word.ts';
import { placeOf, readShape, type Scope } from './read-shape.ts';
import type { Tree } from './read-yaml.ts';

/** Printable text on one line, without characters that turn the direction of what follows. */
export const nameSchema = Type.String({
  pattern: '^(?!\\s)[^\\u0000-\\u001f\\u007f-\\u009f\\u2028-\\u202e\\u2066-\\u2069]{1,80}$',
  description: 'a name of 1 to 80 printable characters',
});

const spaceSchema = Type.Object({
  name: nameSchema,
  timezone: Type.String({ description: 'a time zone of the IANA list, for instance Europe/Rome' }),
  currency: Type.String({ description: 'a currency of ISO 4217, for instance EUR' }),
  locale: Type.Optional(Type.String({ description: 'a language tag, for instance it or en-GB' })),
  hours: Type.Optional(Type.Unknown()),
  quiet: Type.Optional(Type.Unknown()),
  disputes: Type.Optional(Type.Unknown()),
  capacity: Type.Optional(
    Type.Integer({ minimum: 1, maximum: 10_000, description: 'a whole number of people from 1 to 10000' }),
  ),
});

/** The space of a start without a file, and of a file with mistakes. */
export const plainSpace: Space = { name: 'Officina', timezone: 'UTC', currency: 'EUR', locale: 'en' };

export function readSpace(tree: Tree, scope: Scope): Space {
  const shape = readShape(spaceSchema, tree, scope);
  return {
    name: shape.name ?? plainSpace.name,
    timezone: known('timezone', shape.timezone) ?? plainSpace.timezone,
    currency: known('currency', shape.currency) ?? plainSpace.currency,
    locale: known('locale', shape.locale) ?? plainSpace.locale,
    ...readWhen(tree, scope),
    ...readDisputeTerms(tree, scope),
    ...(shape.capacity === undefined ? {} : { capacity: shape.capacity }),
  };

  function known(key: keyof typeof checks, value: string | undefined): string | undefined {
    if (value === undefined || checks[key].isKnown(value)) return value;
    checks[key].report({ value, place: placeOf(tree, key), findings: scope.findings });
    return undefined;
  }
}

/** When it is open, and when it is quiet. */
function readWhen(tree: Tree, scope: Scope): Pick<Space, 'hours' | 'quiet'> {
  const fields = tree.kind === 'fields' ? tree.fields : null;
  const hours = readHours(fields?.get('hours')?.tree, { ...scope, name: 'space.hours' });
  const quiet = readSpans(fields?.get('quiet')?.tree, { ...scope, name: 'space.quiet' });
  return { ...(hours && { hours }), ...(quiet && { quiet }) };
}

type Unknown = { value: string; place: Scope['place']; findings: Findings };

const checks = {
  timezone: {
    // An offset such as +01:00 is known to Intl, too, but has no summer time.
    isKnown: (value: string) =>
      /^[A-Za-z]/.test(value) && isTaken(() => new Intl.DateTimeFormat('en', { timeZone: value })),
    report: ({ value, place, findings }: Unknown) => {
      const hint = nearOnly(value, Intl.supportedValuesOf('timeZone'));
      findings.mistake(
        place,
        `"timezone" of space must be a time zone of the IANA list, for instance Europe/Rome${hint}`,
      );
    },
  },
  currency: {
    isKnown: (value: string) => Intl.supportedValuesOf('currency').includes(value),
    report: ({ value, place, findings }: Unknown) => {
      const upper = value.toUpperCase();
      const hint = checks.currency.isKnown(upper) ? `; did you mean "${upper}"?` : '';
      findings.mistake(
        place,
        `"currency" of space must be three capitals of ISO 4217, for instance EUR${hint}`,
      );
    },
  },
  locale: {
    isKnown: (value: string) => value.length <= 35 && isTaken(() => Intl.getCanonicalLocales(value)),
    report: ({ place, findings }: Unknown) =>
      findings.mistake(place, '"locale" of space must be a language tag, for instance it or en-GB'),
  },
};

function isTaken(attempt: () => unknown): boolean {
  try {
    attempt();
    return true;
  } catch {
    return false;
  }
}

/** A list of all time zones would not help. */
function nearOnly(value: string, known: readonly string[]): string {
  const hint = suggestion(value, known);
  return hint.startsWith('; did') ? hint : '';
}
