// The part of the journal's promises that is about what stands beside the entries: people, outbox, snapshots.

import { expect, it } from 'vitest';
import { emptyState } from '../../src/domain/journal/state.ts';
import type { SecretBallot } from '../../src/domain/policy/ballot-box.ts';
import type { Commit, Journal, Passkey } from '../../src/gateway/ports.ts';
import {
  commitOf,
  sampleEntries,
  sampleEntry,
  sampleMessage,
  sampleNote,
  samplePerson,
} from '../fakes/sample-entries.ts';
import { outcomes } from './journal-outcomes.ts';

export function peopleCases(journal: () => Journal): void {
  const put = (...people: ReturnType<typeof samplePerson>[]): Commit =>
    commitOf([], { people: people.map((person) => ({ kind: 'put', person })) });

  it('puts, replaces and erases people with their badges', async () => {
    const anna = samplePerson('anna', {
      email: null,
      password: 'scrypt$1',
      badges: [
        { badge: 'z', key: 'k2', views: [], tail: '2222', from: 'tap', sealed: 'a sealed card' },
        {
          ...{ badge: 'a', key: 'k1', tail: '1111', from: 'list', sealed: null },
          views: [
            { view: 'low24', key: 'k4' },
            { view: 'low32', key: 'k3' },
          ],
        },
      ],
      lost: [
        {
          ...{ badge: 'l', key: 'k5', tail: '3333', from: 'list', sealed: null },
          views: [{ view: 'low32', key: 'k6' }],
        },
      ],
    });
    const bruno = samplePerson('bruno');
    await journal().append(put(bruno, anna));
    expect(await journal().people()).toEqual([anna, bruno]);
    const renamed = { ...anna, name: 'Anna Bianchi', badges: [] };
    await journal().append(put(renamed));
    expect(await journal().people()).toEqual([renamed, bruno]);
    await journal().append(commitOf([], { people: [{ kind: 'erase', member: bruno.member }] }));
    expect(await journal().people()).toEqual([renamed]);
    await journal().append(put(samplePerson('carla', { badges: bruno.badges })));
    expect(await journal().people()).toHaveLength(2);
  });

  it('lets two members exchange handles and badges in one commit, but never share one', async () => {
    const anna = samplePerson('anna');
    const bruno = samplePerson('bruno');
    await journal().append(put(anna, bruno));
    const swapped = [
      { ...anna, handle: bruno.handle, badges: bruno.badges },
      { ...bruno, handle: anna.handle, badges: anna.badges },
    ];
    await journal().append(put(...swapped));
    expect(await journal().people()).toEqual(swapped);
    const shared = samplePerson('carla', {
      badges: [{ badge: 'other', key: 'key-anna', views: [], tail: '1234', from: 'list', sealed: null }],
    });
    expect(await outcomes(journal(), [put(shared)])).toEqual(['journal-broken']);
    expect(await outcomes(journal(), [put(samplePerson('carla', { handle: 'anna' }))])).toEqual([
      'journal-broken',
    ]);
    expect(await journal().people()).toEqual(swapped);
  });
}

export function noteCases(journal: () => Journal): void {
  const note = (...notes: ReturnType<typeof sampleNote>[]): Commit =>
    commitOf([], { people: notes.map((one) => ({ kind: 'note', note: one })) });

  it('keeps notes until the member whom they are about is erased', async () => {
    const [one, other] = [sampleNote('use-1', { text: 'Łódź 🪚' }), sampleNote('use-2', { member: 'bruno' })];
    await journal().append(note(other, one));
    expect(await journal().notes()).toEqual([one, other]);
    const anna = samplePerson('anna');
    for (const name of ['Anna', 'Anna Bianchi'])
      await journal().append(commitOf([], { people: [{ kind: 'put', person: { ...anna, name } }] }));
    expect(await journal().notes()).toEqual([one, other]);
    await journal().append(commitOf([], { people: [{ kind: 'erase', member: 'member-anna' }] }));
    expect(await journal().notes()).toEqual([other]);
  });

  it('refuses a second note beside one use, with all of its commit', async () => {
    await journal().append(note(sampleNote('use-1')));
    const twice = commitOf([sampleEntry(1)], { people: [{ kind: 'note', note: sampleNote('use-1') }] });
    expect(await outcomes(journal(), [twice])).toEqual(['journal-broken']);
    expect(await journal().notes()).toEqual([sampleNote('use-1')]);
    await journal().append(commitOf([sampleEntry(1)]));
  });
}

export function passkeyCases(journal: () => Journal): void {
  const passkey = (id: string, changed: Partial<Passkey> = {}): Passkey => ({
    ...{ passkey: id, member: 'member-anna', name: 'Łódź 🔑', credential: `credential-${id}` },
    ...{ publicKey: 'key', counter: 0, addedAtMs: 1, usedAtMs: null, ...changed },
  });
  const put = (...passkeys: Passkey[]): Commit =>
    commitOf([], { people: passkeys.map((one) => ({ kind: 'passkey', passkey: one })) });

  it('keeps passkeys until they are removed or their member is erased', async () => {
    const bruno = passkey('c', { member: 'member-bruno' });
    await journal().append(put(bruno, passkey('a'), passkey('b')));
    const used = passkey('a', { counter: 7, usedAtMs: 9 });
    await journal().append(put(used));
    const anna = commitOf([], { people: [{ kind: 'put', person: samplePerson('anna', { name: 'Anna' }) }] });
    await journal().append(anna);
    expect(await journal().passkeys()).toEqual([used, passkey('b'), bruno]);
    await journal().append(commitOf([], { people: [{ kind: 'passkey-gone', passkey: 'b' }] }));
    expect(await journal().passkeys()).toEqual([used, bruno]);
    await journal().append(commitOf([], { people: [{ kind: 'erase', member: 'member-anna' }] }));
    expect(await journal().passkeys()).toEqual([bruno]);
  });

  it('refuses a credential that is there already, with all of its commit', async () => {
    await journal().append(put(passkey('a')));
    const twice = { ...put(passkey('b', { credential: 'credential-a' })), entries: [sampleEntry(1)] };
    expect(await outcomes(journal(), [twice])).toEqual(['journal-broken']);
    expect(await journal().passkeys()).toEqual([passkey('a')]);
  });
}

