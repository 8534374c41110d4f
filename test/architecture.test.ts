// The house as a test: who may import what, how files are named, how long they may be, and that the README tells the
// truth. The table below is the one of the design; change both in one commit, with a decision record.

import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, normalize, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = new URL('..', import.meta.url).pathname;

type Room = {
  readonly room: string;
  /** Folders (or single files) of `src` that it may import, besides itself. */
  readonly imports: readonly string[];
  /** Packages that it may import; null for any. `node:` stands for Node's own modules. */
  readonly packages: readonly string[] | null;
};

const rooms: readonly Room[] = [
  { room: 'domain', imports: [], packages: [] },
  { room: 'gateway', imports: ['domain'], packages: [] },
  { room: 'contract', imports: [], packages: ['typebox'] },
  { room: 'config', imports: ['domain', 'contract'], packages: ['typebox', 'yaml', 'node:'] },
  {
    room: 'api',
    imports: ['contract', 'domain', 'gateway/gateway.ts', 'gateway/ports.ts', 'gateway/unassigned.ts'],
    packages: ['fastify', '@fastify/', 'typebox', 'node:stream'],
  },
  {
    room: 'dashboard',
    imports: ['contract'],
    packages: [
      'preact',
      '@preact/signals',
      'uplot',
      'intl-messageformat',
      '@simplewebauthn/browser',
      '@fontsource-variable/',
      'lucide-static',
      'vite',
      'virtual:',
      'node:',
    ],
  },
  { room: 'simulation', imports: ['domain', 'gateway'], packages: [] },
  {
    room: 'commands',
    imports: ['gateway', 'domain', 'contract', 'config', 'simulation'],
    packages: ['node:'],
  },
  {
    room: 'edge',
    imports: ['domain', 'gateway/ports.ts', 'gateway/gateway.ts'],
    packages: ['serialport', 'ws', 'node:'],
  },
  {
    room: 'adapters',
    imports: [
      'domain',
      'contract',
      'edge',
      'gateway/ports.ts',
      'gateway/gateway.ts',
      'gateway/unassigned.ts',
    ],
    packages: null,
  },
  {
    room: 'composition',
    imports: ['domain', 'gateway', 'contract', 'config', 'api', 'commands', 'adapters', 'edge'],
    packages: ['node:'],
  },
];

/** Beside the rooms: the composition root, the entry, and how packages are prepared. */
const roomless = ['src/main.ts', 'src/officina.ts', 'src/packages.config.ts'];

const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', 'src', 'test'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => /\.(ts|tsx)$/.test(file) && existsSync(join(root, file)));
const sources = files.filter((file) => file.startsWith('src/'));
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

/** Module names that a file imports; types count too, but are told apart for the rooms that allow only types. */
function importsOf(file: string): readonly { module: string; typeOnly: boolean }[] {
  const found = read(file).matchAll(
    /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|import\('([^']+)'\)/g,
  );
  return [...found].map(([, type, named, dynamic]) => ({
    module: named ?? dynamic ?? '',
    typeOnly: type !== undefined,
  }));
}

const roomOf = (file: string): Room | undefined => rooms.find(({ room }) => file.startsWith(`src/${room}/`));
const boxOf = (file: string): string => file.split('/').slice(0, 3).join('/');

function wrongImport(
  file: string,
  { module, typeOnly = false }: { module: string; typeOnly?: boolean },
): string | null {
  const room = roomOf(file);
  if (!room) return null;
  if (!module.startsWith('.')) {
    const allowed = room.packages?.some(
      (name) => module === name || module.startsWith(/[/:]$/.test(name) ? name : `${name}/`),
    );
    return allowed === false ? `${file} imports the package ${module}` : null;
  }
  const target = normalize(join(dirname(file), module));
  if (!target.startsWith('src/')) return `${file} imports ${target}, outside of src`;
  if (room.room === 'adapters' && target.startsWith('src/adapters/')) {
    return boxOf(file) === boxOf(target) ? null : `${file} imports another adapter: ${target}`;
  }
  // A value of the contract brings the whole library of schemas to every browser.
  if (room.room === 'dashboard' && target.startsWith('src/contract/') && !typeOnly)
    return `${file} imports a value of ${target}; only its types are for the page`;
  const inside = target.startsWith(`src/${room.room}/`);
  const allowed =
    inside || room.imports.some((name) => target === `src/${name}` || target.startsWith(`src/${name}/`));
  return allowed ? null : `${file} imports ${target}`;
}

