// Every profile carries lines from real controllers and what each must become; a profile that reads one of them
// differently is not loaded.

import type { ProfileFile } from '../../contract/profile-file.ts';
import { isReadingName, type Readings } from '../../domain/machine/reading.ts';
import type { Frame } from '../../domain/profile/interpret.ts';
import type { Profile } from '../../domain/profile/profile.ts';
import { nothingMerged, understand } from '../../domain/profile/understand.ts';
import type { Finding } from './compile-profile.ts';

/** The samples that become something else than they should, in order: changes are laid over reports before them. Lengths are in mm. */
export function trySamples(profile: Profile, samples: ProfileFile['samples']): Finding[] {
  const kinds = new Map([
    ...profile.frames.map(({ id, kind }) => [id, kind] as const),
    ...profile.json.map(({ id, tells }) => [id, tells.kind] as const),
  ]);
  const missing = (['ignore', 'broken'] as const).filter(
    (word) => !samples.some(({ is }) => (is === 'broken' ? is : kinds.get(is)) === word),
  );
  const lacks: Finding[] = missing.map((word) => {
    const what = word === 'broken' ? 'broken line' : 'line to be ignored';
    return { path: ['samples'], text: `there is no sample of a ${what}; add one` };
  });
  let merged = nothingMerged;
  return lacks.concat(
    samples.flatMap((sample, index) => {
      const understood = understand(profile, { line: sample.line, unit: 'mm', merged });
      merged = understood.merged;
      const wrong = wrongIn(understood.frame, sample);
      return wrong === null
        ? []
        : [{ path: ['samples', index], text: `this sample ${wrong}; correct the frames or the sample` }];
    }),
  );
}

function wrongIn(frame: Frame | null, sample: ProfileFile['samples'][number]): string | null {
  const id = frame?.id ?? 'broken';
  if (id !== sample.is) return `is ${id}, not ${sample.is}`;
  if (frame?.kind === 'clue' || frame?.kind === 'reading') {
    if (sample.activity || sample.substate) return `is a ${frame.kind}, which has no activity of its own`;
    return wrongReadings(frame.readings, sample.read);
  }
  if (frame?.kind !== 'status') {
    return sample.activity || sample.substate || sample.read
      ? 'is no status, so it has no activity and no readings'
      : null;
  }
  if (frame.activity !== (sample.activity ?? frame.activity))
    return `is ${frame.activity}, not ${sample.activity}`;
  if (frame.substate !== (sample.substate ?? frame.substate))
    return `has the substate ${frame.substate}, not ${sample.substate}`;
  return wrongReadings(frame.readings, sample.read);
}

function wrongReadings(readings: Readings, wanted: Readings | undefined): string | null {
  if (!wanted) return null;
  const names = new Set([...Object.keys(wanted), ...Object.keys(readings)]);
  for (const name of names) {
    if (!isReadingName(name) || readings[name] === wanted[name]) continue;
    return `reads ${name} as ${readings[name] ?? 'nothing'}, not ${wanted[name] ?? 'nothing'}`;
  }
  return null;
}
