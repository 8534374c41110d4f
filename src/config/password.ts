// The password of a device: written in the file, taken from the environment, or in a file of its own. Exactly one of
// them; no mistake and no warning ever shows it.

import { Type } from 'typebox';
import { placeOf, type Scope } from './read-shape.ts';
import type { Tree } from './read-yaml.ts';

/** Reads a small file beside the configuration; the reason is the end of "the file … ". */
export type SecretReader = (path: string) => { ok: true; text: string } | { ok: false; reason: string };

export type DeviceScope = Scope & { readonly readSecret: SecretReader };

const passwordPattern = '^[^\\u0000-\\u001f\\u007f]{1,200}$';

/** Fields for the schema of whatever signs in with a password. */
export const passwordFields = {
  password: Type.Optional(
    Type.String({
      pattern: passwordPattern,
      description: 'text of 1 to 200 printable characters; put digits in quotes',
    }),
  ),
  password_file: Type.Optional(
    Type.String({ pattern: passwordPattern, description: 'the path of a file that holds only the password' }),
  ),
};

type PasswordShape = { readonly password?: unknown; readonly password_file?: unknown };

/** The password, or an empty text after a mistake. */
export function takePassword(shape: PasswordShape, tree: Tree, scope: DeviceScope): string {
  const { password, password_file: file } = shape;
  if (isWritten(tree, 'password') && isWritten(tree, 'password_file')) {
    const text = `${scope.name} has both "password" and "password_file"; keep one of them.`;
    scope.findings.mistake(placeOf(tree, 'password_file'), text);
    return '';
  }
  if (typeof password === 'string') return password;
  if (typeof file === 'string') return fromFile(file, tree, scope);
  if (!isWritten(tree, 'password') && !isWritten(tree, 'password_file')) {
    scope.findings.mistake(
      scope.place,
      `${scope.name} lacks "password" (or "password_file"); it signs in with it.`,
    );
  }
  return '';
}

function fromFile(file: string, tree: Tree, scope: DeviceScope): string {
  const place = placeOf(tree, 'password_file');
  const read = scope.readSecret(file);
  if (!read.ok) {
    scope.findings.mistake(place, `"password_file" of ${scope.name}: the file ${read.reason}.`);
    return '';
  }
  const password = read.text.replace(/\r?\n$/, '');
  if (new RegExp(passwordPattern).test(password)) return password;
  const text = `"password_file" of ${scope.name}: the file must hold one line of 1 to 200 printable characters.`;
  scope.findings.mistake(place, text);
  return '';
}

function isWritten(tree: Tree, key: string): boolean {
  const field = tree.kind === 'fields' ? tree.fields.get(key)?.tree : undefined;
  return field !== undefined && !(field.kind === 'leaf' && field.value === null);
}
