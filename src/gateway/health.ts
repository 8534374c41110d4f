// Whether taps can be decided now, and if not, why: what `/health` and the strip of the board say.

import type { About, Change, Health, NoticeCode } from './gateway.ts';
import { clockUnsetSentence } from './judge-clock.ts';
import { JournalFault } from './ports.ts';

const sentences: Readonly<Record<string, string>> = {
  'journal-full':
    'The disk of the journal is full: taps are refused, running machines go on. Make room on the disk.',
  'journal-behind':
    'The journal could not write: taps are refused until it can. Look at the disk and the log.',
  'journal-broken':
    'The journal cannot write: taps are refused, running machines go on. Look at the disk and the log.',
  'clock-unset': clockUnsetSentence,
  'influx-behind':
    'InfluxDB is more than a minute behind: what is drawn or added up there is old. Nothing is lost and machines go on. Start it, or look at its disk and the log.',
  'tls-expires':
    'The certificate for browsers or devices ends within 14 days or is outside its dates; then they turn away. Renew it; the log names the file and the day.',
  'tls-not-renewed':
    'The files of a certificate changed and cannot be used, so the one before stays in use. The log says what is wrong with them.',
  'switch-unsafe': 'A switch may give power while the gateway is away, because of how it is set.',
  'command-retained':
    'A device sent an order to switch with the retain flag. It was refused and not kept; a broker that keeps it would switch by itself.',
  'meter-start-kept':
    'The hours with which a meter began were changed in officina.yaml; the first ones count, because nobody resets a meter.',
  'policy-not-in-file':
    'The members decided otherwise than officina.yaml says under "policy:". What they decided counts, and nothing breaks if the file stays as it is.',
  'webhook-disabled':
    'A program beside the gateway failed to take what it is told for days, or asked for no more, so it is told nothing. Mend it, then run "officina webhook replay".',
  'budget-nearly-spent':
    'Four fifths of a budget are spent. Tell whoever answers for the project; a larger one stands under "costCodes:" in officina.yaml.',
  'budget-spent':
    'A budget is spent: what is used for it from now on is owed by its project. A larger one stands under "costCodes:" in officina.yaml.',
};

export type HealthKeeper = {
  now(): Health;
  /** The journal could not write; tells whether that is news. */
  fault(fault: unknown): boolean;
  /** The journal wrote. */
  well(): void;
  clock(synchronised: boolean): void;
  notice(code: NoticeCode, isSo: boolean, about?: About): void;
};

const nothingMore: About = { text: '', values: {} };

export function createHealth(box: { emit: (change: Change) => void }): HealthKeeper {
  let journal: string | null = null;
  let clockUnset = false;
  const notices = new Map<string, About>();

  const setJournal = (code: string | null): boolean => {
    if (journal === code) return false;
    journal = code;
    box.emit({ kind: 'health' });
    return true;
  };

  return {
    now() {
      const codes = [journal, clockUnset ? 'clock-unset' : null, ...notices.keys()].filter(
        (code) => code !== null,
      );
      // Without a set clock machines that need no dated certificate still work: a notice, not an outage.
      return {
        ok: journal === null,
        reasons: codes.map((code) => reasonOf(code, notices.get(code))),
      };
    },
    fault: (fault) => setJournal(fault instanceof JournalFault ? fault.code : 'journal-broken'),
    well() {
      setJournal(null);
    },
    clock(synchronised) {
      clockUnset = !synchronised;
      box.emit({ kind: 'health' });
    },
    notice(code, isSo, about = nothingMore) {
      // The text names all that the values hold.
      if (notices.get(code)?.text === (isSo ? about.text : undefined)) return;
      if (isSo) notices.set(code, about);
      else notices.delete(code);
      box.emit({ kind: 'health' });
    },
  };
}

function reasonOf(code: string, { text, values }: About = nothingMore): Health['reasons'][number] {
  return { code, text: `${sentences[code] ?? code} ${text}`.trimEnd(), values };
}
