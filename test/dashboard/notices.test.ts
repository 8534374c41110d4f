// What a steward should know, in the language of the page: a sentence for every code, the gateway's own for strangers.

import { describe, expect, it } from 'vitest';
import { noticeText } from '../../src/dashboard/board/exceptions.ts';
import { languages } from '../../src/dashboard/words/words.ts';
import { createDeviceFacts } from '../../src/gateway/device-facts.ts';
import type { Health } from '../../src/gateway/gateway.ts';
import { createHealth } from '../../src/gateway/health.ts';
import { JournalFault } from '../../src/gateway/ports.ts';
import { sampleWorkshop } from '../fakes/sample-workshop.ts';
import { wordsFor } from './spoken.ts';

const [en, it_] = [wordsFor('en'), wordsFor('it')];

/** Every reason that the gateway itself can give, as it gives it. */
function everyReason(): Health['reasons'] {
  const health = createHealth({ emit: () => undefined });
  health.clock(false);
  for (const code of ['influx-behind', 'tls-expires', 'tls-not-renewed'] as const) health.notice(code, true);
  health.notice('command-retained', true, {
    text: '',
    values: { client: 'DVES_A1', topic: 'cmnd/x/POWER', more: 0 },
  });
  const machines = { text: 'It is so of: laser.', values: { machines: 'laser' } };
  health.notice('meter-start-kept', true, machines);
  const lines = { text: 'It is pools.lasers.minutes: 45.', values: { lines: 'pools.lasers.minutes: 45' } };
  health.notice('policy-not-in-file', true, lines);
  health.notice('webhook-disabled', true, { text: 'It is about: door.', values: { webhooks: 'door' } });
  for (const code of ['budget-nearly-spent', 'budget-spent'] as const)
    health.notice(code, true, { text: 'horizon', values: { codes: 'horizon' } });
  const facts = createDeviceFacts({
    workshop: () => sampleWorkshop,
    truths: () => ({ ordered: null, acknowledged: null, measured: null, confirmed: 'none' }),
    health,
    allowLists: { facts: () => null },
  });
  const id = Object.keys(sampleWorkshop.switches)[0] ?? '';
  const setting = { name: 'PowerOnState', value: '3', safe: false, remedy: 'cmnd/plug/PowerOnState 0' };
  facts.said({ device: { role: 'switch', id }, there: true, setting });
  const journal = (['journal-full', 'journal-behind', 'journal-broken'] as const).map((code) => {
    health.fault(new JournalFault(code, 'no'));
    return health.now().reasons.filter((reason) => reason.code === code);
  });
  return [...journal.flat(), ...health.now().reasons.filter(({ code }) => !code.startsWith('journal-'))];
}

const reasons = everyReason();

describe('notices', () => {
  it('are all of the gateway', () => {
    expect(reasons.map(({ code }) => code).sort()).toEqual(Object.keys(en.notices).sort());
  });

  it.each(reasons)('$code is a whole sentence in every language', (reason) => {
    const texts = languages.map(({ code }) =>
      noticeText({ ...reason, values: { ...reason.values } }, wordsFor(code)),
    );
    for (const text of texts) {
      expect(text).toMatch(/^\S.*\.$/);
      expect(text).not.toMatch(/undefined|null|NaN/);
    }
    expect(new Set(texts).size).toBe(languages.length);
  });

  it('name the device and its setting, and that there are more', () => {
    const values = {
      role: 'switch',
      device: 'plug',
      setting: 'PowerOnState',
      value: '3',
      remedy: '',
      more: 2,
    };
    const text = noticeText({ code: 'switch-unsafe', text: '', values }, it_);
    for (const word of ['plug', 'PowerOnState', '3', 'non è il solo']) expect(text).toContain(word);
  });

  it('of a code that this page does not know are told in the words of the gateway', () => {
    for (const code of ['new-one', 'constructor', '__proto__'])
      expect(noticeText({ code, text: 'It is so.', values: {} }, it_)).toBe('It is so.');
  });
});
