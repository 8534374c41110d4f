// The board leaves the words of other rooms out of what it loads; here no part of it may read one of them.

import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { roomNouns, withoutRooms } from '../../src/dashboard/build/board-words.ts';

const root = new URL('../../src/dashboard/', import.meta.url).pathname;
const read = (file: string): string => readFileSync(file, 'utf8');

/** Everything that the page needs at once, without what is imported later. */
function atOnce(): readonly string[] {
  const seen = new Set<string>();
  const waiting = [join(root, 'main.tsx')];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    for (const [, type, to = ''] of read(file).matchAll(
      /^(?:import|export) (type )?[^;]*? from '(\.[^'?]+)'/gm,
    )) {
      const target = join(dirname(file), to);
      if (type === undefined && existsSync(target)) waiting.push(target);
    }
  }
  return [...seen];
}

/** How the nouns are called in the words: `import { session } …`, then `held: session`. */
const keys = roomNouns.flatMap((noun) => {
  const named = new RegExp(`import \\{ ([^}]+) \\} from './en/${noun}.ts';`).exec(
    read(join(root, 'words/en.ts')),
  );
  expect(named, `there is no words/en/${noun}.ts in en.ts`).not.toBeNull();
  const own = (named?.[1] ?? '').split(',').map((name) => name.trim().split(' as ').at(-1) ?? '');
  return own.map(
    (name) => new RegExp(`^  (\\w+): ${name},$`, 'm').exec(read(join(root, 'words/en.ts')))?.[1] ?? name,
  );
});

it('reads no word of another room', () => {
  const files = atOnce();
  expect(files.length).toBeGreaterThan(40);
  const wrong = files.flatMap((file) => {
    const text = read(file);
    const taken = [...text.matchAll(/\{([^{}]*)\} = words(?:\.value)?;/g)].flatMap(([, names = '']) =>
      names.split(',').map((name) => name.trim().split(':')[0] ?? ''),
    );
    const direct = [...text.matchAll(/\bwords\.(?:value\.)?(\w+)/g)].map(([, name = '']) => name);
    return [...taken, ...direct].filter((name) => keys.includes(name)).map((name) => `${file} reads ${name}`);
  });
  expect(wrong).toEqual([]);
});

it('leaves the nouns of rooms out and everything else as it is', () => {
  const code = "import { books } from './en/books.ts';\nimport { care } from './en/care.ts';\n";
  expect(withoutRooms(code)).toBe("const books = {};\nimport { care } from './en/care.ts';\n");
  expect(withoutRooms("import { facts as factsOf } from './it/facts.ts';")).toBe('const factsOf = {};');
});
