// Host, gateway and controller in any interleaving and cut anywhere: the host hears what is its own and nothing else, the
// controller gets what is allowed and nothing else, and every answer stands in its turn.

import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { createPassThrough, type PassThrough } from '../../../src/domain/pass-through/pass-through.ts';
import type { Passed } from '../../../src/domain/pass-through/talk.ts';
import type { Profile } from '../../../src/domain/profile/profile.ts';
import { grblProfile } from '../profile/grbl-profile.ts';
import { derivingProfile } from '../profile/marlin-profile.ts';
import { type ModelController, modelController } from './model-controller.ts';

type Family = 'grbl' | 'marlin';
type Step =
  | { readonly do: 'host'; readonly bytes: Uint8Array }
  | { readonly do: 'poll'; readonly line: number }
  | { readonly do: 'work' }
  | { readonly do: 'chatter' }
  | { readonly do: 'wire'; readonly count: number }
  | { readonly do: 'allow'; readonly open: boolean }
  | { readonly do: 'time'; readonly ms: number };

const profiles = new Map<Family, Profile>();
beforeAll(async () => {
  profiles.set('grbl', await grblProfile());
  profiles.set('marlin', await derivingProfile());
});

const chatter: Record<Family, string> = { grbl: '[MSG:Check Door]', marlin: 'echo:busy: processing' };
const polls: Record<Family, readonly string[]> = {
  grbl: ['?', '?', '$I\n'],
  marlin: ['M105\n', 'M114\n'],
};
const pieces: Record<Family, readonly string[]> = {
  grbl: [
    'G1 X1',
    'm5',
    '$32=1',
    '$ rst=#',
    '(',
    ')',
    ';',
    '/',
    ' ',
    '\n',
    '\r',
    '\r\n',
    '?',
    '!',
    '~',
    '\x84',
    '\x9e',
    '\x91',
    '\xc3\x84',
    '\x87',
    '$H',
  ],
  marlin: ['G1 X1', 'M500', 'm 0502', 'M105', 'M114 ', 'M112', ';x', ' ', '\n', '\r', 'G28', '\xc3\x84'],
};

const stepOf = (family: Family): fc.Arbitrary<Step> =>
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc
        .array(fc.constantFrom(...pieces[family]), { minLength: 1, maxLength: 6 })
        .chain((parts) => {
          const bytes = Buffer.from(parts.join(''), 'latin1');
          return fc.nat(bytes.length).map((cut): Step => ({ do: 'host', bytes: bytes.subarray(0, cut) }));
        }),
    },
    { weight: 2, arbitrary: fc.nat(3).map((line): Step => ({ do: 'poll', line })) },
    { weight: 4, arbitrary: fc.constant<Step>({ do: 'work' }) },
    { weight: 4, arbitrary: fc.integer({ min: 1, max: 40 }).map((count): Step => ({ do: 'wire', count })) },
    { weight: 1, arbitrary: fc.constant<Step>({ do: 'chatter' }) },
    { weight: 1, arbitrary: fc.boolean().map((open): Step => ({ do: 'allow', open })) },
    { weight: 1, arbitrary: fc.integer({ min: 100, max: 1500 }).map((ms): Step => ({ do: 'time', ms })) },
  );

/** What the rules say of the host's bytes, told apart from the program: line by line, letter by letter. */
function oracle(family: Family) {
  const lines: { text: string; isAllowed: boolean; isAnswered: boolean }[] = [];
  const instants: number[] = [];
  let line = '';
  let isOdd = false;
  const isBad = (text: string): boolean => {
    const bare = text
      .replace(/\([^)]*(\)|$)|;.*/gs, '')
      .replace(/[\s/]/g, '')
      .toUpperCase();
    if (family === 'grbl') return /^(\$RST=|\$N\d=|\$\d+=|\$I=)/.test(bare);
    return /^M0*(500|502|51[0-2]|928|997|999)(\D|$)/.test(
      text.replace(/;.*/s, '').replace(/\s/g, '').toUpperCase(),
    );
  };
  const bareOf = (text: string) => text.replace(/;.*/s, '').replace(/\s/g, '').toUpperCase();
  return {
    lines,
    instants,
    hear(bytes: Uint8Array, open: boolean) {
      for (const byte of bytes) {
        const letter = String.fromCharCode(byte);
        if (letter === '\n' || letter === '\r') {
          const isQuestion = family === 'marlin' && ['M105', 'M114'].includes(bareOf(line));
          const isStop = family === 'marlin' && bareOf(line) === 'M112';
          const isAllowed = isStop || ((open || isQuestion) && !isBad(line));
          const isAnswered = family === 'grbl' || bareOf(line) !== '';
          lines.push({ text: `${line}${letter}`, isAllowed, isAnswered });
          line = '';
        } else if (family === 'marlin') line += letter;
        else if (isOdd && byte >= 0x80 && byte <= 0xbf) isOdd = false;
        else if ('?!\x84'.includes(letter) || (open && '~\x91'.includes(letter))) instants.push(byte);
        else if (byte < 0x7e) line += letter;
        if (family === 'grbl' && (byte < 0x80 || byte > 0xbf)) isOdd = byte === 0xc3 && line !== '';
      }
    },
  };
}

