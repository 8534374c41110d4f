// The key `influx`: where the diary also goes. User name and password may stand in the address; they are taken out of
// it here, so that the address can be told to anybody.

import { Type } from 'typebox';
import type { Config } from './config.ts';
import { placeOf, readShape, type Scope } from './read-shape.ts';
import type { Field } from './read-yaml.ts';

const influxSchema = Type.Object({
  url: Type.String({
    pattern: '^https?://[^\\s]{1,500}$',
    description: 'an address that begins with http:// or https://',
  }),
  database: Type.Optional(
    Type.String({ pattern: '^[A-Za-z0-9_-]{1,64}$', description: 'the name of a database' }),
  ),
});

const usualDatabase = 'officina';

type InfluxSettings = {
  readonly field: Field | undefined;
  /** From the environment, where it says; the database is still that of the file. */
  readonly given: string | null;
};

/** Null when there is none: the embedded diary then stands alone. */
export function readInflux({ field, given }: InfluxSettings, scope: Scope): Config['influx'] {
  if (!field && given === null) return null;
  const written = field ? readShape(influxSchema, field.tree, scope) : {};
  const url = given ?? written.url;
  if (url === undefined) return null;
  const read = takeApart(url);
  if (read) return { ...read, database: written.database ?? usualDatabase };
  const [what, place] =
    field && given === null ? [`"url" of ${scope.name}`, placeOf(field.tree, 'url')] : [fromOutside, null];
  const text = `${what} cannot be read; write it as http://127.0.0.1:8086, and what is special in user name or password as %40 and the like.`;
  scope.findings.mistake(place, text);
  return null;
}

const fromOutside = 'OFFICINA_INFLUX_URL';

/** Null when it is no address, or asks for more than a place. */
function takeApart(text: string): { url: string; user: string; password: string } | null {
  try {
    const { protocol, origin, pathname, search, hash, username, password } = new URL(text);
    if (!/^https?:$/.test(protocol) || search !== '' || hash !== '') return null;
    const url = origin + pathname.replace(/\/+$/, '');
    return { url, user: decodeURIComponent(username), password: decodeURIComponent(password) };
  } catch {
    return null;
  }
}
