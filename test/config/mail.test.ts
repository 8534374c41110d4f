// The mail server as the file describes it, and what it cannot say; no mistake shows the password.

import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config/read-config.ts';
import { smallWorkshop } from './small-workshop.ts';

const read = (mail: string) =>
  readConfig({
    file: 'officina.yaml',
    text: `${smallWorkshop}\n${mail}\n`,
    env: { SECRET: 's3cret' },
    flags: {},
  });

describe('mail', () => {
  it('is null where the file says nothing, and is read with its usual port', () => {
    const none = read('');
    expect(none.ok && none.config.mail).toBeNull();
    const full = read(
      `mail: { host: smtp.example.org, user: books, password: "\${SECRET}", from: a@example.org }`,
    );
    expect(full.ok && full.config.mail).toEqual({
      ...{ host: 'smtp.example.org', port: 587, secure: 'starttls', user: 'books', password: 's3cret' },
      ...{ from: 'a@example.org', name: null },
    });
    const tls = read('mail: { host: smtp.example.org, secure: tls, from: a@example.org }');
    expect(tls.ok && tls.config.mail).toMatchObject({ port: 465, user: null, password: null });
  });

  it.each([
    ['no sender', 'mail: { host: smtp.example.org }', 'from'],
    ['a sender that is a list', 'mail: { host: h, from: "a@b.c, d@e.f" }', 'from'],
    ['a password without a user', 'mail: { host: h, password: s3cret, from: a@b.c }', 'user'],
    [
      'a password in the clear',
      'mail: { host: h, secure: none, user: u, password: s3cret, from: a@b.c }',
      'secure',
    ],
    ['another word', 'mail: { host: h, from: a@b.c, tls: yes }', 'tls'],
  ])('refuses %s with its line', (_, text, word) => {
    const outcome = read(text);
    if (outcome.ok) throw new Error('it was taken');
    expect(outcome.mistakes[0]?.line).toBeGreaterThan(1);
    expect(outcome.mistakes.map(({ text: said }) => said).join()).toContain(word);
    expect(JSON.stringify(outcome.mistakes)).not.toContain('s3cret');
  });
});
