// The one table from refusal code to status and words, and the only place where an error gets its text: RFC 9457,
// `application/problem+json`. A program reads the code, never the sentence.

import { careRefusals } from '../contract/care-words.ts';
import { type Problem, Problem as ProblemSchema } from '../contract/people.ts';
import { queueRefusals } from '../contract/queue-words.ts';
import { usageRefusals } from '../contract/usage-words.ts';
import type { AddedLine, FileMistake } from '../gateway/unassigned.ts';
import { allowanceProblems } from './allowance-problems.ts';
import { bankProblems } from './bank-problems.ts';
import { bookProblems } from './book-problems.ts';
import { bookingProblems } from './booking-problems.ts';
import { deskProblems } from './desk-problems.ts';
import { disputeProblems } from './dispute-problems.ts';
import { faultProblems } from './fault-problems.ts';
import { kioskProblems } from './kiosk-problems.ts';
import { neighbourProblems } from './neighbour-problems.ts';
import { peopleProblems } from './people-problems.ts';
import { policyProblems } from './policy-problems.ts';
import { proposalProblems } from './proposal-problems.ts';
import { signInProblems } from './sign-in-problems.ts';
import { standingProblems } from './standing-problems.ts';

export type ProblemCode = keyof typeof problems;

/** Extension members of RFC 9457, 3.2, where a code has more to say. */
export type ProblemFacts = {
  readonly fields?: readonly { readonly field: string; readonly text: string }[];
  readonly mistakes?:
    | readonly { readonly row: number; readonly code: string; readonly text: string }[]
    | readonly FileMistake[];
  /** Of officina.yaml, to be put in by hand. */
  readonly lines?: readonly AddedLine[];
  /** Stands in the log beside the cause of a fault. */
  readonly id?: string;
  readonly retryAfterS?: number;
} & Pick<Problem, 'about' | 'field' | 'readings'>;

