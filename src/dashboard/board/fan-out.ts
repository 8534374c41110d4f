// Where the plates of a plan are drawn: at their places where there is room, moved apart where they would cover each other.
// The same places always give the same picture, and none leaves it.

export type Spot = { readonly id: string; readonly x: number; readonly y: number };

type Room = {
  /** Of the picture, in px. */
  readonly width: number;
  readonly height: number;
  /** Of a plate with its name. */
  readonly plate: { readonly width: number; readonly height: number };
};

/** Enough for a dozen in one corner; more of them overlap a little rather than leave their corner. */
const rounds = 60;

export function fanOut(spots: readonly Spot[], { width, height, plate }: Room): readonly Spot[] {
  const inside = (at: number, most: number, size: number): number =>
    Math.min(Math.max(at, size / 2), Math.max(size / 2, most - size / 2));
  const moved = spots.map(({ id, x, y }) => ({
    id,
    x: inside(x, width, plate.width),
    y: inside(y, height, plate.height),
  }));
  for (let round = 0; round < rounds; round += 1) {
    let isQuiet = true;
    for (const [index, one] of moved.entries()) {
      for (const other of moved.slice(index + 1)) {
        if (!pushApart(one, other, plate)) continue;
        isQuiet = false;
        for (const spot of [one, other]) {
          spot.x = inside(spot.x, width, plate.width);
          spot.y = inside(spot.y, height, plate.height);
        }
      }
    }
    if (isQuiet) break;
  }
  return moved;
}

type Moving = { readonly id: string; x: number; y: number };

/** Along the side where less is needed; whoever comes later in the file goes right or down. False where nothing overlaps. */
function pushApart(one: Moving, other: Moving, plate: Room['plate']): boolean {
  const overX = plate.width - Math.abs(other.x - one.x);
  const overY = plate.height - Math.abs(other.y - one.y);
  // Less than half a pixel is seen by nobody.
  if (overX < 0.5 || overY < 0.5) return false;
  if (overX < overY) {
    const step = ((other.x < one.x ? -1 : 1) * overX) / 2;
    one.x -= step;
    other.x += step;
  } else {
    const step = ((other.y < one.y ? -1 : 1) * overY) / 2;
    one.y -= step;
    other.y += step;
  }
  return true;
}
