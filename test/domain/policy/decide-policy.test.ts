// Which policy counts, as levels: it begins at its instant, whatever happened in between, in the order of the dates; a clock
// that was never set begins nothing.

import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideTick } from '../../../src/domain/access/decide-tick.ts';
import { restMs } from '../../../src/domain/access/rest-ms.ts';
import { apply } from '../../../src/domain/journal/apply.ts';
import { copyState } from '../../../src/domain/journal/copy-state.ts';
import { emptyState } from '../../../src/domain/journal/state.ts';
import { adoptFromFile, decidePolicy } from '../../../src/domain/policy/decide-policy.ts';
import { namePolicy } from '../../../src/domain/policy/name-policy.ts';
import type { PolicyDocument } from '../../../src/domain/policy/policy-document.ts';
import { policyText, samePolicy } from '../../../src/domain/policy/policy-text.ts';
import { createHistory, type History } from '../../fakes/history.ts';
import { decideTo, hashOf, voteFor } from '../../fakes/policy.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
const withMinutes = (minutes: number): PolicyDocument => ({ pools: { lasers: { minutes } } });

/** Adds what is due until nothing is; the types of it. */
function settle(history: History): readonly string[] {
  const types: string[] = [];
  for (let due = decidePolicy(history.state, history.stamp()); due.length > 0; ) {
    history.add(...due);
    types.push(...due.map(({ type }) => type));
    due = decidePolicy(history.state, history.stamp());
  }
  return types;
}

const counting = ({ state }: History): unknown => state.policy?.document.pools.lasers?.minutes;

describe('the file', () => {
  it('adopts at once what it says, and nothing twice', () => {
    const history = createHistory();
    history.boot();
    decideTo(history, withMinutes(60));
    expect(history.state.policy).toMatchObject({ version: 1, document: withMinutes(60) });
    expect(history.state.schedule.queues.has('lasers')).toBe(true);
    const again = { document: withMinutes(60), hash: hashOf(withMinutes(60)) };
    expect(adoptFromFile(history.state, again, history.stamp())).toEqual([]);
    expect(decidePolicy(history.state, history.stamp())).toEqual([]);
  });

  it('that takes over what a vote decided changes nothing, now or when that is to begin', () => {
    const history = createHistory();
    history.boot();
    decideTo(history, withMinutes(60));
    voteFor(history, withMinutes(45), history.stamp().atMs + day);
    const same = { document: withMinutes(45), hash: hashOf(withMinutes(45)) };
    expect(adoptFromFile(history.state, same, history.stamp())).toEqual([]);
    history.clock.advance(day);
    settle(history);
    expect(adoptFromFile(history.state, same, history.stamp())).toEqual([]);
  });
});

describe('what a vote decided', () => {
  it('begins at its instant, and not before', () => {
    const history = createHistory();
    history.boot();
    decideTo(history, withMinutes(60));
    voteFor(history, withMinutes(45), history.stamp().atMs + day);
    history.clock.advance(day - 1);
    expect(settle(history)).toEqual([]);
    expect(restMs(history.state, history.stamp())).toBe(1);
    history.clock.advance(1);
    expect(decideTick(history.state, history.stamp()).map(({ type }) => type)).toContain('policy-began');
    expect(settle(history)).toEqual(['policy-began']);
    expect(counting(history)).toBe(45);
  });

  it('begins at the start after a time in which nobody ran, the earlier one first', () => {
    const history = createHistory();
    history.boot();
    decideTo(history, withMinutes(60));
    voteFor(history, withMinutes(45), history.stamp().atMs + 2 * day);
    voteFor(history, withMinutes(30), history.stamp().atMs + day);
    history.clock.advance(3 * day);
    history.boot();
    expect(settle(history)).toEqual(['policy-began', 'policy-began']);
    expect(counting(history)).toBe(45);
    expect(history.state.coming).toEqual([]);
  });

  it('inv. 4: begins nothing by a clock that was never set, and begins once it is', () => {
    const history = createHistory();
    history.boot();
    decideTo(history, withMinutes(60));
    voteFor(history, withMinutes(45), history.stamp().atMs + day);
    history.boot({ synchronised: false });
    history.clock.advance(2 * day);
    expect(settle(history)).toEqual([]);
    history.add({ type: 'clock-judged', data: { synchronised: true } });
    expect(settle(history)).toEqual(['policy-began']);
  });

  it('gives its pools their queues, and the memory that it says', () => {
    const history = createHistory();
    history.boot();
    decideTo(history, { pools: {} });
    voteFor(history, { pools: { lasers: { halfLifeDays: 3 } } }, history.stamp().atMs);
    expect(settle(history)).toEqual(['policy-began', 'queue-described']);
    expect(history.state.schedule.queues.get('lasers')?.memory.halfLifeMs).toBe(3 * day);
  });
});