describe('the house', () => {
  it('sees the files that it judges', () => {
    expect(sources.length).toBeGreaterThan(120);
    expect(sources.filter((file) => !roomOf(file)).sort()).toEqual(roomless);
  });

  it('keeps the import table', () => {
    const wrong = sources.flatMap((file) => importsOf(file).map((one) => wrongImport(file, one)));
    expect(wrong.filter((one) => one !== null)).toEqual([]);
  });

  it('would notice a wrong import', () => {
    expect(wrongImport('src/domain/money.ts', { module: 'node:fs' })).not.toBeNull();
    expect(wrongImport('src/domain/money.ts', { module: '../gateway/ports.ts' })).not.toBeNull();
    expect(wrongImport('src/adapters/mqtt/door.ts', { module: '../serial/open-link.ts' })).not.toBeNull();
    expect(wrongImport('src/api/app.ts', { module: '../composition/common-boxes.ts' })).not.toBeNull();
    expect(wrongImport('src/gateway/commit.ts', { module: '../domain/ids.ts' })).toBeNull();
    const contract = { module: '../contract/board.ts' };
    expect(wrongImport('src/dashboard/client.ts', contract)).not.toBeNull();
    expect(wrongImport('src/dashboard/client.ts', { ...contract, typeOnly: true })).toBeNull();
  });

  it('has no cycles in the domain and the gateway', () => {
    const cycles: string[] = [];
    const done = new Set<string>();
    const visit = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) {
        cycles.push([...path.slice(path.indexOf(file)), file].join(' → '));
        return;
      }
      if (done.has(file) || !existsSync(join(root, file))) return;
      for (const { module, typeOnly } of importsOf(file)) {
        if (module.startsWith('.') && !typeOnly)
          visit(normalize(join(dirname(file), module)), [...path, file]);
      }
      done.add(file);
    };
    for (const file of sources.filter((one) => /^src\/(domain|gateway)\//.test(one))) visit(file, []);
    expect(cycles).toEqual([]);
  });

  it('names no drawer', () => {
    const drawers = files.filter((file) => /(^|\/)(utils?|helpers?|common|misc|manager)(\.|\/)/.test(file));
    expect(drawers).toEqual([]);
    const odd = files.filter((file) => !/^[a-z0-9.-]+\.tsx?$/.test(basename(file)));
    expect(odd).toEqual([]);
  });

  it('keeps files under 300 lines', () => {
    const long = sources.filter((file) => read(file).split('\n').length > 301);
    expect(long).toEqual([]);
  });

  it('opens every source file with what it is for', () => {
    const silent = sources.filter((file) => !/^(#!.*\n)?\/[/*]/.test(read(file)));
    expect(silent).toEqual([]);
  });

  it('uses one word per thing', () => {
    const banned = /\b(equipment|reservation|customer|event log)\b/i;
    const wrong = sources.filter((file) => banned.test(read(file)));
    expect(wrong).toEqual([]);
  });

  it('leaves nothing for later and skips no rule without a reason', () => {
    const others = files.filter((file) => file !== 'test/architecture.test.ts');
    const laterWords = /\b(TODO|FIXME)\b/; // what this rule looks for
    expect(others.filter((file) => laterWords.test(read(file)))).toEqual([]);
    const bareSkip = /biome-ignore[^:\n]*(:\s*)?$/m; // what this rule looks for: a skip without its reason
    const bare = others.filter((file) => bareSkip.test(read(file)));
    expect(bare).toEqual([]);
  });
});

const chapters = readdirSync(join(root, 'manual')).map((name) => `manual/${name}`);

describe.each(['README.md', 'firmware-profiles/machines.md', ...chapters])('%s', (file) => {
  const text = read(file);
  const scripts: Record<string, string> = JSON.parse(read('package.json')).scripts;

  it('names only scripts that exist', () => {
    const named = [...text.matchAll(/npm (?:run )?([a-z]+)/g)].map(([, name]) => name ?? '');
    const own = ['ci', 'install'];
    expect(file === 'README.md' ? named.length : 4).toBeGreaterThan(3);
    expect(named.filter((name) => !own.includes(name) && !scripts[name])).toEqual([]);
  });

  it('names only commands that exist', () => {
    const named = [...text.matchAll(/npx officina ([a-z]+)/g)].map(([, name]) => name ?? '');
    expect(file === 'README.md' ? named.length : 4).toBeGreaterThan(3);
    expect(named.filter((name) => !existsSync(join(root, 'src/commands', `${name}.ts`)))).toEqual([]);
  });

  it('names only paths that exist', () => {
    const named = [...text.matchAll(/`((?:src|test|firmware-profiles|manual)\/[^`\s]*)`/g)].map(
      ([, path]) => path ?? '',
    );
    expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});

it('the README leads to every chapter of the manual, and to no other', () => {
  const linked = [...read('README.md').matchAll(/\]\((manual\/[^)]+)\)/g)].map(([, path]) => path);
  expect(linked.toSorted()).toEqual(chapters.toSorted());
});

describe('decision records', () => {
  it('are numbered, one page each', () => {
    const records = execFileSync('git', ['ls-files', '-co', '--exclude-standard', 'src/decisions'], {
      cwd: root,
      encoding: 'utf8',
    })
      .split('\n')
      .filter(Boolean);
    expect(records.length).toBeGreaterThan(0);
    for (const record of records) {
      expect(relative('src/decisions', record)).toMatch(/^\d{4}-[a-z0-9-]+\.md$/);
      expect(read(record).split('\n').length).toBeLessThan(70);
    }
  });
});
