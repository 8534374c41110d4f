// What the firmware tells people, as the page of its machine says it: every word has a sentence in every language.

import { describe, expect, it } from 'vitest';
import { alarmSentence, leftSentences } from '../../src/dashboard/machine/firmware-sentences.ts';
import { wordsFor } from './spoken.ts';

const en = wordsFor('en');
const itWords = wordsFor('it');

describe('what the end of access has left', () => {
  it('is told in the order spindle, laser, heat, position; what the machine has nothing of is not mentioned', () => {
    expect(leftSentences({ left: { position: 'kept', spindle: 'off' } }, en)).toEqual([
      'The spindle is off.',
      'Its position is kept.',
    ]);
    expect(leftSentences({ left: { heat: 'off' } }, itWords)).toEqual([
      'I riscaldatori sono spenti, e si raffreddano.',
    ]);
    expect(leftSentences({ left: null }, en)).toEqual([]);
  });
});

describe('the sentence of an alarm', () => {
  const alarm = { en: 'The door is open.', it: 'Lo sportello è aperto.' };

  it('is in the language of the page, and in English where it has no other', () => {
    expect(alarmSentence({ alarm }, itWords)).toBe(alarm.it);
    expect(alarmSentence({ alarm }, en)).toBe(alarm.en);
    expect(alarmSentence({ alarm: { en: alarm.en } }, itWords)).toBe(alarm.en);
    expect(alarmSentence({ alarm: null }, en)).toBeNull();
  });
});
