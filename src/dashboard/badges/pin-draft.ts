// What is typed of a new PIN, and what is wrong with it before anything is sent.

export type PinDraft = { readonly first: string; readonly again: string };

export const emptyPin: PinDraft = { first: '', again: '' };

/** The field that has to be typed again, and why; null when the PIN can be sent. */
export function pinMistake({
  first,
  again,
}: PinDraft): { field: keyof PinDraft; why: 'shape' | 'differs' } | null {
  if (!/^[0-9]{4,8}$/.test(first)) return { field: 'first', why: 'shape' };
  return first === again ? null : { field: 'again', why: 'differs' };
}
