// Bytes of a stranger as text that can be shown and logged: what is no printable character stands there as `\xNN`, and
// never more than a bound.

/** At most `maxBytes` of UTF-8, whatever comes in; what is cut ends with `…`. */
export function safeText(bytes: Uint8Array, maxBytes: number): string {
  // Each byte gives at least one byte of text, so more of them would be cut anyway.
  const head = bytes.subarray(0, maxBytes + 1);
  const shown = [...characters(head)].map(shownAs).join('');
  return head.length <= maxBytes && Buffer.byteLength(shown) <= maxBytes ? shown : cut(shown, maxBytes);
}

/** Whole characters where it is UTF-8; each byte by itself where it is not. */
function characters(bytes: Uint8Array): string {
  try {
    // A character that the bound cut through is waited for, and thereby left out.
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, { stream: true });
  } catch {
    return Array.from(bytes, (byte) => (byte < 0x80 ? String.fromCharCode(byte) : escaped(byte))).join('');
  }
}

const shownAs = (character: string): string =>
  /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}]/u.test(character)
    ? Array.from(Buffer.from(character), escaped).join('')
    : character;

const escaped = (byte: number): string => `\\x${byte.toString(16).toUpperCase().padStart(2, '0')}`;

const ellipsis = '…';

function cut(text: string, maxBytes: number): string {
  const room = maxBytes - Buffer.byteLength(ellipsis);
  let [kept, used] = ['', 0];
  for (const character of text) {
    used += Buffer.byteLength(character);
    if (used > room) break;
    kept += character;
  }
  return kept + ellipsis;
}
