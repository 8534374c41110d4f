// `officina restore`: puts a backup back into an empty place. Whoever was erased since stays erased.

import { newPlace } from '../config/place.ts';
import type { RestoreDone } from './boxes.ts';
import { type Command, exitCodes, textOf } from './command.ts';
import { showProgress } from './show-progress.ts';

export const restore: Command = {
  name: 'restore',
  summary: 'Puts a backup back into an empty place.',
  usage: 'FILE.backup [--dry-run] [--erasures FILE] [--config FILE] [--data DIR]',
  help: `
  --dry-run         proves the backup and says what would be done, but writes nothing
  --erasures FILE   a further list of erasures, such as erasures.json of the old data folder

The data folder must be empty or not there. An officina.yaml that is there stays; that of the backup then goes beside it
as officina.restored.yaml. Who was erased after the backup was made is looked up in the other backups and in
erasures.json beside it, and does not come back.
The restored gateway is the same gateway: it and the one that the backup was made of must never both run.

Example:
  officina restore /mnt/backups/officina-makers-20261122-030000.backup --data ./data`,
  options: { 'dry-run': { type: 'boolean' }, erasures: { type: 'string' } },
  words: { least: 1, most: 1 },
  async run(context) {
    const { values, words, env, flags, boxes, stdout } = context;
    const dryRun = values.has('dry-run');
    const progress = showProgress(context);
    try {
      const done = await boxes.restore({
        ...{ file: words[0] ?? '', place: newPlace(env, flags), dryRun, onProgress: progress.step },
        erasures: textOf(values, 'erasures') ?? null,
      });
      progress.clear();
      stdout.write(`${(dryRun ? plan(done) : report(done)).join('\n')}\n`);
      return exitCodes.ok;
    } finally {
      progress.clear();
    }
  },
};

const plan = (done: RestoreDone): string[] => [
  `It would put back ${what(done)} into ${done.dataDir}. Nothing was written.`,
  ...(done.isProved ? [] : ['It has an older format: its entries are proved when it is put back.']),
  ...details(done, 'would go'),
];

const report = (done: RestoreDone): string[] => [
  `Put back: ${what(done)} into ${done.dataDir}. Every entry was proved.`,
  ...details(done, 'went'),
  'Members, badges, passwords and tokens are as they were then: what was taken away since works again until you take it away anew.',
  'This is the same gateway as the original. The two must never both run: delete or disconnect the other one first.',
  'Where InfluxDB is used, drop its database once: it is filled again from the journal.',
  'Next: "officina check", "officina verify", then "officina run".',
];

const what = ({ entries, madeAtMs }: RestoreDone): string =>
  `${entries} entries of ${new Date(madeAtMs).toISOString()}`;

function details({ config, erased, hasPepper, unread }: RestoreDone, went: string): string[] {
  const yaml = {
    none: 'No officina.yaml is in it.',
    new: `officina.yaml ${went} to ${config.to}.`,
    same: 'The officina.yaml that is there is the one of the backup.',
    other: `Another officina.yaml is there and stays; that of the backup ${went} to ${config.to}. Compare the two.`,
  } as const;
  return [
    yaml[config.why],
    ...(hasPepper ? [] : ['No pepper is in it: that gateway had never been started.']),
    ...(erased === 0 ? [] : [`Erased since the backup, and so not put back: ${erased}.`]),
    ...unread.map((file) => `${file} cannot be read, so erasures that only it knows are missing.`),
  ];
}
