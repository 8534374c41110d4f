// `material` and `charge`, on the journal of a whole gateway and at one that runs: what is asked, what is told, and wrong use.

import { describe, expect, it } from 'vitest';
import { openWorld, type World } from '../fakes/fake-world.ts';
import { sampleWorkshop } from '../fakes/sample-workshop.ts';
import { call, fakeBoxes } from './fake-boxes.ts';

const pla = { id: 'pla', name: 'PLA', unit: 'g', perUnitMinor: '4.55' } as const;
const tariff = { pool: 'lasers', from: '2026-01-01', perHourMinor: '1000', clock: 'operating' } as const;

const open = () => openWorld({ workshop: { ...sampleWorkshop, tariffs: [{ ...tariff, materials: [pla] }] } });

const run = (world: World, argv: readonly string[]) => {
  const boxes = fakeBoxes({
    openOffline: async () => ({ gateway: world.gateway, close: async () => undefined }),
  });
  return call(argv, { boxes }).done;
};

const enter = ['material', 'enter', '--member', 'anna', '--machine', 'laser', '--material', 'pla'];

describe('material', () => {
  it('is entered with its price, told how to take it back, and taken back', async () => {
    const world = await open();
    const { code, out, err } = await run(world, [...enter, '--amount', '82.5']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('Entered for anna Rossi');
    expect(out).toContain('82.5 g PLA at 0.0455 = 3.75');
    const [, entry = ''] = /material withdraw (\S+)/.exec(out) ?? [];
    const back = await run(world, ['material', 'withdraw', entry]);
    expect(back.out).toContain('Withdrawn for anna Rossi');
    expect(back.out).toContain('-3.75 EUR');
  });

  it('as a dry run writes nothing, and a refusal says what there is', async () => {
    const world = await open();
    expect((await run(world, [...enter, '--amount', '1', '--dry-run'])).out).toContain(
      'Nothing was written.',
    );
    const other = enter.with(-1, 'abs');
    const refused = await run(world, [...other, '--amount', '1']);
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('(pla)');
    expect((await run(world, [...enter, '--amount', 'much'])).err).toContain('at most three decimals');
  });

  it.each([
    [['material', 'sell'], 'Say "enter"'],
    [['material', 'enter', '--member', 'anna'], '--machine is missing'],
    [[...enter, '--amount', '1', '--session', 'A B'], '"A B" is no session'],
    [['material', 'withdraw'], 'the statement shows it'],
    [['material', 'withdraw', 'x', '--why', 'mood'], '--why of a withdrawal'],
    [['charge', 'undo', 'x'], 'Say "correct SESSION"'],
    [['charge', 'correct', 'x'], 'Give --to, --waive or --cost-code'],
    [['charge', 'correct', 'x', '--to', '1', '--waive'], 'do not go together'],
    [['charge', 'correct', 'x', '--to', '1.234'], '--to must be a price in EUR'],
    [['charge', 'correct', 'x', '--waive', '--why', 'mood'], '--why must be one of'],
  ])('%j is wrong use', async (argv, sentence) => {
    const { code, err } = await run(await open(), argv);
    expect(code).toBe(2);
    expect(err).toContain(sentence);
  });
});

describe('charge correct', () => {
  it('says before and after, and the second time that it is so already', async () => {
    const world = await open();
    const { out } = await run(world, [...enter, '--amount', '100']);
    const [, entry = ''] = /material withdraw (\S+)/.exec(out) ?? [];
    const correct = ['charge', 'correct', entry, '--to', '2.00', '--note', 'half of it'];
    expect((await run(world, correct)).err).toContain('Nothing was charged under this id');
    await world.advance(2_000);
    const dry = await run(world, [...correct, '--dry-run']);
    expect(dry.out).toContain('It would be corrected for anna Rossi');
    const done = await run(world, correct);
    expect(done.out).toContain('4.55 EUR before, 2.00 EUR now');
    expect(done.out).toMatch(/no cost code {2}-2\.55 EUR/);
    expect((await run(world, correct)).err).toContain('It is charged so already');
  });
});
