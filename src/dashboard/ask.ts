// Asks the gateway's API. Each answer is the value or the problem; a gateway that is away is a problem too, never an exception.

import type { Problem } from '../contract/people.ts';

export type Answer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: Problem };

/** Codes of the problems that this side finds by itself. */
export const ownCodes = { away: 'gateway-away', unreadable: 'answer-unreadable' } as const;

/** Longer than any answer of a healthy gateway; then it counts as away. */
const patienceMs = 15_000;
/** `visit`: of the person who has unlocked a kiosk. */
type AskWith = {
  readonly body?: unknown;
  readonly token?: string;
  readonly visit?: string;
  readonly waitMs?: number;
};

export async function ask<Value>(
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  { body, token, visit, waitMs = patienceMs }: AskWith = {},
): Promise<Answer<Value>> {
  const headers = new Headers({ accept: 'application/json' });
  if (token !== undefined) headers.set('authorization', `Bearer ${token}`);
  if (visit !== undefined) headers.set('officina-visit', visit);
  if (body !== undefined) headers.set('content-type', 'application/json');
  try {
    const response = await fetch(path, {
      method,
      headers,
      body: body === undefined ? null : JSON.stringify(body),
      signal: AbortSignal.timeout(waitMs),
    });
    return await read<Value>(response);
  } catch {
    return { ok: false, problem: ownProblem(ownCodes.away, 503) };
  }
}

async function read<Value>(response: Response): Promise<Answer<Value>> {
  const text = await response.text();
  try {
    const value: unknown = text === '' ? null : JSON.parse(text);
    if (response.ok) return { ok: true, value: value as Value };
    if (isProblem(value)) return { ok: false, problem: value };
  } catch {
    // Neither JSON nor a problem: a proxy's page, most likely.
  }
  return { ok: false, problem: ownProblem(ownCodes.unreadable, response.status) };
}

function isProblem(value: unknown): value is Problem {
  return (
    typeof value === 'object' && value !== null && 'code' in value && 'title' in value && 'status' in value
  );
}

function ownProblem(code: string, status: number): Problem {
  return { type: 'about:blank', title: '', status, code };
}
