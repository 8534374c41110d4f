// What somebody writes about the care of a machine: read, salted and digested, to stand beside the journal until whoever
// wrote it is erased.

import { noteDigestText } from '../domain/usage/note-digest.ts';
import type { Note, PeopleChange, Secrets } from './ports.ts';

export type CareTextBox = {
  readonly secrets: Pick<Secrets, 'digest'>;
  /** 16 random bytes, hex. */
  readonly newSalt: () => string;
};

export type CareText = { readonly digest: string; readonly change: PeopleChange };

/** Characters, as in the contract. */
const textLimit = 500;

/** Control characters, and what ends a line or turns its direction; line breaks of a form are blanks by then. */
const unprintable = /[\p{Cc}\u2028-\u202e\u2066-\u2069]/u;

/** On one line; null for a text that is too long or cannot be printed, and empty for none. */
export function readCareText(typed: string): string | null {
  const text = typed.replaceAll(/[\t\r\n ]+/g, ' ').trim();
  return [...text].length > textLimit || unprintable.test(text) ? null : text.toWellFormed();
}

/** @param text `session` is the id of the problem or line beside which it stands */
export function keepCareText(box: CareTextBox, text: Omit<Note, 'salt'>): CareText {
  const note: Note = { ...text, salt: box.newSalt() };
  return { digest: box.secrets.digest(noteDigestText(note)), change: { kind: 'note', note } };
}

/** Texts of somebody who is gone could never be erased again. */
export const mayWrite = (state: { readonly members: ReadonlyMap<string, unknown> }, by: string): boolean =>
  by === 'console' || by === 'admin-token' || state.members.has(by);
