// The key `mail`: through which server the space writes to people. The password comes from the file, the environment or a file of its
// own; no mistake shows it, and it goes over no network in the clear.

import { Type } from 'typebox';
import type { Config } from './config.ts';
import { isLoopback } from './is-loopback.ts';
import { type DeviceScope, isWritten, passwordFields, takePassword } from './password.ts';
import { placeOf, readShape } from './read-shape.ts';
import type { Field } from './read-yaml.ts';

const address = '[^\\s<>(),;:"\\\\\\[\\]@\\u0000-\\u001f\\u007f]{1,64}@[A-Za-z0-9.-]{1,185}';

const mailSchema = Type.Object({
  host: Type.String({ pattern: '^[A-Za-z0-9.:_-]{1,253}$', description: 'the name of a mail server' }),
  port: Type.Optional(
    Type.Integer({ minimum: 1, maximum: 65_535, description: 'a port from 1 to 65535, mostly 587 or 465' }),
  ),
  secure: Type.Optional(
    Type.Enum(['starttls', 'tls', 'none'], { description: 'one of starttls, tls and none' }),
  ),
  user: Type.Optional(
    Type.String({ pattern: '^[^\\u0000-\\u001f\\u007f]{1,200}$', description: 'the name to sign in with' }),
  ),
  ...passwordFields,
  from: Type.String({
    pattern: `^${address}$`,
    description: 'the address that writes, as in books@example.org',
  }),
  name: Type.Optional(
    Type.String({
      pattern: '^[^\\u0000-\\u001f\\u007f"<>\\u2028-\\u202e]{1,80}$',
      description: 'what the sender is called',
    }),
  ),
});

/** Of submission with STARTTLS, and with TLS from the first byte (RFC 8314). */
const usualPorts = { starttls: 587, tls: 465, none: 25 } as const;

/** Null where the file has none: nothing is mailed. */
export function readMail(field: Field | undefined, scope: DeviceScope): Config['mail'] {
  if (!field) return null;
  const { tree } = field;
  const { host = '', secure = 'starttls', from = '', ...shape } = readShape(mailSchema, tree, scope);
  const { mistake } = scope.findings;
  const hasSecret = isWritten(tree, 'password') || isWritten(tree, 'password_file');
  if (shape.user === undefined && hasSecret)
    mistake(tree.place, `${scope.name} has a password and no "user"; add it, or take the password away.`);
  const password = shape.user === undefined ? null : takePassword(shape, tree, scope);
  if (secure === 'none' && password !== null && !isLoopback(host))
    mistake(
      placeOf(tree, 'secure'),
      `"secure" of ${scope.name} cannot be none: the password would go over the network for all to read.`,
    );
  return {
    ...{ host, secure, from, port: shape.port ?? usualPorts[secure] },
    ...{ user: shape.user ?? null, password, name: shape.name ?? null },
  };
}
