// Exit codes, help and wrong use, for every command alike.

import { describe, expect, it } from 'vitest';
import { call, fakeBoxes } from './fake-boxes.ts';

const commands = ['run', 'demo', 'init', 'check', 'attach', 'import', 'statement', 'verify', 'ledger'];

describe('the command line', () => {
  it.each([[[]], [['--help']], [['-h']]])('%j lists the commands', async (argv) => {
    const { code, out } = await call(argv).done;
    expect(code).toBe(0);
    for (const command of commands) expect(out).toContain(`\n  ${command} `);
  });

  it('tells its version', async () => {
    expect((await call(['--version']).done).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it.each(commands)('%s has help with an example, and does nothing else then', async (command) => {
    const boxes = fakeBoxes();
    const { code, out } = await call([command, '--help'], { boxes }).done;
    expect(code).toBe(0);
    expect(out).toContain(`Example:\n  officina ${command}`);
    expect(boxes.calls).toEqual([]);
  });

  it.each([
    [['statment'], 'did you mean "statement"?'],
    [['annex'], 'run, demo, init, check, attach, import, badge, machine, reader, record, erase, statement'],
    [['--config', 'x', 'run'], 'before its options'],
    [['statement', '--mont', '2026-11'], 'did you mean "--month"?'],
    [['statement', '--month'], '--month needs a value'],
    [['run', '--data', '--http-port', '0'], '--data needs a value'],
    [['import', '--dry-run=yes', 'a.csv'], '--dry-run takes no value'],
    [['import'], 'A file is missing'],
    [['import', 'a.csv', 'b.csv'], '"b.csv" is one word too many'],
    [['run', '--constructor'], '--constructor is no option'],
  ])('%j is wrong use', async (argv, sentence) => {
    const { code, err, out } = await call(argv).done;
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(sentence);
  });

  it('a fault is told with its cause, and is no success', async () => {
    const boxes = fakeBoxes({
      verify: () => Promise.reject(new Error('The journal cannot be opened.', { cause: new Error('EIO') })),
    });
    const { code, err } = await call(['verify', '--data', '/nowhere'], { boxes }).done;
    expect(code).toBe(1);
    expect(err).toBe('officina verify failed: The journal cannot be opened. Cause: EIO\n');
  });
});
