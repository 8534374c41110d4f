// `officina trust`: lists, trusts and withdraws, by thumbprints as people copy them, and asks before it does.

import { describe, expect, it } from 'vitest';
import type { ServerCertificate, ServerTrust } from '../../src/commands/boxes.ts';
import type { Terminal } from '../../src/commands/terminal.ts';
import { call, fakeBoxes } from './fake-boxes.ts';

const certificate = (digit: string, changes: Partial<ServerCertificate> = {}): ServerCertificate => ({
  sha1: digit.repeat(40),
  sha256: `${digit}0`.repeat(32),
  subject: 'CN=Mill, O=Officina',
  untilMs: Date.UTC(2099, 0, 31),
  machines: ['mill'],
  ...changes,
});

/** Certificates by the digit that they are made of. */
function serversWith(waiting: ServerCertificate[], trusted: ServerCertificate[] = []): ServerTrust {
  const move = (sha256: string, from: ServerCertificate[], to: ServerCertificate[]): boolean => {
    const index = from.findIndex((one) => one.sha256 === sha256);
    to.push(...(index < 0 ? [] : from.splice(index, 1)));
    return index >= 0;
  };
  return {
    list: () => ({ waiting: [...waiting], trusted: [...trusted] }),
    trust: (sha256) => move(sha256, waiting, trusted),
    withdraw: (sha256) => move(sha256, trusted, waiting),
  };
}

const says = (answer: string): Terminal => ({ ask: async () => answer, askHidden: async () => answer });
const run = (argv: readonly string[], servers: ServerTrust, terminal: Terminal | null = null) =>
  call(['trust', ...argv], { boxes: fakeBoxes({ serverTrust: () => servers }), terminal }).done;
const trusted = (servers: ServerTrust): string[] => servers.list().trusted.map(({ sha1 }) => sha1[0] ?? '');

describe('officina trust', () => {
  it('says when no server has shown itself', async () => {
    expect(await run([], serversWith([]))).toEqual({
      code: 0,
      out: 'No OPC UA server has shown itself yet.\n',
      err: '',
    });
  });

  it('lists what waits and what is trusted, each with all that there is to compare', async () => {
    const ended = certificate('b', { machines: ['lathe', 'saw'], untilMs: Date.UTC(2020, 1, 29) });
    const { code, out } = await run([], serversWith([certificate('a')], [ended]));
    expect(code).toBe(0);
    expect(out).toBe(`Waiting until somebody compares the thumbprint:
  mill: CN=Mill, O=Officina, good until 2099-01-31
    SHA-1    ${'a'.repeat(40)}
    SHA-256  ${'a0'.repeat(32)}
Trusted:
  lathe, saw: CN=Mill, O=Officina, ended on 2020-02-29
    SHA-1    ${'b'.repeat(40)}
    SHA-256  ${'b0'.repeat(32)}
`);
  });

  it.each([
    ['its first digits', 'aaaaaaaa'],
    ['all of SHA-1', 'a'.repeat(40)],
    ['all of SHA-256', 'a0'.repeat(32)],
    ['capitals and colons', 'AA:AA:AA:AA:AA'],
  ])('trusts one by %s, after asking', async (_, word) => {
    const servers = serversWith([certificate('a'), certificate('b')]);
    const { code, out } = await run([word], servers, says('yes'));
    expect(code).toBe(0);
    expect(out).toContain('a'.repeat(40));
    expect(out).toContain('It is trusted.');
    expect(trusted(servers)).toEqual(['a']);
  });

  it('changes nothing unless the answer is yes', async () => {
    for (const answer of ['', 'no', 'yes!', 'later']) {
      const servers = serversWith([certificate('a')]);
      expect(await run(['aaaaaaaa'], servers, says(answer))).toMatchObject({
        code: 1,
        err: 'Nothing was changed.\n',
      });
      expect(trusted(servers)).toEqual([]);
    }
  });

  it('needs somebody to ask, or --yes', async () => {
    const servers = serversWith([certificate('a')]);
    expect(await run(['aaaaaaaa'], servers)).toMatchObject({
      code: 2,
      err: 'Nobody is here to be asked; add --yes.\n',
    });
    expect(trusted(servers)).toEqual([]);
    expect(await run(['aaaaaaaa', '--yes'], servers)).toMatchObject({ code: 0 });
    expect(trusted(servers)).toEqual(['a']);
  });

  it('withdraws', async () => {
    const servers = serversWith([], [certificate('a')]);
    const { code, out } = await run(['aaaaaaaa', '--withdraw', '--yes'], servers);
    expect(code).toBe(0);
    expect(out).toContain('It is not trusted any more.');
    expect(trusted(servers)).toEqual([]);
  });

  it.each([
    [['aaaaaaa'], 2, 'is no thumbprint'],
    [['no-thumbprint'], 2, 'is no thumbprint'],
    [['--withdraw'], 2, 'Which one?'],
    [['cccccccc', '--yes'], 1, 'No certificate that waits begins with cccccccc'],
    [['cccccccc', '--withdraw', '--yes'], 1, 'No trusted certificate begins with cccccccc'],
    [['bbbbbbbb', '--yes'], 1, 'is trusted already'],
    [['aaaaaaaa', '--withdraw', '--yes'], 1, 'is not trusted anyway'],
    [['dddddddd', '--yes'], 1, '2 certificates begin with dddddddd'],
    [['eeeeeeee', '--yes'], 1, 'It has ended, so trusting it would not help'],
  ])('refuses %j', async (argv, code, words) => {
    const ended = certificate('e', { untilMs: Date.UTC(2020, 0, 1) });
    const twins = [certificate('d'), certificate('d', { sha256: 'f'.repeat(64) })];
    const servers = serversWith([certificate('a'), ...twins, ended], [certificate('b')]);
    const answer = await run(argv, servers);
    expect(answer.code).toBe(code);
    expect(answer.err).toContain(words);
    expect(trusted(servers)).toEqual(['b']);
  });
});
