// `officina verify`: reads the whole journal and says whether it is as it was written, or names the first bad entry.

import type { Config } from '../config/config.ts';
import { chooseConfig } from './choose-config.ts';
import { type Command, type Context, type ExitCode, exitCodes, refuse } from './command.ts';
import { showProgress } from './show-progress.ts';

export const verify: Command = {
  name: 'verify',
  summary: 'Proves that the journal is as it was written, or names the first bad entry.',
  usage: '[--books] [--data DIR]',
  help: `
Every entry carries the hash of the one before it. The whole journal is read; a gateway may run meanwhile.
Taps that were forgotten by age are in order, if the journal tells of exactly those.
It ends with 1 when an entry was changed, lost or added.

  --books   also makes the books anew from the journal and compares them with the tables, line by line; rates every use again, and
            makes every invoice again and compares it to the byte

Example:
  officina verify --data /var/lib/officina`,
  options: { books: { type: 'boolean' } },
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
      return context.values.has('books') ? await verifyBooks(context, chosen.config) : exitCodes.ok;
    } finally {
      progress.clear();
    }
  },
};

async function verifyBooks(context: Context, config: Config): Promise<ExitCode> {
  const verified = await context.boxes.verifyBooks(config);
  if (!verified.ok) {
    const where =
      verified.seq === null ? 'The books are' : `Entry ${verified.seq} of the journal: the books are`;
    return refuse(
      context,
      `${where} not those of the journal: ${verified.reason}.\nKeep the data folder as it is; a backup that is put back makes them anew.`,
    );
  }
  const { postings, accounts, closed } = verified;
  const until = closed === null ? 'no month is closed' : `closed up to ${closed}`;
  context.stdout.write(
    `The books are those of the journal: ${postings} postings, ${accounts} accounts with a balance, ${until}.\n`,
  );
  return verifyInvoices(context, config);
}

async function verifyInvoices(context: Context, config: Config): Promise<ExitCode> {
  const verified = await context.boxes.verifyInvoices(config);
  if (!verified.ok) {
    const where = verified.seq === null ? '' : `Entry ${verified.seq} of the journal: `;
    return refuse(
      context,
      `${where}${verified.reason}.\nKeep the data folder as it is, and compare with the newest backup; a gateway that runs may correct a charge in a moment.`,
    );
  }
  const { uses, invoices, creditNotes } = verified;
  context.stdout.write(
    `Made again from the journal, all is the same: ${uses} charges, ${invoices} invoices, ${creditNotes} credit notes.\n`,
  );
  return exitCodes.ok;
}
