// One entry of the key `readers`: how a badge reader signs in.

import { Type } from 'typebox';
import type { DeviceConfig } from './config.ts';
import { type DeviceScope, passwordFields, takePassword } from './password.ts';
import { readKind } from './read-shape.ts';
import type { Tree } from './read-yaml.ts';

const readerKinds = {
  native: Type.Object({ kind: Type.Literal('native'), ...passwordFields }),
};

export function readReader(tree: Tree, scope: DeviceScope): DeviceConfig {
  const read = readKind(readerKinds, tree, scope);
  return { kind: 'native', password: read ? takePassword(read.shape, tree, scope) : '' };
}
