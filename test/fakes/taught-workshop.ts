// A workshop that says more of its certificates, and has plans: for tests of who may use what.

import type { Workshop } from '../../src/domain/machine/workshop.ts';
import { machineLike, sampleWorkshop } from './sample-workshop.ts';

export const taughtWorkshop: Workshop = {
  ...sampleWorkshop,
  machines: {
    ...sampleWorkshop.machines,
    // Metered by the badge alone, so that a lesson needs no controller to be loaded.
    saw: machineLike({
      name: 'Saw',
      pool: 'saws',
      reader: 'shed',
      switch: 'saw-plug',
      requires: ['saw-basic'],
      link: 'none',
    }),
  },
  readers: { ...sampleWorkshop.readers, shed: { kind: 'native' } },
  certificates: {
    safety: { name: 'Safety', supervised: {} },
    'saw-basic': { name: 'Saw, basics', needs: ['safety'], unusedDays: 30, supervised: { sessions: 2 } },
  },
  plans: {
    // The tests begin on a Sunday at nine.
    evening: { name: 'Evening', hours: [{ days: ['mo', 'tu'], from: '18:00', to: '22:00' }] },
    always: { name: 'Always' },
  },
};

export const held = (...ids: readonly string[]) => ids.map((certificate) => ({ certificate, until: null }));
