// Programs beside the gateway: off unless they are written, and no secret is ever shown in what is said of them.

import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config/read-config.ts';
import { smallWorkshop } from './small-workshop.ts';

const secret = 'c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0LXNlY3JldCE=';

function read(more: string) {
  const text = `${smallWorkshop}${more}\n`;
  const outcome = readConfig({
    ...{ file: 'officina.yaml', text, env: { HOOK: secret }, flags: {} },
    readSecret: (path) =>
      path === 'hook.key' ? { ok: true, text: `whsec_${secret}\n` } : { ok: false, reason: 'is not there' },
  });
  return {
    neighbours: outcome.ok ? outcome.config.neighbours : null,
    texts: (outcome.ok ? outcome.warnings : outcome.mistakes).map(({ text: said }) => said).join('\n'),
  };
}

it('are none unless they are written', () => {
  const none = { homeAssistant: null, metricsToken: null, webhooks: [], ntfy: null };
  expect(read('').neighbours).toEqual(none);
  expect(read('home-assistant: false\nmetrics:\nwebhooks: []\npush:').neighbours).toEqual(none);
});

describe('home-assistant', () => {
  it('is told with its usual prefix or another one, and signs in with a password', () => {
    const open = read('home-assistant: true');
    expect(open.neighbours?.homeAssistant).toEqual({ prefix: 'homeassistant', password: null });
    expect(open.texts).toContain('cannot sign in');
    const own = read('home-assistant: { prefix: ha, password: "of the house" }');
    expect(own.neighbours?.homeAssistant).toEqual({ prefix: 'ha', password: 'of the house' });
  });

  it.each(['officina', 'a/b', '+', '#', '$SYS', '""'])('refuses the prefix %s', (prefix) => {
    const { neighbours, texts } = read(
      `home-assistant: { prefix: "${prefix.replaceAll('"', '')}", password: x }`,
    );
    expect(neighbours).toBeNull();
    expect(texts).toContain('home-assistant');
  });
});

describe('metrics', () => {
  it('has a key long enough that nobody guesses it', () => {
    expect(read('metrics: { key: 0123456789abcdef01234567 }').neighbours?.metricsToken).toBe(
      '0123456789abcdef01234567',
    );
    for (const key of ['short', '"with a blank 0123456789abcdef"'])
      expect(read(`metrics: { key: ${key} }`).texts).toContain('24 printable characters');
  });
});

describe('webhooks', () => {
  const hook = (more: string) => read(`webhooks:\n  - { id: door, events: [machine.locked], ${more} }`);
  const only = (more: string) => hook(more).neighbours?.webhooks[0];

  it('take their secret from the file, the environment or a file of its own', () => {
    const usual = {
      id: 'door',
      url: 'https://example.org/in',
      events: ['machine.locked'],
      names: false,
      lan: false,
    };
    for (const from of [`secret: ${secret}`, `secret: "\${HOOK}"`, 'secret_file: hook.key'])
      expect(only(`url: https://example.org/in, ${from}`)).toEqual({ ...usual, secret });
  });

  it.each([
    ['http://example.org/in', null],
    ['http://192.168.1.4/in', null],
    ['http://192.168.1.4/in, lan: true', 'http://192.168.1.4/in'],
    ['http://127.0.0.1:99/in', 'http://127.0.0.1:99/in'],
    ['http://[::1]:99/in', 'http://[::1]:99/in'],
    ['https://anna:word@example.org/in', null],
    ['ftp://example.org/in', null],
    ['nowhere', null],
  ])('may stand at %s: %s', (url, taken) => {
    const found = hook(`url: ${url.replace(/^[^,]+/, '"$&"')}, secret: ${secret}`);
    expect(found.neighbours?.webhooks[0]?.url ?? null).toBe(taken);
    expect(found.texts).not.toContain('anna');
  });

  it('are refused with a weak secret, an unknown event, no id or the same id twice; no secret is shown', () => {
    for (const weak of [
      'secret: short',
      'secret: "not base64 at all, not base64"',
      'secret_file: gone',
      'names: true',
    ]) {
      const { neighbours, texts } = hook(`url: https://example.org/in, ${weak}`);
      expect(neighbours).toBeNull();
      expect(texts).not.toMatch(/not base64 at all|short/);
    }
    const two = `webhooks:\n${`  - { id: door, url: https://x.org, secret: ${secret}, events: [job.ended] }\n`.repeat(2)}`;
    expect(read(two).texts).toContain('has "door" twice');
    expect(
      read(`webhooks:\n  - { id: A B, url: https://x.org, secret: ${secret}, events: [job.ended] }`).texts,
    ).toContain('cannot be an id');
    expect(
      read(`webhooks:\n  - { id: a, url: https://x.org, secret: ${secret}, events: [job.over] }`).texts,
    ).toContain('job.over');
    expect(read(`webhooks: { id: a }`).texts).toContain('must be a list');
  });
});

describe('push', () => {
  it('has a server without a path, with TLS unless it is nearby', () => {
    expect(read('push: { ntfy: { server: https://ntfy.sh/ } }').neighbours?.ntfy).toEqual({
      ...{ server: 'https://ntfy.sh', key: null, lan: false },
    });
    expect(
      read('push: { ntfy: { server: "http://10.0.0.2", lan: true, key: tk_1 } }').neighbours?.ntfy?.key,
    ).toBe('tk_1');
    for (const wrong of [
      '{ server: "http://ntfy.sh" }',
      '{ server: "https://ntfy.sh/topic" }',
      '{ server: "https://a:b@ntfy.sh" }',
      '{}',
    ])
      expect(read(`push: { ntfy: ${wrong} }`).neighbours, wrong).toBeNull();
  });
});
