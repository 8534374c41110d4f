// The name of a machine as the board has it; its id while the board does not know it.

import { live } from '../store.ts';

export const machineName = (id: string): string =>
  live.value.board?.machines.find((one) => one.id === id)?.name ?? id;
