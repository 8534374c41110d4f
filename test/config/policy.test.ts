// The policy in the file of the workshop and in a file of its own: what is read, every mistake with its line, and that what
// passes never gives the rule of turns numbers that contradict each other.

import fc from 'fast-check';
import { Check } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { readPolicyFile } from '../../src/config/policy.ts';
import { readConfig } from '../../src/config/read-config.ts';
import { policySchema } from '../../src/contract/policy.ts';
import type { PolicyDocument, PoolPolicy } from '../../src/domain/policy/policy-document.ts';
import { policySentences } from '../../src/domain/policy/policy-sentences.ts';
import { ruleOf, turnLengthMs } from '../../src/domain/policy/rule-of.ts';
import { defaultPolicy, policyMistakes } from '../../src/domain/schedule/policy.ts';

const file = (policy: string) =>
  readConfig({
    file: 'officina.yaml',
    text: `space: { name: Officina, timezone: Europe/Rome, currency: EUR, locale: en }
machines:
  laser: { name: Laser, pool: lasers, link: { kind: none } }
  laser-2: { name: Small laser, pool: lasers, link: { kind: none } }
  mill: { name: Mill, pool: mills, link: { kind: none } }
${policy}`,
    env: {},
    flags: {},
  });

const workshop = () => {
  const outcome = file('');
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.mistakes));
  return outcome.config.workshop;
};

const inFile = (policy: string): PolicyDocument | undefined => {
  const outcome = file(policy);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.mistakes));
  return outcome.config.workshop.policy;
};

const whole = `pools:
  lasers:
    minutes: 90
    peak: [{ days: mo-fr, from: "17:00", to: "22:00" }]
    peakMinutes: 45
    short: { machines: [laser-2], minutes: 30 }
    bookings: { horizonDays: 7, freeAtPeak: 1, draft: { day: su, at: "18:00" } }
  mills:
weights: { acme: 150 }
care: { days: 30, hours: 8, mostPercent: 150 }
votes: { quorumPercent: 30, majorityPercent: 50, secret: true, openDays: 7, noticeDays: 14 }
`;

const asDocument: PolicyDocument = {
  pools: {
    lasers: {
      minutes: 90,
      peak: [{ days: ['mo', 'tu', 'we', 'th', 'fr'], from: '17:00', to: '22:00' }],
      peakMinutes: 45,
      short: { machines: ['laser-2'], minutes: 30 },
      bookings: { horizonDays: 7, freeAtPeak: 1, draft: { day: 'su', at: '18:00' } },
    },
    mills: {},
  },
  weights: { acme: 150 },
  care: { days: 30, hours: 8, mostPercent: 150 },
  votes: { quorumPercent: 30, majorityPercent: 50, secret: true, openDays: 7, noticeDays: 14 },
};

