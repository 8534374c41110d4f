// One change of people at a time: each is planned on what the one before it left in the people table. The changes that
// wait are bounded by the requests that the doors let in.

export type InTurn = <T>(work: () => Promise<T>) => Promise<T>;

/** @returns runs each work after the one before has ended, well or not */
export function createTurns(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };
}