describe('decisions', () => {
  it('name the policy by which they were made', () => {
    const history = createHistory();
    history.boot();
    const made = { type: 'promises-made', data: { pool: 'lasers', promises: [] } } as const;
    expect(namePolicy(made, history.state)).toBe(made);
    decideTo(history, withMinutes(60));
    expect(namePolicy(made, history.state)).toEqual({
      type: 'promises-made',
      data: { pool: 'lasers', promises: [], policy: hashOf(withMinutes(60)).slice(0, 12) },
    });
  });
});

describe('the text of a document', () => {
  it('is canonical JSON, so that anybody can make its hash', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.stringMatching(/^[a-z0-9-]{1,12}$/), fc.record({ minutes: fc.integer() }), {
          maxKeys: 6,
        }),
        (pools) => {
          const document = { weights: { b: 1, a: 2 }, pools } as PolicyDocument;
          expect(policyText(document)).toBe(canonicalize(document));
          expect(samePolicy(document, { pools, weights: { a: 2, b: 1 } })).toBe(true);
        },
      ),
      { numRuns: 100, seed: 3 },
    );
  });
});

describe('any order of decisions, restarts and clocks', () => {
  const step = fc.oneof(
    fc.record({ deed: fc.constant('file' as const), minutes: fc.integer({ min: 15, max: 40 }) }),
    fc.record({
      deed: fc.constant('vote' as const),
      minutes: fc.integer({ min: 41, max: 90 }),
      inMs: fc.integer({ min: 0, max: 5 * day }),
    }),
    fc.record({ deed: fc.constant('wait' as const), ms: fc.integer({ min: 1, max: 2 * day }) }),
    fc.record({ deed: fc.constant('boot' as const), synchronised: fc.boolean() }),
  );

  it('inv. 3: looking seldom gives what looking always gives, and a replay gives the same', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const often = live(steps, true);
        const seldom = live(steps, false);
        expect(seldom.state.policy).toEqual(often.state.policy);
        expect(seldom.state.coming).toEqual(often.state.coming);
        const replayed = emptyState('gateway-1');
        for (const entry of often.entries) apply(replayed, entry);
        expect(replayed).toEqual(often.state);
        expect(copyState(often.state)).toEqual(often.state);
      }),
      { numRuns: 150, seed: 11 },
    );
  });

  type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

  function live(steps: readonly Step[], looksOften: boolean): History {
    const history = createHistory();
    history.boot();
    for (const one of steps) {
      // Whoever decides has looked before.
      if (one.deed === 'file' || one.deed === 'vote') settle(history);
      if (one.deed === 'file') decideTo(history, withMinutes(one.minutes));
      else if (one.deed === 'vote')
        voteFor(history, withMinutes(one.minutes), history.stamp().atMs + one.inMs);
      else if (one.deed === 'boot') history.boot({ synchronised: one.synchronised });
      else history.clock.advance(one.ms);
      if (looksOften) settle(history);
    }
    if (!history.state.synchronised) history.add({ type: 'clock-judged', data: { synchronised: true } });
    settle(history);
    return history;
  }
});
