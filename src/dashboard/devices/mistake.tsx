// What is wrong with a field of a form about a device, told at once where it appears.

import type { AssignDraft } from './assign-draft.ts';

export type FieldProps = {
  readonly draft: AssignDraft;
  /** Null while nothing is wrong. */
  readonly wrong: string | null;
  readonly onDraft: (draft: AssignDraft) => void;
};

type Props = { readonly text: string | null; readonly id?: string };

export function Mistake({ text, id }: Props) {
  return text === null ? null : (
    <small id={id} class="mistake" role="alert">
      {text}
    </small>
  );
}
