// A digest for simulated lives: as wide as a SHA-256, spread well enough to tell texts apart, and quick. It keeps no
// secret and never leaves a simulation.

/** 64 hexadecimal digits. */
export function digestOf(text: string): string {
  let digits = '';
  for (let part = 0; part < 8; part++) digits += word(text, part).toString(16).padStart(8, '0');
  return digits;
}

/** FNV-1a with another beginning per part, and its bits mixed at the end (as murmur3 does). */
function word(text: string, part: number): number {
  let hash = (0x811c9dc5 ^ Math.imul(part + 1, 0x9e3779b1)) >>> 0;
  for (let place = 0; place < text.length; place++)
    hash = Math.imul(hash ^ text.charCodeAt(place), 0x01000193) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
