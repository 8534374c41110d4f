// The keys `http`, `mqtt` and `log`: where the gateway listens and what it says about itself.

import { Type } from 'typebox';
import type { Config } from './config.ts';
import { hostSchema } from './link.ts';
import { readShape, type Scope } from './read-shape.ts';
import type { Field } from './read-yaml.ts';

type Listen = { readonly host: string; readonly port: number };

const listenSchema = Type.Object({
  host: Type.Optional(hostSchema),
  port: Type.Optional(
    Type.Integer({ minimum: 0, maximum: 65_535, description: 'a port from 0 to 65535; 0 takes a free one' }),
  ),
});

export const logLevels = ['silent', 'error', 'warn', 'info', 'debug'] as const;

export const isLogLevel = (word: string): word is Config['log'] => logLevels.some((level) => level === word);

const logSchema = Type.Object({ log: Type.Enum(logLevels) });

export function readListen(field: Field | undefined, usual: Listen, scope: Scope): Listen {
  if (!field) return usual;
  const shape = readShape(listenSchema, field.tree, scope);
  return { host: shape.host ?? usual.host, port: shape.port ?? usual.port };
}

export function readLog(field: Field | undefined, scope: Scope): Config['log'] {
  if (!field) return 'info';
  const fields = new Map([['log', field]]);
  return readShape(logSchema, { kind: 'fields', fields, place: field.place }, scope).log ?? 'info';
}
