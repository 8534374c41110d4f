// Where every way of signing in ends: whoever was recognised gets the cookie, unless they may not come in.

import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Problem, Self } from '../contract/people.ts';
import { giveCookie } from './cookie.ts';
import type { Parts } from './parts.ts';
import { refuse } from './problem.ts';
import { listScopes } from './scopes.ts';
import { type SignedIn, signInLastsS } from './sign-ins.ts';
import type { Viewer } from './viewers.ts';

type Coming = {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly who: Omit<SignedIn, 'browser'>;
};

/** A new sign-in ends the one before it in the same browser. */
export function letIn(parts: Parts, { request, reply, who }: Coming): Self | Problem {
  const { signIns, viewers } = parts;
  const viewer = viewers.ofMember(who.member);
  if (viewer === null) return refuse(reply, 'member-suspended');
  if (request.credential.kind === 'cookie') signIns.close(request.credential.digest);
  const browser = browserOf(request.headers['user-agent']);
  giveCookie(request, reply, { secret: signIns.open({ ...who, browser }), lastsS: signInLastsS });
  return { ...selfView(parts, viewer), how: who.how };
}

export function selfView({ options }: Pick<Parts, 'options'>, viewer: Viewer): Self {
  const recorded = viewer.member === null ? undefined : options.gateway.state().members.get(viewer.member);
  return {
    member: viewer.member,
    name: viewer.name,
    roles: [...viewer.roles],
    scopes: listScopes(viewer.scopes),
    shown: recorded?.shown ?? false,
    demo: viewer.through === 'visitor',
  };
}

type Words = readonly (readonly [RegExp, string])[];

/** Later words of the header name what a browser pretends to be, so the order counts. */
const browsers: Words = [
  [/\bEdg\w*\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/(Chrome|Chromium|CriOS)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];
const systems: Words = [
  [/\bAndroid\b/, 'Android'],
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'Mac'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
];

/** In short, so that a person knows the place again and nothing else of the header is kept. */
function browserOf(header: string | undefined): string {
  const text = (header ?? '').slice(0, 400);
  const first = (list: Words) => list.find(([word]) => word.test(text))?.[1];
  return [first(browsers), first(systems)].filter((word) => word !== undefined).join(', ');
}
