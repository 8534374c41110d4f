// Every profile carries lines from real controllers and what each must become; a profile that reads one of them
// differently is not loaded.

import type { ProfileFile } from '../../contract/profile-file.ts';
import { isReadingName } from '../../domain/machine/reading.ts';
import { interpret } from '../../domain/profile/interpret.ts';
import type { Profile } from '../../domain/profile/profile.ts';
import type { Finding } from './compile-profile.ts';

/** The samples that become something else than they should. Lengths in samples are in mm. */
export function trySamples(profile: Profile, samples: ProfileFile['samples']): Finding[] {
  return samples.flatMap((sample, index) => {
    const wrong = wrongIn(profile, sample);
    return wrong === null
      ? []
      : [{ path: ['samples', index], text: `this sample ${wrong}; correct the frames or the sample` }];
  });
}

function wrongIn(profile: Profile, sample: ProfileFile['samples'][number]): string | null {
  const frame = interpret(profile, sample.line, 'mm');
  const id = frame?.id ?? 'broken';
  if (id !== sample.is) return `is ${id}, not ${sample.is}`;
  if (frame?.kind !== 'status') {
    return sample.activity || sample.substate || sample.read
      ? 'is no status, so it has no activity and no readings'
      : null;
  }
  if (frame.activity !== (sample.activity ?? frame.activity))
    return `is ${frame.activity}, not ${sample.activity}`;
  if (frame.substate !== (sample.substate ?? frame.substate))
    return `has the substate ${frame.substate}, not ${sample.substate}`;
  if (!sample.read) return null;
  const names = new Set([...Object.keys(sample.read), ...Object.keys(frame.readings)]);
  for (const name of names) {
    const read = isReadingName(name) ? frame.readings[name] : undefined;
    if (read !== sample.read[name])
      return `reads ${name} as ${read ?? 'nothing'}, not ${sample.read[name] ?? 'nothing'}`;
  }
  return null;
}
