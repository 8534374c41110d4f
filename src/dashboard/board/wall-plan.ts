// How densely a wall of so many machines is set, so that nothing scrolls and the smallest text stays readable from three metres.

export type WallPlan = {
  readonly columns: 1 | 2 | 3 | 4;
  /** big: large figure and, up to eight, a chart; dense: figure on the line of the state, without names; row: one line each. */
  readonly density: 'big' | 'tall' | 'dense' | 'row';
  readonly perPage: number;
  /** Of machines; where they do not fit on one, a page with a card for each pool goes before them. */
  readonly pages: number;
};

/** Rows of a page, in two columns, that fit under header and strip. */
const rowsPerPage = 24;

/** The plan for a number of machines. */
export function wallPlan(machines: number): WallPlan {
  const one = (columns: WallPlan['columns'], density: WallPlan['density']): WallPlan => {
    return { columns, density, perPage: machines, pages: 1 };
  };
  if (machines <= 3) return one(machines <= 1 ? 1 : (machines as 2 | 3), 'big');
  if (machines === 4) return one(2, 'big');
  if (machines <= 6) return one(3, 'big');
  if (machines <= 8) return one(4, 'big');
  if (machines <= 12) return one(4, 'tall');
  if (machines <= 16) return one(4, 'dense');
  return { columns: 2, density: 'row', perPage: rowsPerPage, pages: Math.ceil(machines / rowsPerPage) };
}
