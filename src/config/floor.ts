// The key `floor`: a picture of the workshop beside the file, and where on it each machine stands. A picture that cannot
// be shown is a mistake here, with its line, and never a hole on the board.

import { Type } from 'typebox';
import { suggestion } from './nearest-word.ts';
import { placeOf, readShape, type Scope } from './read-shape.ts';
import { clip, type Field, type Tree } from './read-yaml.ts';

export type FloorConfig = {
  /** The whole path of the picture, and what it is sent as. */
  readonly picture: { readonly path: string; readonly type: PictureType };
  /** Machine → the middle of its plate, per cent from the left and from the top. */
  readonly machines: Readonly<Record<string, readonly [x: number, y: number]>>;
};

type PictureType = (typeof pictureTypes)[keyof typeof pictureTypes];

/** Reads a picture beside the configuration; the reason is the end of "the picture … ". */
export type PictureReader = (
  name: string,
  mostBytes: number,
) =>
  | { readonly ok: true; readonly path: string; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly reason: string };

/** A drawing has some 10 kB, a photograph for a wall some 500. */
export const pictureLimitBytes = 2 * 1024 * 1024;

const pictureTypes = { svg: 'image/svg+xml', png: 'image/png', webp: 'image/webp' } as const;

const floorSchema = Type.Object({
  picture: Type.String({
    // No folder in it: it stands beside the file, and nothing else of the disk can be shown.
    pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,100}\\.(svg|png|webp)$',
    description: 'the name of a file beside this one that ends in .svg, .png or .webp',
  }),
  machines: Type.Unknown({ description: 'where each machine stands, for instance { laser: [20, 35] }' }),
});

type FloorScope = Scope & {
  readonly readPicture: PictureReader;
  readonly machines: ReadonlyMap<string, unknown>;
};

/** Null where the file draws no plan, and after a mistake. */
export function readFloor(field: Field | undefined, scope: FloorScope): FloorConfig | null {
  if (!field) return null;
  const { tree } = field;
  const { picture: name } = readShape(floorSchema, tree, scope);
  const at = tree.kind === 'fields' ? tree.fields.get('machines')?.tree : undefined;
  const machines = at ? readPlaces(at, scope) : {};
  const picture =
    name === undefined ? null : readPicture(name, { ...scope, place: placeOf(tree, 'picture') });
  return picture && { picture, machines };
}

function readPicture(name: string, { place, findings, readPicture: read }: FloorScope) {
  const found = read(name, pictureLimitBytes);
  const kind = name.slice(name.lastIndexOf('.') + 1) as keyof typeof pictureTypes;
  if (!found.ok) {
    findings.mistake(place, `The picture ${name} of floor ${found.reason}; put it beside this file.`);
    return null;
  }
  if (!looks[kind](found.bytes)) {
    findings.mistake(place, `The picture ${name} of floor is no ${kind.toUpperCase()}; name another file.`);
    return null;
  }
  return { path: found.path, type: pictureTypes[kind] };
}

const begins = (bytes: Uint8Array, text: string, from = 0): boolean =>
  [...text].every((letter, index) => bytes[from + index] === letter.charCodeAt(0));

/** The first bytes of each kind; an SVG is text that has its root element within the first 4 KiB. */
const looks: Readonly<Record<keyof typeof pictureTypes, (bytes: Uint8Array) => boolean>> = {
  png: (bytes) => begins(bytes, '\x89PNG\r\n\x1a\n'),
  webp: (bytes) => begins(bytes, 'RIFF') && begins(bytes, 'WEBP', 8),
  svg: (bytes) => /<svg[\s>]/.test(new TextDecoder().decode(bytes.subarray(0, 4096))),
};

function readPlaces(tree: Tree, { machines, findings }: FloorScope): FloorConfig['machines'] {
  const known = [...machines.keys()];
  if (tree.kind !== 'fields') {
    findings.mistake(tree.place, 'machines of floor must be places, for instance { laser: [20, 35] }');
    return {};
  }
  const places = new Map<string, readonly [number, number]>();
  for (const [id, { place, tree: at }] of tree.fields) {
    const spot = spotOf(at);
    if (!machines.has(id))
      findings.mistake(
        place,
        `machines of floor names "${clip(id)}", which is not among the machines${suggestion(id, known)}`,
      );
    else if (spot === null)
      findings.mistake(
        at.place,
        `"${id}" of floor must be two numbers from 0 to 100, per cent from the left and from the top, for instance [20, 35]`,
      );
    else places.set(id, spot);
  }
  return Object.fromEntries(places);
}

function spotOf(tree: Tree): readonly [number, number] | null {
  if (tree.kind !== 'list' || tree.items.length !== 2) return null;
  const [x, y] = tree.items.map((item) => (item.kind === 'leaf' ? item.value : null));
  const isShare = (value: unknown): value is number =>
    typeof value === 'number' && value >= 0 && value <= 100;
  return isShare(x) && isShare(y) ? [x, y] : null;
}
