// The password of a device: written in the file, taken from the environment, or in a file of its own. Exactly one of
// them; no mistake and no warning ever shows it.

import { Type } from 'typebox';
import { placeOf, type Scope } from './read-shape.ts';
import type { Tree } from './read-yaml.ts';

/** Reads a small file beside the configuration, 4 KiB unless said; the reason is the end of "the file … ". */
export type SecretReader = (
  path: string,
  mostBytes?: number,
) => { ok: true; text: string } | { ok: false; reason: string };

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

/** The same for what a server calls a key or a code. */
export const keyFields = {
  key: Type.Optional(passwordFields.password),
  key_file: Type.Optional(passwordFields.password_file),
};

/** The same for what something is signed with. */
export const secretFields = {
  secret: Type.Optional(passwordFields.password),
  secret_file: Type.Optional(passwordFields.password_file),
};

type SecretWord = 'password' | 'key' | 'client-secret' | 'secret';
type SecretShape = { readonly [field in SecretWord | `${SecretWord}_file`]?: unknown };

/** The password, or an empty text after a mistake. */
export const takePassword = (shape: SecretShape, tree: Tree, scope: DeviceScope): string =>
  takeSecret('password', { shape, tree, scope });

type Written = { readonly shape: SecretShape; readonly tree: Tree; readonly scope: DeviceScope };

/** The password or key, or an empty text after a mistake. */
export function takeSecret(word: SecretWord, { shape, tree, scope }: Written): string {
  const fileWord = `${word}_file` as const;
  const { [word]: secret, [fileWord]: file } = shape;
  if (isWritten(tree, word) && isWritten(tree, fileWord)) {
    const text = `${scope.name} has both "${word}" and "${fileWord}"; keep one of them.`;
    scope.findings.mistake(placeOf(tree, fileWord), text);
    return '';
  }
  if (typeof secret === 'string') return secret;
  if (typeof file === 'string') return fromFile(file, { fileWord, tree, scope });
  if (!isWritten(tree, word) && !isWritten(tree, fileWord)) {
    scope.findings.mistake(
      scope.place,
      `${scope.name} lacks "${word}" (or "${fileWord}"); ${word === 'secret' ? 'what it is told is signed with it' : 'it signs in with it'}.`,
    );
  }
  return '';
}

type InFile = Pick<Written, 'tree' | 'scope'> & { readonly fileWord: string };

function fromFile(file: string, { fileWord, tree, scope }: InFile): string {
  const place = placeOf(tree, fileWord);
  const read = scope.readSecret(file);
  if (!read.ok) {
    scope.findings.mistake(place, `"${fileWord}" of ${scope.name}: the file ${read.reason}.`);
    return '';
  }
  const secret = read.text.replace(/\r?\n$/, '');
  if (new RegExp(passwordPattern).test(secret)) return secret;
  const text = `"${fileWord}" of ${scope.name}: the file must hold one line of 1 to 200 printable characters.`;
  scope.findings.mistake(place, text);
  return '';
}

export function isWritten(tree: Tree, key: string): boolean {
  const field = tree.kind === 'fields' ? tree.fields.get(key)?.tree : undefined;
  return field !== undefined && !(field.kind === 'leaf' && field.value === null);
}