describe('a policy', () => {
  it('is left out of the description where the file says none', () => {
    expect(inFile('')).toBeUndefined();
    expect(inFile('policy:')).toEqual({ pools: {} });
  });

  it('is the same in the workshop, in a file of its own, and as the JSON that it becomes', () => {
    expect(inFile(`policy:\n${whole.replace(/^(?=.)/gm, '  ')}`)).toEqual(asDocument);
    expect(readPolicyFile(whole, workshop())).toEqual({ ok: true, document: asDocument });
    expect(readPolicyFile(JSON.stringify(asDocument), workshop())).toEqual({
      ok: true,
      document: asDocument,
    });
    expect(Check(policySchema, asDocument)).toBe(true);
  });

  it.each<[policy: string, line: number, text: string]>([
    ['pools: { laserz: }', 1, 'no machine is in the pool "laserz"; did you mean "lasers"'],
    ['pools:\n  lasers: { minute: 60 }', 2, '"minute" is not known here'],
    ['pools:\n  lasers: { minutes: 5 }', 2, 'a whole number of minutes from 15 to 480, not 5'],
    ['pools:\n  lasers: { halfLifeDays: 0 }', 2, 'a whole number of days from 1 to 90'],
    ['pools:\n  lasers: yes', 2, 'policy.pools.lasers must be a group of keys'],
    [
      'pools:\n  lasers: { peakMinutes: 90, longMinutes: 60 }',
      2,
      '"peakMinutes" of policy.pools.lasers (90) is above',
    ],
    [
      'pools:\n  lasers:\n    minutes: 90\n    longMinutes: 60',
      3,
      '"minutes" of policy.pools.lasers (90) is above',
    ],
    [
      'pools:\n  lasers: { overtakeLeastMinutes: 90, overtakeMostMinutes: 60 }',
      2,
      '"overtakeLeastMinutes" of policy.pools.lasers (90) is above "overtakeMostMinutes" (60)',
    ],
    ['pools:\n  lasers:\n    peak: []', 3, 'must be a list of at least one span'],
    [
      'pools:\n  lasers:\n    peak:\n      - { days: mo-xx, from: "17:00", to: "22:00" }',
      4,
      'must be made of mo, tu',
    ],
    [
      'pools:\n  lasers:\n    short: { machines: [mill], minutes: 30 }',
      3,
      '"mill", which is not in this pool',
    ],
    [
      'pools:\n  lasers:\n    peakMinutes: 20\n    short: { machines: [laser-2], minutes: 30 }',
      4,
      'is above the longest turn at peak (20',
    ],
    [
      'pools:\n  lasers:\n    short: { machines: [laser, laser-2], minutes: 30 }',
      3,
      'names every machine of the pool',
    ],
    ['pools:\n  lasers:\n    short: { machines: [laser-2] }', 3, 'lacks "minutes"'],
    [
      'pools:\n  lasers:\n    bookings: { leastMinutes: 60, mostMinutes: 30 }',
      3,
      '"leastMinutes" of policy.pools.lasers.bookings (60) is above',
    ],
    ['pools:\n  lasers:\n    bookings: { freeAtPeak: 3 }', 3, 'more than the machines of the pool (2)'],
    ['pools:\n  lasers:\n    bookings: { freeAtPeak: 0 }', 3, 'at least one must be free'],
    ['pools:\n  lasers:\n    bookings: { draft: { day: sunday, at: "18:00" } }', 3, 'cannot be "sunday"'],
    ['weights: { acme: 0 }', 1, 'a whole number of per cent from 1 to 1000'],
    ['weights: { Acme Ltd: 150 }', 1, 'cannot be an id'],
    ['care: { days: 30, hours: 8 }', 1, 'lacks "mostPercent"'],
    ['votes: { quorumPercent: 30 }', 1, 'lacks "majorityPercent"'],
    ['bookings: {}', 1, '"bookings" is not known here'],
  ])('%j is a mistake in its line', (policy, line, text) => {
    const outcome = readPolicyFile(policy, workshop());
    const mistakes = outcome.ok ? [] : outcome.mistakes;
    expect(mistakes.map((one) => `${one.line}: ${one.text}`).join('\n')).toContain(text);
    expect(mistakes.some((one) => one.text.includes(text) && one.line === line)).toBe(true);
  });

  it('has the defaults of the rule where it says nothing', () => {
    expect(ruleOf({})).toEqual(defaultPolicy);
    expect(turnLengthMs({})).toBe(3_600_000);
  });
});

const figure = (least: number, most: number) =>
  fc.option(
    fc.constantFrom(least, most, 15, 30, 60, 120, 240).filter((one) => one >= least && one <= most),
    {
      nil: undefined,
    },
  );

const anyPool = fc.record(
  {
    minutes: figure(15, 480),
    renewMinutes: figure(5, 240),
    claimMinutes: figure(1, 60),
    turnoverMinutes: figure(0, 60),
    halfLifeDays: figure(1, 90),
    peakMinutes: figure(15, 1440),
    longMinutes: figure(15, 1440),
    overtakePercent: figure(0, 1000),
    overtakeLeastMinutes: figure(0, 1440),
    overtakeMostMinutes: figure(0, 1440),
    idlePercent: figure(0, 100),
    overrunPercent: figure(0, 1000),
    overrunMinutes: figure(1, 240),
    awayMinutes: figure(0, 1440),
    peak: fc.option(fc.constant([{ days: ['mo'], from: '17:00', to: '22:00' }]), { nil: undefined }),
    short: fc.option(
      fc.record({ machines: fc.constant(['laser-2']), minutes: fc.constantFrom(5, 15, 30, 480) }),
      {
        nil: undefined,
      },
    ),
  },
  { requiredKeys: [] },
);

describe('any document', () => {
  it('that passes gives the rule numbers that it takes, a length that may be asked for, and sentences', () => {
    const known = workshop();
    let passed = 0;
    fc.assert(
      fc.property(anyPool, (pool) => {
        const outcome = readPolicyFile(JSON.stringify({ pools: { lasers: pool } }), known);
        if (!outcome.ok) return;
        passed += 1;
        const lasers: PoolPolicy = outcome.document.pools.lasers ?? {};
        const rule = ruleOf(lasers);
        expect(policyMistakes(rule)).toEqual([]);
        expect(turnLengthMs(lasers)).toBeLessThanOrEqual(rule.capMs);
        expect(policySentences(outcome.document, known).length).toBeGreaterThan(10);
      }),
      { numRuns: 400, seed: 7 },
    );
    expect(passed).toBeGreaterThan(100);
  });

  it('inv. 11: whatever the text is, it is read or refused, and nothing is thrown', () => {
    const known = workshop();
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.json(), fc.constant('pools: { __proto__: { minutes: 60 } }')),
        (text) => {
          const outcome = readPolicyFile(text, known);
          if (!outcome.ok) expect(outcome.mistakes.length).toBeGreaterThan(0);
          else expect(Check(policySchema, outcome.document)).toBe(true);
        },
      ),
      { numRuns: 300, seed: 8 },
    );
  });
});
