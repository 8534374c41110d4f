// A checksum of eight bits lets one damaged frame in 256 through. These readers repeat while the card is there, so a card
// counts when two frames in a row tell the same number within a short time.

const withinMs = 300;

/** Returns the number once it is sure. */
export function twoEqual(): (digits: string, monoMs: number) => string | null {
  let before: { readonly digits: string; readonly monoMs: number } | null = null;
  return (digits, monoMs) => {
    const isSure = before?.digits === digits && monoMs - before.monoMs <= withinMs;
    before = { digits, monoMs };
    return isSure ? digits : null;
  };
}
