// Turns the bytes of a device message into a checked value, or says why not. JSON only, UTF-8 only, short only.

import type { Static, TSchema } from 'typebox';
import { Compile } from 'typebox/schema';
import type { RefusalReason } from './refusals.ts';

export type Payload<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly reason: RefusalReason; readonly json: unknown };

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** `json` of a refused payload is what was readable of it, for an answer; undefined when nothing was. */
export function readPayload<Schema extends TSchema>(
  schema: Schema,
  payload: Uint8Array,
  limits: { readonly maxBytes: number },
): Payload<Static<Schema>> {
  if (payload.length > limits.maxBytes) return { ok: false, reason: 'payload-too-large', json: undefined };
  let json: unknown;
  try {
    json = JSON.parse(utf8.decode(payload));
  } catch {
    return { ok: false, reason: 'payload-malformed', json: undefined };
  }
  if (isValid(schema, json)) return { ok: true, value: json as Static<Schema> };
  return { ok: false, reason: 'payload-malformed', json };
}

/** Compiled at the first message: to walk the schema for each costs more than all else that is done with a report. */
function isValid(schema: TSchema, json: unknown): boolean {
  const check = checks.get(schema) ?? compiled(schema);
  checks.set(schema, check);
  return check(json);
}

/** One for each kind of message. */
const checks = new WeakMap<TSchema, (json: unknown) => boolean>();

function compiled(schema: TSchema): (json: unknown) => boolean {
  const validator = Compile(schema);
  return (json) => validator.Check(json);
}
