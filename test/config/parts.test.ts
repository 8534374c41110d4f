// The keys `meters` and `parts`: what a right file gives, and a sentence for every mistake.

import { expect, it } from 'vitest';
import { formatMistake } from '../../src/config/findings.ts';
import { readConfig } from '../../src/config/read-config.ts';
import { smallWorkshop } from './small-workshop.ts';

const read = (lines: string) =>
  readConfig({
    file: 'officina.yaml',
    text: smallWorkshop.replace('readers:', `${lines}readers:`),
    env: {},
    flags: {},
  });

it('gives hours to begin with, and parts with their service', () => {
  const outcome = read(`\
    meters: { start: { operatingH: 1200.5, jobs: 30 } }
    parts:
      tube: { name: Laser tube, service: { everyH: 500, warnH: 20 } }
      lens: { name: Lens, clock: working, service: { everyDays: 30, everyJobs: 100 } }
      lamp: { name: Lamp }
`);
  if (!outcome.ok) throw new Error(outcome.mistakes.map(({ text }) => text).join('\n'));
  expect(outcome.config.workshop.machines.laser).toMatchObject({
    meters: { start: { operatingH: 1200.5, jobs: 30 } },
    parts: {
      tube: { name: 'Laser tube', clock: 'operating', service: { everyH: 500, warnH: 20 } },
      lens: { name: 'Lens', clock: 'working', service: { everyDays: 30, everyJobs: 100 } },
      lamp: { name: 'Lamp', clock: 'operating' },
    },
  });
});

it.each([
  ['    meters: { begin: 3 }\n', '"begin" is not known here'],
  ['    meters: { start: { operatingH: -1 } }\n', '"operatingH" of machines.laser.meters.start must be'],
  ['    meters: { start: { poweredH: 1 } }\n', '"poweredH" is not known here'],
  ['    parts: { tube: { clock: operating } }\n', 'machines.laser.parts.tube lacks "name"'],
  ['    parts: { tube: { name: Tube, clock: powered } }\n', '"clock" of machines.laser.parts.tube cannot be'],
  ['    parts: { "Tube 1": { name: Tube } }\n', '"Tube 1" cannot be an id'],
  ['    parts: { tube: { name: Tube, service: { warnH: 2 } } }\n', 'says not when'],
  [
    '    parts: { tube: { name: Tube, service: { everyH: 5, warnH: 5 } } }\n',
    '"warnH" of machines.laser.parts.tube.service is 5; it must be less than everyH, which is 5.',
  ],
  [
    '    parts: { tube: { name: Tube, service: { everyDays: 0 } } }\n',
    'must be a whole number from 1 to 3650',
  ],
  [
    `    parts: { ${Array.from({ length: 33 }, (_, at) => `p${at}: { name: P }`).join(', ')} }\n`,
    'holds 33; at most 32',
  ],
])('%j is a mistake with a sentence', (lines, sentence) => {
  const outcome = read(lines);
  const texts = outcome.ok ? [] : outcome.mistakes.map((mistake) => formatMistake(null, mistake));
  expect(texts.join('\n')).toContain(sentence);
});
