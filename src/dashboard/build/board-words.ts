// Keeps out of what the board loads the words of other rooms, and what the gateway refuses: `en.ts?board` is `en.ts` without
// them. They come with the whole language when another room is opened, or when something is refused.

import type { Plugin } from 'vite';

/** Files of `words/en`, and of every other language, that no part of the board and of the frame around it reads. */
export const roomNouns: readonly string[] = [
  ...[
    'accessibility',
    'allowances',
    'bank',
    'books',
    'desk',
    'devices',
    'disputes',
    'facts',
    'machine-room',
    'materials',
    'me',
    'month-close',
    'moving',
    'named',
    'newcomers',
    'policy',
  ],
  ...['price', 'proposals', 'replay', 'setup', 'tariffs'],
  ...['rail', 'today', 'journal', 'people', 'drafting'],
];

/** The Vite plugin that answers `import './en.ts?board'`. */
export function boardWords(): Plugin {
  return {
    name: 'officina-board-words',
    transform: {
      // Before the types are taken out: what is replaced is as it was written.
      order: 'pre',
      handler: (code, id) => {
        if (/\/words\/[a-z]{2}\.ts\?board$/.test(id)) return withoutRooms(code);
        return /\/words\/[a-z]{2}\/problems\.ts\?board$/.test(id) ? withoutRefusals(code) : null;
      },
    },
  };
}

/** Each import of such a noun becomes an empty object of the same name; problems come without refusals. */
export function withoutRooms(code: string): string {
  return code.replace(
    /import \{ ([^}]+) \} from\s'(\.\/[a-z]{2}\/([a-z-]+)\.ts)';/g,
    (whole, names: string, file: string, noun: string) => {
      if (noun === 'problems') return whole.replace(file, `${file}?board`);
      if (!roomNouns.includes(noun)) return whole;
      const own = names.split(',').map((name) => name.trim().split(' as ').at(-1) ?? '');
      return own.map((name) => `const ${name} = {};`).join(' ');
    },
  );
}

/** A quarter of what a language other than English weighs, and seldom read. */
const withoutRefusals = (code: string): string =>
  code.replace(/import \{ (\w*refusals) \} from '\.\/[a-z-]+\.ts';/gi, 'const $1 = {};');
