// `officina verify`: reads the whole journal and says whether it is as it was written, or names the first bad entry.

import { chooseConfig } from './choose-config.ts';
import { type Command, exitCodes, refuse } from './command.ts';
import { showProgress } from './show-progress.ts';

export const verify: Command = {
  name: 'verify',
  summary: 'Proves that the journal is as it was written, or names the first bad entry.',
  usage: '[--data DIR]',
  help: `
Every entry carries the hash of the one before it. The whole journal is read; a gateway may run meanwhile.
Taps that were forgotten by age are in order, if the journal tells of exactly those.
It ends with 1 when an entry was changed, lost or added.

Example:
  officina verify --data /var/lib/officina`,
  options: {},
  words: { least: 0, most: 0 },
  async run(context) {
    const chosen = await chooseConfig(context);
    if (!chosen) return exitCodes.refused;
    const progress = showProgress(context);
    try {
      const verified = await context.boxes.verify(chosen.config, progress.entries);
      progress.clear();
      if (!verified.ok) {
        const text = `Entry ${verified.seq} of the journal is not as it was written: ${verified.reason}`;
        return refuse(context, `${text}\nKeep the data folder as it is, and compare with the newest backup.`);
      }
      const { entries, head } = verified;
      context.stdout.write(
        `The journal is whole: ${entries} ${entries === 1 ? 'entry' : 'entries'}, head ${head}.\n`,
      );
      return exitCodes.ok;
    } finally {
      progress.clear();
    }
  },
};
