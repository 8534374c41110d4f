// What a link tells people besides the state of its machine: what the end of access has left, and the sentence of the
// alarm that it is in. It is shown as it is now; it is never journalled, and nothing is decided on it.

export type LinkWords = {
  /** Since access was ended and seen to be, until the machine moves again or is not heard any more; else null. */
  readonly left: Left | null;
  /** Of the alarm that it is in; null without one, or where its code is not known. */
  readonly alarm: Sentence | null;
};

/** What the profile says of it; what the machine has nothing of is left out. */
export type Left = {
  readonly spindle?: OffOrOn;
  readonly laser?: OffOrOn;
  readonly heat?: OffOrOn;
  readonly position?: 'kept' | 'lost' | 'unknown';
};

type OffOrOn = 'off' | 'on' | 'unknown';

/** In the languages that a profile has; English always. */
export type Sentence = { readonly en: string; readonly it?: string };

export const noWords: LinkWords = { left: null, alarm: null };
