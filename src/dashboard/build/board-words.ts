// Keeps the words of the other rooms out of what the board loads: `en.ts?board` is `en.ts` without the nouns named here, which
// come with the whole language when another room is opened.

import type { Plugin } from 'vite';

/** Files of `words/en`, and of every other language, that no part of the board and of the frame around it reads. */
export const roomNouns: readonly string[] = [
  ...[
    'allowances',
    'books',
    'desk',
    'devices',
    'disputes',
    'facts',
    'machine-room',
    'materials',
    'newcomers',
    'policy',
  ],
  ...['price', 'proposals', 'replay'],
  ...['rail', 'today', 'journal', 'people', 'setup', 'drafting'],
];

/** The Vite plugin that answers `import './en.ts?board'`. */
export function boardWords(): Plugin {
  return {
    name: 'officina-board-words',
    transform: {
      // Before the types are taken out: what is replaced is as it was written.
      order: 'pre',
      handler: (code, id) => (/\/words\/[a-z]{2}\.ts\?board$/.test(id) ? withoutRooms(code) : null),
    },
  };
}

/** Each import of such a noun becomes an empty object of the same name. */
export function withoutRooms(code: string): string {
  return code.replace(
    /import \{ ([^}]+) \} from\s'\.\/[a-z]{2}\/([a-z-]+)\.ts';/g,
    (whole, names: string, noun: string) => {
      if (!roomNouns.includes(noun)) return whole;
      const own = names.split(',').map((name) => name.trim().split(' as ').at(-1) ?? '');
      return own.map((name) => `const ${name} = {};`).join(' ');
    },
  );
}
