// A gateway without TLS pays nothing for it: only `composition` reaches for these modules, and only when asked.

import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';

const root = new URL('../../..', import.meta.url).pathname;

/** Own modules that a start loads, as seen by a process that imports the program and says which. */
const program = `
  import { registerHooks } from 'node:module';
  const loaded = [];
  registerHooks({ load: (url, context, next) => (loaded.push(url), next(url, context)) });
  await import(${JSON.stringify(`${root}src/main.ts`)});
  process.stdout.write(loaded.filter((url) => url.includes('/src/adapters/')).join('\\n'));
`;

it('nothing of TLS is loaded by the program itself', () => {
  const args = ['--input-type=module', '--eval', program];
  const loaded = execFileSync(process.execPath, args, { encoding: 'utf8', cwd: root }).split('\n');
  expect(loaded.filter((url) => url.includes('/adapters/mqtt/'))).not.toEqual([]);
  expect(loaded.filter((url) => url.includes('/adapters/tls/'))).toEqual([]);
});
