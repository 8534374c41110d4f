// HTTP Digest against the worked examples of the RFCs.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Challenge, readChallenge, signQuestion } from '../../../src/adapters/prusalink/digest.ts';

const responseOf = (header: string): string | undefined => /response="([^"]*)"/.exec(header)?.[1];
const challengeOf = (header: string): Challenge => {
  const challenge = readChallenge(header);
  if (!challenge) throw new Error(`no challenge in ${header}`);
  return challenge;
};

describe('HTTP Digest', () => {
  it('signs as in RFC 2617, section 3.5', () => {
    const challenge = challengeOf(
      'Digest realm="testrealm@host.com", qop="auth,auth-int", nonce="dcd98b7102dd2f0e8b11d0f600bfb0c093", opaque="5ccc069c403ebaf9f0171e9517f40e41"',
    );
    const header = signQuestion({
      ...{ challenge, user: 'Mufasa', password: 'Circle Of Life', method: 'GET', uri: '/dir/index.html' },
      ...{ count: 1, cnonce: '0a4f113b' },
    });
    expect(responseOf(header)).toBe('6629fae49393a05397450978507c4ef1');
    expect(header).toContain('nc=00000001');
    expect(header).toContain('opaque="5ccc069c403ebaf9f0171e9517f40e41"');
  });

  it('signs as in RFC 7616, section 3.9.1, with the first algorithm that is offered', () => {
    const form = (algorithm: string) =>
      `Digest realm="http-auth@example.org", qop="auth, auth-int", algorithm=${algorithm}, nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS"`;
    const about = {
      ...{ user: 'Mufasa', password: 'Circle of Life', method: 'GET', uri: '/dir/index.html' },
      ...{ count: 1, cnonce: 'f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ' },
    };
    const both = challengeOf(`${form('SHA-256')}, ${form('MD5')}`);
    expect(responseOf(signQuestion({ challenge: both, ...about }))).toBe(
      '753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1',
    );
    const old = challengeOf(`${form('SHA-512-256')}, ${form('MD5')}`);
    expect(responseOf(signQuestion({ challenge: old, ...about }))).toBe('8ca523f5e9506fed4657c9700eebdbec');
  });

  it('signs the old form without qop as in RFC 2069, section 2.4 (errata 749)', () => {
    const challenge = challengeOf(
      'Digest realm="testrealm@host.com", nonce="dcd98b7102dd2f0e8b11d0f600bfb0c093", opaque="5ccc069c403ebaf9f0171e9517f40e41"',
    );
    const header = signQuestion({
      ...{ challenge, user: 'Mufasa', password: 'CircleOfLife', method: 'GET', uri: '/dir/index.html' },
      ...{ count: 1, cnonce: 'unused' },
    });
    expect(responseOf(header)).toBe('1949323746fe6a43ef61f9606e7febea');
    expect(header).not.toMatch(/qop|nc=|cnonce/);
  });

  it.each([
    ['no header', null],
    ['another scheme', 'Basic realm="a"'],
    ['no nonce', 'Digest realm="a"'],
    ['only a body that is signed', 'Digest realm="a", nonce="b", qop="auth-int"'],
    ['an algorithm that we do not know', 'Digest realm="a", nonce="b", algorithm=MD4'],
    ['too long', `Digest realm="${'a'.repeat(5000)}", nonce="b"`],
  ])('answers nothing to %s', (_, header) => {
    expect(readChallenge(header)).toBeNull();
  });

  it('knows a stale nonce, in any spelling, and keeps another scheme out of it', () => {
    const challenge = challengeOf(
      'Basic realm="x", Digest realm="a", nonce="b", stale=TRUE, Basic realm="y"',
    );
    expect([challenge.isStale, challenge.realm]).toEqual([true, 'a']);
  });

  it('inv. 11: takes any header without a fault', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) => {
        readChallenge(text);
        readChallenge(`Digest ${text}`);
      }),
    );
  });
});