type Run = {
  readonly controller: ModelController;
  readonly passing: PassThrough;
  readonly wanted: ReturnType<typeof oracle>;
  readonly toHost: number[];
  /** Bytes that the host's own words brought about, without lines of the gateway. */
  readonly fromHost: number[];
  hostAsks: number;
};

function live(family: Family, steps: readonly Step[]): Run {
  const passing = createPassThrough(profiles.get(family) as Profile) as PassThrough;
  const run: Run = {
    controller: modelController(family),
    passing,
    wanted: oracle(family),
    toHost: [],
    fromHost: [],
    hostAsks: 0,
  };
  let nowMs = 0;
  let open = false;
  passing.hostCame();
  const take = (out: Passed, from: 'host' | 'gateway'): void => {
    run.toHost.push(...out.toHost);
    run.controller.hear(out.toController, from);
    if (from === 'host') run.fromHost.push(...out.toController);
  };
  const wire = (count: number): number => {
    const bytes = run.controller.take(count);
    if (bytes.length > 0) take(passing.fromController(bytes, nowMs), 'host');
    return bytes.length;
  };
  const settle = (): void => {
    while (run.controller.work() || wire(1000) > 0);
  };
  for (const step of steps) {
    if (step.do === 'host') {
      run.hostAsks += family === 'grbl' ? step.bytes.filter((byte) => byte === 0x3f).length : 0;
      run.wanted.hear(step.bytes, open);
      take(passing.fromHost(step.bytes, nowMs), 'host');
    } else if (step.do === 'poll') {
      const line = polls[family][step.line % polls[family].length] ?? '';
      take(passing.fromGateway([...Buffer.from(line)], nowMs), 'gateway');
    } else if (step.do === 'work') run.controller.work();
    else if (step.do === 'chatter') run.controller.chatter(chatter[family]);
    else if (step.do === 'wire') wire(step.count);
    else if (step.do === 'allow') {
      open = step.open;
      passing.allow(open);
    } else {
      // Whatever is asked is answered in time.
      settle();
      nowMs += step.ms;
    }
  }
  settle();
  return run;
}

const text = (bytes: readonly number[]) => Buffer.from(bytes).toString('latin1');
const isInstant = (byte: number) => byte > 0x7e || '?!~'.includes(String.fromCharCode(byte));

describe.each(['grbl', 'marlin'] as const)('%s with a host beside the gateway', (family) => {
  const ownLines = family === 'grbl' ? /\$I\n/g : /$^/g;

  it('inv. 8: the controller gets exactly the allowed bytes of the host, in order, and never a forbidden one', () => {
    fc.assert(
      fc.property(fc.array(stepOf(family), { maxLength: 60 }), (steps) => {
        const { fromHost, wanted } = live(family, steps);
        const isText = (byte: number) => family === 'marlin' || !isInstant(byte);
        const lines = wanted.lines.filter(({ isAllowed }) => isAllowed).map((line) => line.text);
        // A poll of ours that had waited comes between whole lines; hosts here never end theirs so.
        const got = text(fromHost.filter(isText)).replaceAll(ownLines, '');
        const told = family === 'marlin' ? withoutOwn(got, lines) : got;
        expect(told).toBe(lines.join(''));
        expect(fromHost.filter((byte) => !isText(byte))).toEqual(wanted.instants);
      }),
      { numRuns: 1000 },
    );
  });

  it('the host hears every answer in its turn, and none of ours', () => {
    fc.assert(
      fc.property(fc.array(stepOf(family), { maxLength: 60 }), (steps) => {
        const { toHost, controller, wanted, hostAsks } = live(family, steps);
        const heard = text(toHost)
          .split('\n')
          .map((line) => line.trim());
        const reports = heard.filter((line) => line.startsWith('<')).length;
        const owed = controller.said.filter(({ isReport, forHost }) => isReport && forHost).length;
        expect(reports).toBeGreaterThanOrEqual(owed);
        expect(reports).toBeLessThanOrEqual(hostAsks);
        expect(heard.filter((line) => /^(\[VER|\[OPT|\$13|X:)/.test(line) && family === 'grbl')).toEqual([]);
        const said = controller.said.filter((item) => item.text.startsWith(chatter[family])).length;
        expect(heard.filter((line) => line === chatter[family]).length).toBe(said);
        const answers = heard.filter((line) => /^(ok|error:)/.test(line)).map((line) => line.slice(0, 5));
        const due = wanted.lines.filter(({ isAnswered }) => isAnswered);
        expect(answers.map((line) => line.startsWith('ok'))).toEqual(
          due.map(({ isAllowed }) => isAllowed || family === 'marlin'),
        );
      }),
      { numRuns: 1000 },
    );
  });
});

/** Takes out of the stream the lines that are not the next one of the host. */
function withoutOwn(stream: string, lines: readonly string[]): string {
  const kept: string[] = [];
  let at = 0;
  for (const line of stream.match(/[^\n\r]*[\n\r]|[^\n\r]+$/g) ?? []) {
    const isNext = line === lines[at];
    if (!isNext && (line === 'M105\n' || line === 'M114\n')) continue;
    kept.push(line);
    if (isNext) at += 1;
  }
  return kept.join('');
}
