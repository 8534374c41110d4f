// The last board that this screen has seen, for a start while the gateway is away. It holds no name, nothing of a session of
// one's own and no alarm of a switch; signing out forgets it.

import type { Board } from '../../contract/board.ts';

export type LastBoard = { readonly board: Board; readonly atMs: number };

type Kept = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const key = 'officina-last-board';
/** Two hundred machines have some 300 kB; a browser gives a page 5 MB. */
const limitLetters = 1_000_000;

/** @param atMs the gateway's clock when it was heard last */
export function keepBoard({ board, atMs }: LastBoard, storage: Kept): void {
  const text = JSON.stringify({ board: withoutPeople(board), atMs });
  // An old one in the place of what is too large would be older than it says.
  if (text.length > limitLetters) {
    forgetBoard(storage);
    return;
  }
  try {
    storage.setItem(key, text);
  } catch {
    // A browser that keeps nothing starts without it.
  }
}

/** Null where there is none, or what is there was not written by this version. */
export function recallBoard(storage: Kept): LastBoard | null {
  try {
    const text = storage.getItem(key);
    if (text === null || text.length > limitLetters) return null;
    const value: unknown = JSON.parse(text);
    return isLastBoard(value) ? value : null;
  } catch {
    return null;
  }
}

export function forgetBoard(storage: Kept): void {
  try {
    storage.removeItem(key);
  } catch {
    // Nothing was kept.
  }
}

function withoutPeople(board: Board): Board {
  const { people: _people, ...rest } = board;
  return {
    ...rest,
    alarms: [],
    notices: [],
    machines: board.machines.map(({ queue: _queue, booking: _booking, decided: _decided, ...card }) => ({
      ...card,
      facts: nameless(card.facts),
      job: card.job && { ...card.job, program: null },
      session: card.session && {
        ...{ id: card.session.id, since: card.session.since, ending: card.session.ending },
        ...{ member: null, mine: false, ends: null, own: null },
      },
      ...(card.lock && { lock: { ...card.lock, by: null } }),
    })),
  };
}

type Facts = Board['machines'][number]['facts'];

const nameless = ({ link, activity, mode, interlock }: Facts): Facts => ({
  link: { ...link, name: null },
  activity: { ...activity, name: null },
  mode: { ...mode, name: null },
  interlock: { ...interlock, name: null },
});

/** As far as a page needs it to stand; it was written by this page, but an older version may have been another. */
function isLastBoard(value: unknown): value is LastBoard {
  if (!isObject(value) || typeof value.atMs !== 'number' || !isObject(value.board)) return false;
  const { space, machines, notices, alarms } = value.board;
  if (!isObject(space) || typeof space.locale !== 'string' || typeof space.timezone !== 'string')
    return false;
  return (
    Array.isArray(notices) &&
    Array.isArray(alarms) &&
    Array.isArray(machines) &&
    machines.every(
      (card) =>
        isObject(card) &&
        typeof card.id === 'string' &&
        typeof card.shown === 'string' &&
        Array.isArray(card.troubles) &&
        isObject(card.permit) &&
        isObject(card.care) &&
        isObject(card.facts),
    )
  );
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
