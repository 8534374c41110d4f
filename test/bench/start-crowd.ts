// Starts the child process full of devices.

import { fileURLToPath } from 'node:url';
import { type Child, startChild } from './child.ts';
import type { CrowdSettings } from './crowd-program.ts';
import { newFolder } from './leave-nothing.ts';

/** Its devices are connected when it resolves; what it can be asked is `CrowdQuestion`. */
export function startCrowd(settings: CrowdSettings): Promise<Child> {
  const program = fileURLToPath(new URL('./crowd-program.ts', import.meta.url));
  const args = [program, JSON.stringify(settings)];
  return startChild({ args, folder: newFolder('crowd'), ready: /^ready$/ });
}
