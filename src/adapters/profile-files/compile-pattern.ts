// Patterns of profiles, compiled by an engine whose time is linear in the line: no pattern and no line can stall the
// gateway. A pattern always stands for a whole line.

import { RE2JS, RE2JSException } from 're2js';
import type { Match } from '../../domain/profile/profile.ts';

export type CompiledPattern = { readonly match: Match; readonly groups: ReadonlySet<string> };

/** At most so many named groups. */
const groupLimit = 32;

/** The matcher and the names of its groups, or why the pattern cannot be used. */
export function compilePattern(
  pattern: string,
): { ok: true; pattern: CompiledPattern } | { ok: false; why: string } {
  let compiled: RE2JS;
  try {
    // Alone first: a pattern whose brackets only fit together within ours is none.
    RE2JS.compile(pattern);
    compiled = RE2JS.compile(wholeLine(pattern));
  } catch (fault) {
    if (fault instanceof RE2JSException) return { ok: false, why: fault.message };
    throw fault;
  }
  const names = Object.keys(compiled.namedGroups());
  if (names.length > groupLimit) return { ok: false, why: `it has more than ${groupLimit} named groups` };
  if (names.length === 0)
    return {
      ok: true,
      pattern: { match: (line) => (compiled.testExact(line) ? noGroups : null), groups: new Set() },
    };
  const first = firstOf(pattern);
  const match: Match = (line) => {
    // Most lines are not of this kind, which is found out sooner without the groups.
    if (first === null ? !compiled.testExact(line) : !line.startsWith(first)) return null;
    const matcher = compiled.matcher(line);
    if (!matcher.matches()) return null;
    const groups = new Map<string, string>();
    for (const name of names) {
      const text = matcher.group(name);
      if (text !== null && text !== undefined) groups.set(name, text);
    }
    return groups;
  };
  return { ok: true, pattern: { match, groups: new Set(names) } };
}

/** Changes nothing, since a pattern stands for a whole line anyway; but anchored ones need no trying, in most cases. */
const wholeLine = (pattern: string): string => `\\A(?:${pattern})\\z`;

/** What every line of a pattern begins with: its first plain characters, unless it is a choice; null without any. */
function firstOf(pattern: string): string | null {
  const [start = ''] = /^(?:[A-Za-z0-9<>:,=_ -](?![*+?{]))*/.exec(pattern) ?? [];
  return start === '' || isChoice(pattern) ? null : start;
}

/** Whether a `|` stands outside of all brackets; one that cannot be told is taken for one. */
function isChoice(pattern: string): boolean {
  const bare = pattern.replace(/\\./g, '').replace(/\[\^?\]?[^\]]*\]/g, '');
  let depth = 0;
  for (const each of bare) {
    if (each === '(') depth += 1;
    else if (each === ')') depth -= 1;
    else if (each === '|' && depth <= 0) return true;
  }
  return /[[\]]/.test(bare);
}

const noGroups: ReadonlyMap<string, string> = new Map();
