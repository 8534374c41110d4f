// English for the values of the four facts of a machine.

export const conditions: Readonly<Record<string, string>> = {
  'link.up': 'up',
  'link.lost': 'lost',
  'link.never': 'not heard yet',
  'mode.production': 'production',
  'mode.setup': 'setup',
  'mode.maintenance': 'maintenance',
  'mode.out-of-order': 'out of order',
  'mode.retired': 'retired',
  'interlock.engaged': 'engaged, no power',
  'interlock.releasing': 'releasing',
  'interlock.released': 'released, power on',
  'interlock.engaging': 'engaging',
  'interlock.failed': 'failed',
};
