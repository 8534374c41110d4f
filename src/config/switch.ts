// One entry of the key `switches`: how what gives a machine its power signs in.

import { Type } from 'typebox';
import type { DeviceConfig } from './config.ts';
import { type DeviceScope, passwordFields, takePassword } from './password.ts';
import { readKind } from './read-shape.ts';
import type { Tree } from './read-yaml.ts';

const switchKinds = {
  native: Type.Object({ kind: Type.Literal('native'), ...passwordFields }),
};

export function readSwitch(tree: Tree, scope: DeviceScope): DeviceConfig {
  const read = readKind(switchKinds, tree, scope);
  return { kind: 'native', password: read ? takePassword(read.shape, tree, scope) : '' };
}
