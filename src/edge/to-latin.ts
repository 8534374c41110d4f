// Text in the characters that FatturaPA and banks take (Basic Latin and Latin-1 Supplement): letters lose the marks that Latin-1 does not
// have, Greek and Cyrillic letters become Latin ones, signs become the plain ones; nothing is dropped silently.

const latin1 = /^[\u0020-\u007e\u00a0-\u00ff]$/;

/** Letter by letter: each script beside what it becomes. */
const pairs: readonly (readonly [string, string])[] = [
  [
    'α β γ δ ε ζ η θ ι κ λ μ ν ξ ο π ρ σ ς τ υ φ χ ψ ω',
    'a v g d e z i th i k l m n x o p r s s t y f ch ps o',
  ],
  [
    'а б в г д е ж з и й к л м н о п р с т у ф х ц ч ш щ ъ ы ь э ю я є і ї ґ ђ ј љ њ ћ џ ѓ ќ ѕ ў',
    'a b v g d e zh z i y k l m n o p r s t u f kh ts ch sh shch - y - e yu ya ye i yi g dj j lj nj c dz gj kj dz u',
  ],
  ['đ ħ ı ł ŋ ŧ ĸ œ ſ ŀ ŉ ĳ', 'd h i l n t k oe s l n ij'],
  ['€ – — − ‘ ’ ‚ ‹ › “ ” „ † ‡ • … ‰ ™', 'EUR - - - \' \' \' < > " " " + + - ... %o TM'],
];

const becomes: ReadonlyMap<string, string> = new Map(
  pairs.flatMap(([from, to]) => {
    const targets = to.split(' ');
    return from.split(' ').map((letter, index) => {
      const target = targets[index] ?? '?';
      return [letter, letter.toLowerCase() === letter.toUpperCase() || target !== '-' ? target : ''] as const;
    });
  }),
);

/** At most that many characters: what is longer ends with three dots. */
export const toLatin = (text: string, most: number): string => cut(latinText(text), most);

/** The same in Basic Latin alone, for numbers and codes; a sign without a plain one becomes a dash. */
export function toAscii(text: string, most: number): string {
  const plain = latinText(text).normalize('NFD').replace(/\p{M}/gu, '');
  return cut(
    plain.replace(/[^\u0020-\u007e]/g, (sign) => ascii.get(sign) ?? '-'),
    most,
  );
}

/** Letters of Latin-1 that are none with a mark. */
const ascii: ReadonlyMap<string, string> = new Map(
  Object.entries({ ß: 'ss', æ: 'ae', Æ: 'AE', ø: 'o', Ø: 'O', ð: 'd', Ð: 'D', þ: 'th', Þ: 'Th' }),
);

const cut = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most - 3)}...` : text;

const latinText = (text: string): string => [...text].map(latinOf).join('').replaceAll('\u00a0', ' ');

function latinOf(character: string): string {
  if (latin1.test(character)) return character;
  const [base = character] = [...character.normalize('NFD')];
  if (latin1.test(base)) return base;
  const lower = base.toLowerCase();
  if (latin1.test(lower)) return lower;
  const target = becomes.get(base) ?? becomes.get(lower);
  if (target === undefined) return '?';
  const isCapital = lower !== base;
  return isCapital ? target.charAt(0).toUpperCase() + target.slice(1) : target;
}
