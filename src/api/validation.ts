// Checks what comes in against the schemas of the contract, with nothing guessed: no conversion, no defaults, nothing
// removed. A schema is compiled at its first request, so that the start does not pay for routes nobody calls.

import { Compile, type Validator } from 'typebox/schema';

/** What was wrong, without repeating what was sent. */
export class RequestInvalid extends Error {
  readonly code = 'request-invalid';
  readonly fields: readonly { readonly field: string; readonly text: string }[];
  constructor(fields: RequestInvalid['fields']) {
    super('the request does not match its schema');
    this.name = 'RequestInvalid';
    this.fields = fields;
  }
}

/** More would help nobody. */
const mostFields = 20;

/** For `setValidatorCompiler`. */
export function compileCheck(route: { schema: object; httpPart?: string }) {
  let validator: Validator | undefined;
  return (value: unknown): { value: unknown } | { error: RequestInvalid } => {
    validator ??= Compile(route.schema);
    if (validator.Check(value)) return { value };
    const [, errors] = validator.Errors(value);
    const part = route.httpPart ?? 'request';
    const fields = errors
      .slice(0, mostFields)
      .map(({ instancePath, message }) => ({ field: `${part}${instancePath}`.slice(0, 100), text: message }));
    return { error: new RequestInvalid(fields) };
  };
}