export function ballotCases(journal: () => Journal): void {
  const cast = (receipt: string, change: Partial<Ballot> = {}): Commit =>
    commitOf([], {
      people: [
        {
          ...{ kind: 'ballot', replaces: null },
          ...change,
          ballot: { proposal: 'p1', receipt, choice: 'yes', ...change.ballot },
        },
      ],
    });

  it('keeps ballots in the order of their receipts, each vote by itself, until the box is emptied', async () => {
    await journal().append(cast('b'));
    await journal().append(cast('a', { ballot: { proposal: 'p2' } }));
    await journal().append(cast('a', { ballot: { choice: 'no' } }));
    const both = [
      { proposal: 'p1', receipt: 'a', choice: 'no' },
      { proposal: 'p1', receipt: 'b', choice: 'yes' },
    ];
    expect(await journal().ballots('p1')).toEqual(both);
    await journal().append(commitOf([], { people: [{ kind: 'erase', member: 'member-anna' }] }));
    expect(await journal().ballots('p1')).toEqual(both);
    await journal().append(commitOf([], { people: [{ kind: 'box-emptied', proposal: 'p1' }] }));
    expect(await journal().ballots('p1')).toEqual([]);
    expect(await journal().ballots('p2')).toHaveLength(1);
  });

  it('puts one in the place of another, and refuses all of a commit that cannot', async () => {
    await journal().append(cast('a'));
    await journal().append(cast('b', { replaces: 'a', ballot: { choice: 'blank' } }));
    const now = [{ proposal: 'p1', receipt: 'b', choice: 'blank' }];
    expect(await journal().ballots('p1')).toEqual(now);
    for (const bad of [cast('c', { replaces: 'a' }), cast('b')]) {
      const withEntry = { ...bad, entries: [sampleEntry(1)] };
      expect(await outcomes(journal(), [withEntry])).toEqual(['journal-broken']);
      expect(await journal().ballots('p1')).toEqual(now);
    }
    await journal().append(commitOf([sampleEntry(1)]));
  });
}

type Ballot = { readonly replaces: string; readonly ballot: Partial<SecretBallot> };

export function outboxCases(journal: () => Journal): void {
  it('keeps messages until they are delivered or expire', async () => {
    const messages = [sampleMessage('m1', 1000), sampleMessage('m2', 2000), sampleMessage('m3', 3000)];
    await journal().append(commitOf([sampleEntry(1)], { messages }));
    expect(await journal().waiting(999)).toEqual({ messages, expired: 0 });
    expect(await journal().waiting(1000)).toEqual({ messages: messages.slice(1), expired: 1 });
    await journal().delivered(['m2', 'never-was']);
    await journal().delivered([]);
    expect(await journal().waiting(1000)).toEqual({ messages: messages.slice(2), expired: 0 });
  });

  it('inv. 10: holds ten thousand messages and drops the oldest', async () => {
    const messages = Array.from({ length: 10_003 }, (_, index) => sampleMessage(`m${index}`, 10));
    await journal().append(commitOf([], { messages: messages.slice(0, 9_000) }));
    await journal().append(commitOf([], { messages: messages.slice(9_000) }));
    const { messages: kept } = await journal().waiting(0);
    expect(kept).toHaveLength(10_000);
    expect(kept[0]?.id).toBe('m3');
  });
}

export function snapshotCases(journal: () => Journal): void {
  it('gives back the newest of the same reducer', async () => {
    await journal().append(commitOf(sampleEntries(1, 3)));
    expect(await journal().snapshot('r1')).toBeNull();
    const state = { ...emptyState('gateway-1'), seq: 1 };
    state.switches.set('__proto__', { on: true, sinceMs: 5 });
    await journal().keepSnapshot('r1', state);
    state.switches.clear();
    const kept = await journal().snapshot('r1');
    expect(kept?.switches).toEqual(new Map([['__proto__', { on: true, sinceMs: 5 }]]));
    await journal().keepSnapshot('r1', { ...state, seq: 2 });
    expect((await journal().snapshot('r1'))?.seq).toBe(2);
    expect(await journal().snapshot('r2')).toBeNull();
  });

  it('keeps the last two', async () => {
    await journal().append(commitOf(sampleEntries(1, 3)));
    for (const [index, reducer] of ['r1', 'r2', 'r3'].entries()) {
      await journal().keepSnapshot(reducer, { ...emptyState('gateway-1'), seq: index + 1 });
    }
    expect(await journal().snapshot('r1')).toBeNull();
    expect((await journal().snapshot('r2'))?.seq).toBe(2);
    expect((await journal().snapshot('r3'))?.seq).toBe(3);
  });

  it('refuses one that is ahead of the disk', async () => {
    await journal().append(commitOf([sampleEntry(1)]));
    const ahead = journal().keepSnapshot('r1', { ...emptyState('gateway-1'), seq: 2 });
    await expect(ahead).rejects.toMatchObject({ code: 'journal-behind' });
    expect(await journal().snapshot('r1')).toBeNull();
  });
}