/** Code → status, what happened, what to do. */
export const problems = {
  'request-invalid': [
    400,
    'The request does not have the shape that this route asks for.',
    'Compare the listed fields with /api/docs.',
  ],
  'json-broken': [
    400,
    'The body is not JSON that can be read.',
    'Send one JSON object, without __proto__ keys.',
  ],
  'url-broken': [400, 'The address cannot be read.', 'Check the percent-encoding of the path.'],
  'range-wrong': [
    400,
    'This span of time cannot be shown.',
    'Give RFC 3339 times with `from` before `to`, at most 400 days apart.',
  ],
  'reading-unknown': [
    400,
    'No reading has this name.',
    'Use a name of the vocabulary, for instance spindle.speed.',
  ],
  'sign-in-needed': [401, 'Nobody is signed in.', 'Sign in, or send a bearer token.'],
  'sign-in-failed': [
    401,
    'Handle and password do not belong together.',
    'Try again, or ask a steward for a new password.',
  ],
  'token-unknown': [
    401,
    'This token is not known here, has expired, or its member may not sign in.',
    'Make a new one under Tokens.',
  ],
  'scope-missing': [403, 'This account or token may not do that.', 'Ask a steward for the role that may.'],
  'scope-above-own': [
    403,
    'This would give or change rights that you do not hold yourself.',
    'Ask somebody who holds them.',
  ],
  'token-by-token': [403, 'A token cannot make another token.', 'Sign in with a password to make one.'],
  'cross-site': [403, 'The request came from another site.', 'Open the page of this gateway itself.'],
  'member-suspended': [403, 'This membership is suspended.', 'Ask a steward.'],
  'member-none': [403, 'This token stands for no member.', 'Sign in as a member for this.'],
  'password-wrong': [422, 'This is not your password.', 'Try again, or ask a steward for a new one.'],
  'session-not-yours': [
    403,
    'Another member holds this machine.',
    'Only they or a steward can end the session.',
  ],
  'not-found': [404, 'There is nothing at this address.', 'GET /api/openapi.json lists every route.'],
  'machine-unknown': [404, 'No machine has this id.', 'GET /api/board lists the machines.'],
  'member-unknown': [404, 'No member has this key or handle.', 'GET /api/members lists the members.'],
  'token-none': [404, 'You have no token with this id.', 'GET /api/tokens lists yours.'],
  'reader-unknown': [404, 'No reader has this id.', 'Use an id under `readers` in officina.yaml.'],
  'reader-busy': [
    409,
    'This reader waits for another card already.',
    'Hold that card to it, or wait a minute, then try again.',
  ],
  'pin-locked': [
    409,
    'This PIN is locked after five wrong ones.',
    'Wait a day, or ask a steward for a new one.',
  ],
  'badge-none': [404, 'No badge has this id.', 'GET /api/members lists the badges of each member.'],
  'spelling-none': [
    409,
    'The badge was not held to the reader within a minute, or the reader writes it in a way that is not known.',
    'Look at what the reader showed, then try again.',
  ],
  'alarm-unknown': [
    404,
    'No open alarm has this id.',
    'It may be over already: GET /api/alarms lists the open ones.',
  ],
  'alarm-answered': [409, 'Somebody has answered this alarm before.', 'GET /api/alarms tells who and what.'],
  'latch-none': [409, 'This machine is not latched.', 'There is nothing to release.'],
  'latch-holds': [
    409,
    'What latched this machine is still out of its limits.',
    'Mend it first; the card of the machine names the monitor.',
  ],
  'unassigned-unknown': [
    404,
    'No device of this client id waits to be assigned.',
    'GET /api/unassigned lists them; somebody else may have assigned it meanwhile.',
  ],
  'box-unknown': [
    404,
    'No described box signs in with this client id.',
    'GET /api/devices/parts lists those that do; a native device is one part only.',
  ],
  'pairing-full': [
    409,
    'Sixteen pairing codes are open already.',
    'Use one of them, or wait until one is ten minutes old.',
  ],
  'answers-missing': [
    422,
    'A switch gives power to a machine only when both questions are answered with yes.',
    'A machine that starts by itself when its power returns needs a contactor with no-volt release; and this is not an emergency stop.',
  ],
  'assignment-wrong': [
    422,
    'The device cannot be written into officina.yaml like this; nothing was changed.',
    'Correct what the mistakes name, then try again.',
  ],
  'config-none': [
    409,
    'There is no officina.yaml: this is the demo shop.',
    'Write one with `npx officina init` and start the gateway with it.',
  ],
  'config-wrong': [
    422,
    'The file officina.yaml has mistakes; nothing was changed.',
    'Correct what the mistakes name, then read it again.',
  ],
  'config-not-writable': [
    409,
    'The gateway cannot write officina.yaml or a password beside it; nothing was changed.',
    'Put the listed lines in by hand, write a password into the file that they name, and read the file again.',
  ],
  'badge-unlisted': [404, 'The demo shop has no such badge.', 'GET /api/demo lists the badges.'],
  'session-none': [409, 'Nobody holds this machine.', 'There is nothing to end.'],
  'session-ending': [409, 'This session is ending already.', 'Wait until the power is off.'],
  'machine-locked-already': [409, 'This machine is locked already.', 'A steward looks at it and unlocks it.'],
  'machine-not-locked': [409, 'Nobody locked this machine.', 'There is nothing to unlock.'],
  'lock-limit': [
    429,
    'You have locked five machines within an hour.',
    'Ask a steward to look at them; a steward can lock more.',
  ],
  'note-too-long': [
    422,
    'This note has more than 500 characters, or some that cannot be shown.',
    'Write it shorter, on one line.',
  ],
  'photo-too-large': [413, 'This picture has more than a mebibyte.', 'Make it smaller, then send it again.'],
  'photo-unreadable': [
    422,
    'This picture is neither a whole JPEG nor a whole PNG.',
    'Send it as one of the two; another program may have cut it off.',
  ],
  'floor-none': [404, 'There is no plan of this workshop.', 'The file officina.yaml names one under floor.'],
  'photo-none': [404, 'There is no picture of this machine.', 'A steward adds one with its mode.'],
  ...queueRefusals,
  ...policyProblems,
  ...neighbourProblems,
  'session-not-idle': [
    409,
    'This session is not about to end for want of movement.',
    'Nothing needs to be done; it goes on.',
  ],
  'cost-code-unknown': [
    422,
    'This cost code is not here, or is not for your team.',
    'Choose one of `own.costCodes` of the machine.',
  ],
  'ceiling-passed': [
    409,
    'The session has cost more than that already.',
    'Give a higher ceiling, or end it.',
  ],
  'member-in-session': [
    409,
    'This member holds a machine.',
    'End their session first, and wait until the power is off.',
  ],
  'admin-last': [
    409,
    'This is the last administrator.',
    'Make somebody else one first; otherwise nobody can give rights any more.',
  ],
  'token-limit': [409, 'There are too many tokens.', 'Drop one that is no longer used.'],
  'body-too-large': [
    413,
    'The body is too large.',
    'Send less at once: 64 kB, 2 MB with a picture, or 6 MB for an import.',
  ],
  'media-type-wrong': [415, 'Only JSON is accepted here.', 'Send content-type: application/json.'],
  'host-unknown': [
    421,
    'This gateway answers only to names of the machine it runs on.',
    'Use http://localhost, or give http.host in officina.yaml.',
  ],
  'import-refused': [
    422,
    'The list has mistakes; nothing was taken over.',
    'Mend the listed rows and send all of them again.',
  ],
  'time-unreadable': [400, ...usageRefusals['time-unreadable']],
  'time-ambiguous': [422, ...usageRefusals['time-ambiguous']],
  'time-skipped': [422, ...usageRefusals['time-skipped']],
  'note-unreadable': [400, ...usageRefusals['note-unreadable']],
  'clock-unset': [503, ...usageRefusals['clock-unset']],
  'usage-backwards': [422, ...usageRefusals['usage-backwards']],
  'usage-in-future': [422, ...usageRefusals['usage-in-future']],
  'usage-too-long': [422, ...usageRefusals['usage-too-long']],
  'usage-too-old': [422, ...usageRefusals['usage-too-old']],
  'usage-overlap': [409, ...usageRefusals['usage-overlap']],
  'usage-entered-already': [409, ...usageRefusals['usage-entered-already']],
  'usage-not-entered': [404, ...usageRefusals['usage-not-entered']],
  'usage-withdrawn-already': [409, ...usageRefusals['usage-withdrawn-already']],
  ...bookingProblems,
  'problem-unknown': [404, ...careRefusals['problem-unknown']],
  'problems-full': [409, ...careRefusals['problems-full']],
  'text-unreadable': [400, ...careRefusals['text-unreadable']],
  'part-unknown': [404, ...careRefusals['part-unknown']],
  'part-missing': [400, ...careRefusals['part-missing']],
  ...deskProblems,
  ...peopleProblems,
  ...proposalProblems,
  ...bookProblems,
  ...bankProblems,
  ...allowanceProblems,
  ...disputeProblems,
  ...signInProblems,
  ...standingProblems,
  ...kioskProblems,
  'too-many-attempts': [429, 'Too many attempts.', 'Wait as long as retry-after says.'],
  'request-refused': [400, 'The request cannot be served as it is.', 'Compare it with /api/docs.'],
  ...faultProblems,
} as const satisfies Readonly<Record<string, readonly [status: number, title: string, detail: string]>>;

/** Of every route that writes to the journal. */
export const journalRefusals = ['journal-full', 'journal-behind', 'journal-broken'] as const;

/** Response schemas that every route shares; the document lists the codes of each route. */
export const problemAnswers = { '4xx': ProblemSchema, '5xx': ProblemSchema };

/** The little of a reply that a refusal needs. */
export type Refusable = {
  status(code: number): unknown;
  header(name: string, value: string | number): unknown;
};

/** Prepares the reply and returns the body: `return refuse(reply, 'machine-unknown')`. */
export function refuse(reply: Refusable, code: ProblemCode, facts: ProblemFacts = {}): Problem {
  const [status, title, detail] = problems[code];
  const { retryAfterS, ...said } = facts;
  reply.status(status);
  reply.header('content-type', 'application/problem+json; charset=utf-8');
  if (status === 401) reply.header('www-authenticate', 'Bearer');
  if (retryAfterS !== undefined) reply.header('retry-after', retryAfterS);
  return { type: `urn:officina:problem:${code}`, title, status, code, detail, ...said };
}

export const isProblemCode = (code: unknown): code is ProblemCode =>
  typeof code === 'string' && Object.hasOwn(problems, code);
