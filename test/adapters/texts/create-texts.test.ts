// Every refusal has a sentence in every language, with the same values in it.

import { describe, expect, it } from 'vitest';
import { createTexts, textTables } from '../../../src/adapters/texts/create-texts.ts';
import { refusalCodes } from '../../../src/domain/access/refusal.ts';
import { rules } from '../../../src/domain/access/rules.ts';

const placeholders = (sentence: string): string[] =>
  [...sentence.matchAll(/\{([a-z]+)\}/g)].map(([, name]) => name ?? '').sort();

describe.each(Object.entries(textTables))('%s', (_language, table) => {
  it('has a sentence for every refusal and every answer', () => {
    const yeses = ['granted', 'granted-bypassed', 'granted-lesson', 'certificate-earned'];
    for (const code of [...refusalCodes, ...yeses, 'lesson-offered', 'ended', 'ending-job', 'other'])
      expect([...table.keys()]).toContain(code);
  });

  it('says of every refusal what would make it a yes, and of every rule what it asks', () => {
    const remedies = [...refusalCodes, 'lesson-offered'].map((code) => `remedy.${code}`);
    // Whose turn it is, is no rule of a start, and stands beside them.
    const titles = [...rules.map(({ name }) => name), 'in-turn'].map((name) => `rule.${name}`);
    expect([...remedies, ...titles].filter((key) => !table.has(key))).toEqual([]);
    // Nor is one left of a code or a rule that is gone.
    const known = [...table.keys()].filter((key) => key.includes('.'));
    expect(known.sort()).toEqual([...remedies, ...titles].sort());
  });

  it('has the keys and values of the English table', () => {
    expect([...table.keys()]).toEqual([...textTables.en.keys()]);
    for (const [code, sentence] of textTables.en)
      expect([code, placeholders(table.get(code) ?? '')]).toEqual([code, placeholders(sentence)]);
  });

  it('keeps to the house voice', () => {
    for (const [code, sentence] of table) {
      expect([code, /[!]|\bplease\b|\boops\b|\binvalid|per favore/i.test(sentence)]).toEqual([code, false]);
      expect([code, sentence.endsWith('.'), sentence.length <= 200]).toEqual([code, true, true]);
    }
  });
});

describe('createTexts', () => {
  it('speaks the language of the space, and English where it knows none', () => {
    const values = { machine: 'Laser', certificate: 'laser-basic', until: '2026-06-30' };
    expect(createTexts('it-IT').say('certificate-expired', values)).toBe(
      'Per Laser serve il certificato laser-basic. Il tuo è scaduto il 2026-06-30; chiedi un ripasso a un istruttore.',
    );
    for (const locale of ['en-GB', 'sv', 'constructor', '']) {
      expect(createTexts(locale).say('granted', { machine: 'Laser' })).toBe(
        'Laser is yours. Tap again when you have finished.',
      );
    }
  });

  it('has a plain sentence with the code for one it does not know', () => {
    expect(createTexts('en').say('toString', {})).toBe(
      'This is not possible now. Tell a steward the code toString.',
    );
    expect(createTexts('it').say('new-code', {})).toContain('new-code');
  });

  it('inv. 11: a value is one printable line, and never read as a placeholder again', () => {
    const said = createTexts('en').say('granted', { machine: `{code}\n\u202e${'x'.repeat(200)}` });
    expect(said.startsWith('{code}')).toBe(true);
    expect(said).not.toMatch(/[\n\u202e]/);
    expect(said.length).toBeLessThan(140);
  });
});
