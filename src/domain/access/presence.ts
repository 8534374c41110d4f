// A card that is held on a reader is one tap, however often the reader tells it. What counts is when it was last seen.

export type Presence = {
  /** The reader's own text of the card that lies there; null when none does. */
  readonly text: string | null;
  readonly seenMonoMs: number;
};

export const nobody: Presence = { text: null, seenMonoMs: Number.NEGATIVE_INFINITY };

/** Readers that repeat do so every second at most; esp-rfid and Tasmota wait two or three before they tell it again. */
export const holdMs = 3_500;

/** @returns what is there now, and whether that is a tap */
export function seeCard(
  before: Presence,
  seen: { readonly text: string; readonly monoMs: number },
): { readonly presence: Presence; readonly isTap: boolean } {
  const isHeld = before.text === seen.text && seen.monoMs - before.seenMonoMs < holdMs;
  return { presence: { text: seen.text, seenMonoMs: seen.monoMs }, isTap: !isHeld };
}
