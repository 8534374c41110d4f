// The PN532 on its serial line: frames in any chunks, the questions in their order, and what becomes of a chip that is
// silent, late or resets.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pn532Command, pn532Framer, wakeUp } from '../../../src/adapters/readers/pn532-frame.ts';
import {
  beginPn532,
  hearPn532,
  type Pn532State,
  type Pn532Step,
  wakePn532,
  wakesAt,
} from '../../../src/adapters/readers/pn532-poll.ts';

const ack = [0, 0, 0xff, 0, 0xff, 0];
const hex = (bytes: Iterable<number>) => Buffer.from(Uint8Array.from(bytes)).toString('hex');
/** As the chip frames an answer, made without the code under test. */
function answer(code: number, data: readonly number[]): number[] {
  const body = [0xd5, code, ...data];
  const sum = (list: readonly number[]) => (256 - (list.reduce((a, b) => a + b, 0) % 256)) % 256;
  return [0, 0, 0xff, body.length, sum([body.length]), ...body, sum(body), 0];
}
const target = [1, 1, 0, 4, 8, 4, 0x94, 0xd8, 0xfc, 0x5f];

describe('frames', () => {
  it('writes commands as the manual shows them', () => {
    expect(hex(pn532Command(0x02))).toBe('0000ff02fed4022a00');
    expect(hex(pn532Command(0x14, [1, 20, 0]))).toBe('0000ff05fbd4140114000300');
    expect(hex(pn532Command(0x4a, [1, 0]))).toBe('0000ff04fcd44a0100e100');
  });

  it('reads acknowledgement and answer wherever they are cut, after noise', () => {
    const stream = Uint8Array.from([0x55, 0, 0, ...ack, ...answer(0x4b, target)]);
    for (let cut = 0; cut <= stream.length; cut++) {
      const framer = pn532Framer();
      const frames = [...framer.push(stream.slice(0, cut)), ...framer.push(stream.slice(cut))];
      expect(frames.map(({ kind }) => kind)).toEqual(['ack', 'answer']);
    }
  });

  it('inv. 11: takes no answer whose checksum is wrong, and finds the next one', () => {
    const frame = answer(0x4b, target);
    fc.assert(
      fc.property(
        fc.integer({ min: 5, max: frame.length - 2 }),
        fc.integer({ min: 1, max: 255 }),
        (at, change) => {
          const wrong = [...frame];
          wrong[at] = ((wrong[at] ?? 0) + change) & 0xff;
          const frames = pn532Framer().push(Uint8Array.from([...wrong, ...frame]));
          expect(frames).toEqual([{ kind: 'answer', code: 0x4b, data: Uint8Array.from(target) }]);
        },
      ),
    );
  });
});

type Life = {
  state: Pn532State;
  sent: string[];
  cards: string[];
  ready: number;
  silent: number;
  now: number;
};

function begin(): Life {
  return take(
    { state: beginPn532(0).state, sent: [], cards: [], ready: 0, silent: 0, now: 0 },
    beginPn532(0),
  );
}

function take(life: Life, step: Pn532Step): Life {
  life.state = step.state;
  for (const effect of step.effects) {
    if (effect.kind === 'send') life.sent.push(hex(effect.bytes));
    if (effect.kind === 'card') life.cards.push(hex(effect.uid));
    if (effect.kind === 'ready') life.ready += 1;
    if (effect.kind === 'silent') life.silent += 1;
  }
  return life;
}

function hear(life: Life, ...bytes: readonly number[]): Life {
  for (const frame of pn532Framer().push(Uint8Array.from(bytes)))
    take(life, hearPn532(life.state, frame, life.now));
  return life;
}

function wait(life: Life): Life {
  life.now = wakesAt(life.state);
  return take(life, wakePn532(life.state, life.now));
}

const awake = (life: Life) =>
  hear(
    life,
    ...ack,
    ...answer(0x03, [0x32, 1, 6, 7]),
    ...ack,
    ...answer(0x15, []),
    ...ack,
    ...answer(0x33, []),
  );

describe('questions', () => {
  it('wakes it, makes it ready, asks for a card and lets it go', () => {
    const life = wait(awake(begin()));
    expect(life.ready).toBe(1);
    hear(life, ...ack, ...answer(0x4b, target));
    expect(life.cards).toEqual(['94d8fc5f']);
    wait(hear(life, ...ack, ...answer(0x53, [0])));
    expect(life.sent.map((frame) => frame.replace(hex(wakeUp), 'wake ').slice(0, 40))).toEqual([
      'wake 0000ff02fed4022a00',
      hex(pn532Command(0x14, [1, 20, 0])),
      hex(pn532Command(0x32, [5, 255, 1, 1])),
      hex(pn532Command(0x4a, [1, 0])),
      hex(pn532Command(0x52, [1])),
      hex(pn532Command(0x4a, [1, 0])),
    ]);
  });

  it('asks again when there is no card', () => {
    const life = wait(awake(begin()));
    wait(hear(life, ...ack, ...answer(0x4b, [0])));
    expect(life.cards).toEqual([]);
    expect(life.sent.at(-1)).toBe(hex(pn532Command(0x4a, [1, 0])));
  });

  it('begins anew when it falls silent, tells that once, and comes back', () => {
    const life = wait(awake(begin()));
    for (let i = 0; i < 5; i++) wait(life);
    expect(life.silent).toBe(1);
    expect(life.sent.at(-1)).toContain(hex(wakeUp));
    wait(awake(life));
    expect(life.sent.at(-1)).toBe(hex(pn532Command(0x4a, [1, 0])));
  });

  it('takes no card from an answer that came without its acknowledgement', () => {
    const life = wait(awake(begin()));
    hear(life, ...answer(0x4b, target));
    expect(life.cards).toEqual([]);
  });

  it.each([
    ['no number', [1, 1, 0, 4, 8, 0]],
    ['more than there is', [1, 1, 0, 4, 8, 7, 1, 2, 3, 4]],
    ['two targets', [2, 1, 0, 4, 8, 4, 1, 2, 3, 4]],
  ])('inv. 11: %s is no card', (_, data) => {
    const life = wait(awake(begin()));
    expect(hear(life, ...ack, ...answer(0x4b, data)).cards).toEqual([]);
  });
});
