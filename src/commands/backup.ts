// `officina backup`: everything a gateway needs to live again, in one file that was read back before it got its name.

import { findPlace } from '../config/place.ts';
import { type Command, exitCodes, refuse, textOf } from './command.ts';
import { showProgress } from './show-progress.ts';

export const backup: Command = {
  name: 'backup',
  summary: 'Makes one file from which the gateway can be put back, also while it runs.',
  usage: '[FOLDER|FILE.backup] [--keep N] [--config FILE] [--data DIR]',
  help: `
  FOLDER     where the backup goes (this folder), as officina-<space>-<yyyymmdd-hhmmss>.backup, time in UTC
  --keep N   deletes this gateway's older backups there, so that N stay, once the new one is proved

In it: the journal, members, badges, tokens, pictures of machines, the pepper, and officina.yaml as it is written. Not
in it: readings and charts (data/diary.sqlite; use and charges are made again from the journal), and secrets that officina.yaml only names
(password_file, environment). It is as secret as the data folder, and readable by its owner only.
Beside it stands erasures.json: who was erased, as opaque keys; an older backup that is restored forgets them again.

Example, every night at three from cron:
  0 3 * * * cd /srv/officina && npx officina backup /mnt/backups --keep 30`,
  options: { keep: { type: 'string' } },
  words: { least: 0, most: 1 },
  async run(context) {
    const { values, words, env, flags, boxes, stdout } = context;
    const wanted = textOf(values, 'keep');
    if (wanted !== undefined && !/^[1-9]\d{0,3}$/.test(wanted))
      return refuse(context, '--keep takes a number from 1 to 9999.', exitCodes.wrongUse);
    const keep = wanted === undefined ? null : Number(wanted);
    const progress = showProgress(context);
    try {
      const place = findPlace(env, flags);
      const done = await boxes.backup({ place, path: words[0] ?? '.', keep, onProgress: progress.step });
      progress.clear();
      stdout.write(
        `${done.file}\n${done.entries} entries, head ${done.head}. It was read back and is whole.\n`,
      );
      if (!done.hasConfig) stdout.write('There is no officina.yaml here, so none is in it.\n');
      if (done.deleted.length > 0) stdout.write(`Deleted: ${done.deleted.join(', ')}\n`);
      return exitCodes.ok;
    } finally {
      progress.clear();
    }
  },
};
