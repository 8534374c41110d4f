// Romanian for use that is entered by hand after an outage.

import { icuIn } from '../icu.ts';
import type { Words } from '../words.ts';

const icu = icuIn('ro');

export const usage: Words['usage'] = {
  open: 'Înregistrează folosirea dintr-o pană',
  title: icu('Folosirea pentru {machine} pe care nu a văzut-o niciun cititor'),
  intro: 'Se facturează ca oricare alta și apare pe extras cu numele tău.',
  member: 'Cine a folosit-o',
  choose: 'Alege un membru',
  handle: 'Numele scurt al membrului',
  from: 'De la',
  to: 'Până la',
  zone: icu('Orele spațiului, {zone}.'),
  why: 'De ce nu a văzut-o niciun cititor',
  note: 'Notă',
  noteHint: 'Cel mult 280 de caractere. Apare pe extras și se șterge odată cu membrul.',
  check: 'Arată prețul',
  checking: 'Se întreabă',
  cancel: 'Renunță',
  preview: 'Asta s-ar înregistra',
  save: 'Înregistrează',
  saving: 'Se înregistrează',
  change: 'Schimbă',
  done: icu('Înregistrat. Apare pe extrasul din {month}.'),
  takenBack: 'Retras. Extrasul arată ambele rânduri.',
  statement: 'Deschide extrasul',
  another: 'Înregistrează alta',
  meant: 'Care dintre ele?',
  costs: icu('Costă {amount}.'),
  free: 'Nu se aplică niciun tarif, deci nu costă nimic.',
  warnings: {
    'member-suspended': icu('{name}: membru suspendat.'),
    'certificate-missing': icu('{name} nu are certificatul {certificate}.'),
    'certificate-expired': icu('{name} nu mai avea în ziua aceea certificatul {certificate}.'),
  },
  handedOut: 'dat la recepție',
  reasons: {
    'gateway-away': 'gateway-ul lipsea',
    'reader-broken': 'cititorul era defect',
    'network-away': 'rețeaua lipsea',
    'badge-forgotten': 'cartela a fost uitată',
    other: 'alt motiv',
  },
  withdrawalReasons: {
    mistake: 'a fost o greșeală',
    twice: 'a fost înregistrat de două ori',
    waived: 's-a renunțat la sumă',
    other: 'alt motiv',
  },
  doers: { console: 'consola', 'admin-token': 'tokenul unui administrator' },
  enteredBy: icu('Înregistrat de {who} la {time}: {reason}.'),
  withdrawnBy: icu('Retras de {who} la {time}: {reason}.'),
  withdraw: 'Retrage',
  withdrawAsk: 'Retragi această folosire? Rândul ei rămâne, iar al doilea scade suma.',
  withdrawWhy: 'De ce',
  withdrawConfirm: 'Retrage',
  withdrawing: 'Se retrage',
  keep: 'Las-o așa',
  refusals: {
    'time-unreadable': {
      title: 'Această oră nu se poate citi.',
      detail: 'Scrie 2026-11-20 18:00.',
    },
    'time-ambiguous': {
      title: 'În noaptea aceea ceasul s-a dat înapoi, deci ora aceasta a venit de două ori.',
      detail: 'Alege una mai jos.',
    },
    'time-skipped': {
      title: 'În noaptea aceea ceasul s-a dat înainte, deci ora aceasta nu a existat.',
      detail: 'Alege una mai jos.',
    },
    'note-unreadable': {
      title: 'Nota este prea lungă, sau are caractere care nu se pot tipări.',
      detail: 'Scrie cel mult 280 de caractere, pe un singur rând.',
    },
    'clock-unset': {
      title: 'Ceasul gateway-ului nu este potrivit, deci nu poate spune când a fost.',
      detail: 'Leagă-l la un server de timp, apoi încearcă din nou.',
    },
    'usage-backwards': {
      title: 'Folosirea se încheie înainte să înceapă.',
      detail: 'Scrie un început dinaintea sfârșitului.',
    },
    'usage-in-future': {
      title: 'Folosirea se încheie în viitor.',
      detail: 'Înregistreaz-o când s-a terminat.',
    },
    'usage-too-long': {
      title: 'Folosirea este mai lungă de 24 de ore.',
      detail: 'Înregistreaz-o în mai multe părți, câte una pe zi.',
    },
    'usage-too-old': {
      title: 'Folosirea a început acum mai mult de 92 de zile.',
      detail: 'Nu se mai poate înregistra; înțelege-te cu membrul în afara extrasului.',
    },
    'usage-overlap': {
      title: 'În acest timp mașina era deja în folosință.',
      detail: 'Scrie un timp din afara lui, sau retrage folosirea înregistrată greșit.',
    },
    'usage-entered-already': {
      title: 'Chiar această folosire a fost deja înregistrată, și nu s-a schimbat nimic.',
      detail: 'Nu mai este nimic de făcut.',
    },
    'usage-withdrawn-already': {
      title: 'Această folosire a fost deja retrasă, și nu s-a schimbat nimic.',
      detail: 'Nu mai este nimic de făcut.',
    },
  },
};
