// The structures of ISA-95 job control (OPC 10031-4, 6.3), read by the tables of the standard and never by types that a server
// declares of itself. Whatever a server sends, reading ends: no structure is larger or deeper than its bounds.

import { BinaryStream, decodeNodeId, LocalizedText, Variant } from 'node-opcua';

type Atom = 'string' | 'text' | 'date' | 'int16' | 'int32' | 'uint16' | 'flag' | 'node' | 'variant';
type Field = readonly [name: string, type: Atom | keyof typeof structures, ...how: readonly ('?' | '[]')[]];

/** A field that was left out is undefined. */
export type Structure = { readonly [name: string]: unknown };

const resource = (use: string): readonly Field[] => [
  ['ID', 'string'],
  ['Description', 'text', '?', '[]'],
  [use, 'string', '?'],
  ['Quantity', 'string', '?'],
  ['EngineeringUnits', 'unit', '?'],
  ['Properties', 'property', '?', '[]'],
];
const valueWith = (rest: string): readonly Field[] => [
  ['ID', 'string'],
  ['Value', 'variant'],
  ['Description', 'text', '?', '[]'],
  ['EngineeringUnits', 'unit', '?'],
  [rest, rest === 'Subparameters' ? 'parameter' : 'property', '?', '[]'],
];

/** Fields in their order on the wire; only those that are looked at need the names of the standard. */
const structures: { readonly [name in Name]: readonly Field[] } = {
  orderAndState: [
    ['JobOrder', 'order'],
    ['State', 'state', '[]'],
  ],
  order: [
    ['JobOrderID', 'string'],
    ['Description', 'text', '?', '[]'],
    ['WorkMasterID', 'workMaster', '?', '[]'],
    ['StartTime', 'date', '?'],
    ['EndTime', 'date', '?'],
    ['Priority', 'int16', '?'],
    ['JobOrderParameters', 'parameter', '?', '[]'],
    ['PersonnelRequirements', 'personnel', '?', '[]'],
    ['MachineRequirements', 'machine', '?', '[]'],
    ['PhysicalAssetRequirements', 'asset', '?', '[]'],
    ['MaterialRequirements', 'material', '?', '[]'],
  ],
  response: [
    ['JobResponseID', 'string'],
    ['Description', 'text', '?'],
    ['JobOrderID', 'string'],
    ['StartTime', 'date', '?'],
    ['EndTime', 'date', '?'],
    ['JobState', 'state', '[]'],
    ['JobResponseData', 'parameter', '?', '[]'],
    ['PersonnelActuals', 'personnel', '?', '[]'],
    ['MachineActuals', 'machine', '?', '[]'],
    ['PhysicalAssetActuals', 'asset', '?', '[]'],
    ['MaterialActuals', 'material', '?', '[]'],
  ],
  state: [
    ['BrowsePath', 'step', '[]'],
    ['StateText', 'text'],
    ['StateNumber', 'int32'],
  ],
  step: [
    ['ReferenceTypeId', 'node'],
    ['IsInverse', 'flag'],
    ['IncludeSubtypes', 'flag'],
    ['TargetNamespace', 'uint16'],
    ['TargetName', 'string'],
  ],
  workMaster: [
    ['ID', 'string'],
    ['Description', 'text', '?'],
    ['Parameters', 'parameter', '?', '[]'],
  ],
  parameter: valueWith('Subparameters'),
  property: valueWith('Subproperties'),
  personnel: resource('PersonnelUse'),
  machine: resource('MachineUse'),
  asset: resource('PhysicalAssetUse'),
  material: [
    ['MaterialClassID', 'string', '?'],
    ['MaterialDefinitionID', 'string', '?'],
    ['MaterialLotID', 'string', '?'],
    ['MaterialSublotID', 'string', '?'],
    ['Description', 'text', '?', '[]'],
    ['MaterialUse', 'string', '?'],
    ['Quantity', 'string', '?'],
    ['EngineeringUnits', 'unit', '?'],
    ['Properties', 'property', '?', '[]'],
  ],
  /** EUInformation of OPC 10000-8. */
  unit: [
    ['NamespaceUri', 'string'],
    ['UnitId', 'int32'],
    ['DisplayName', 'text'],
    ['Description', 'text'],
  ],
};

type Name =
  | 'orderAndState'
  | 'order'
  | 'response'
  | 'state'
  | 'step'
  | 'workMaster'
  | 'parameter'
  | 'property'
  | 'personnel'
  | 'machine'
  | 'asset'
  | 'material'
  | 'unit';

const bytesLimit = 65_536;
/** A parameter may consist of parameters. */
const depthLimit = 8;
const itemsLimit = 1_000;

/** Null for what is no such structure, or larger than any that a person would write. */
export function readStructure(bytes: Buffer, name: 'orderAndState' | 'response'): Structure | null {
  if (bytes.length > bytesLimit) return null;
  try {
    return structureIn(new BinaryStream(bytes), { name, depth: 0 });
  } catch {
    return null;
  }
}

/** @throws where the bytes end too early */
function structureIn(stream: BinaryStream, { name, depth }: { name: Name; depth: number }): Structure {
  if (depth > depthLimit) throw new Error('deeper than any job order');
  const fields = structures[name];
  /** One bit for each field that may be left out, in their order. */
  const hasOptional = fields.some(([, , ...how]) => how.includes('?'));
  let given = hasOptional ? stream.readUInt32() : 0;
  const found: { [field: string]: unknown } = Object.create(null);
  for (const [field, type, ...how] of fields) {
    const isGiven = !how.includes('?') || (given & 1) === 1;
    if (how.includes('?')) given >>>= 1;
    if (!isGiven) continue;
    const read = (): unknown =>
      isName(type) ? structureIn(stream, { name: type, depth: depth + 1 }) : atoms[type](stream);
    found[field] = how.includes('[]') ? manyIn(stream, read) : read();
  }
  return found;
}

const isName = (type: Atom | Name): type is Name => Object.hasOwn(structures, type);

/** A length of -1 is an array that is not there. */
function manyIn(stream: BinaryStream, read: () => unknown): readonly unknown[] {
  const count = Math.max(0, stream.readInteger());
  if (count > itemsLimit) throw new Error('more than any job order has');
  return Array.from({ length: count }, read);
}

const atoms: { readonly [atom in Atom]: (stream: BinaryStream) => unknown } = {
  string: (stream) => stream.readString(),
  text(stream) {
    const text = new LocalizedText();
    text.decode(stream);
    return text.text;
  },
  date(stream) {
    stream.length += 8;
    return null;
  },
  int16: (stream) => stream.readInt16(),
  int32: (stream) => stream.readInteger(),
  uint16: (stream) => stream.readUInt16(),
  flag: (stream) => stream.readUInt8() !== 0,
  node: (stream) => decodeNodeId(stream),
  variant(stream) {
    const variant = new Variant();
    variant.decode(stream);
    return variant.value;
  },
};
