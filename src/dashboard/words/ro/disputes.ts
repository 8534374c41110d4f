// What is said when a charge is contested and decided, in Romanian.

import { icuIn } from '../icu.ts';
import type { Words } from '../words.ts';

const icu = icuIn('ro');

export const disputes: Words['disputes'] = {
  title: 'Taxări contestate',
  contest: 'Contestă această taxare',
  contestOf: icu('Contestă taxarea pentru {machine}, {when}'),
  contestAsk: 'Un trezorier citește ce scrii și hotărăște. Până atunci extrasul tău rămâne cum este.',
  contestText: 'Ce nu este în regulă?',
  textHint: 'Cel mult 2000 de caractere.',
  keep: 'Las-o așa',
  send: 'Trimite',
  sending: 'Se trimite …',
  withdraw: 'Retrage',
  withdrawAsk: 'Nimeni nu o mai hotărăște, iar taxarea rămâne.',
  withdrawing: 'Se retrage …',
  charged: icu('{amount}, contestată {when}'),
  due: icu('Răspunsul trebuie dat până la {when}.'),
  overdue: icu('Răspunsul trebuia dat până la {when}.'),
  status: {
    open: 'Deschisă',
    accepted: 'Acceptată',
    partly: 'Acceptată în parte',
    rejected: 'Neacceptată',
    withdrawn: 'Retrasă',
  },
  taken: icu('Se scad {amount}.'),
  erased: 'Aceste cuvinte au fost șterse.',
  gone: 'Cineva care a plecat',
  decide: 'Hotărăște',
  decideOf: icu('Hotărăște ce contestă {name}'),
  decideAsk: 'Membrul îți citește răspunsul. Ce se scade i se întoarce de la sine.',
  outcome: 'Hotărâre',
  outcomes: {
    accepted: 'Scade tot',
    amount: 'Scade o sumă',
    time: 'Scade un timp',
    rejected: 'Nu scădea nimic',
  },
  amount: icu('Sumă în {currency}'),
  minutes: 'Minute din timpul facturat',
  answer: 'Răspuns pentru membru',
  deciding: 'Se hotărăște …',
  dataTitle: 'Ce se păstrează despre tine',
  dataSaid:
    'Cine ești, ce ai scris și fiecare înregistrare din jurnal despre tine, într-un singur fișier. Nimic despre alții.',
  dataTake: 'Ia o copie (JSON)',
  refusals: {
    'charge-unknown': {
      title: 'Nu există această taxare, sau este prea veche.',
      detail: 'Extrasul îți arată taxările.',
    },
    'charge-nothing': {
      title: 'Din această taxare nu a mai rămas nimic de contestat.',
      detail: 'Nu este nimic de făcut.',
    },
    'dispute-open-already': {
      title: 'Această taxare este deja contestată.',
      detail: 'Așteaptă răspunsul, sau retrage întâi contestația.',
    },
    'dispute-too-late': {
      title: 'Această taxare este prea veche ca să mai fie contestată aici.',
      detail: 'Vorbește cu cine ține contabilitatea spațiului.',
    },
    'disputes-full': {
      title: 'Sunt deja prea multe contestații deschise.',
      detail: 'Așteaptă până se răspunde la câteva.',
    },
    'disputes-of-charge-full': {
      title: 'Despre această taxare s-a hotărât deja de trei ori.',
      detail: 'Vorbește cu cine ține contabilitatea spațiului.',
    },
    'dispute-unknown': { title: 'Nicio contestație nu are acest id.', detail: 'Alege una din listă.' },
    'dispute-over': {
      title: 'Această contestație s-a încheiat, și nu s-a schimbat nimic.',
      detail: 'Lista spune cum s-a încheiat.',
    },
    'dispute-own': {
      title: 'Nimeni nu hotărăște despre propria taxare.',
      detail: 'Poate altcineva cu rolul de trezorier.',
    },
    'credit-wrong': {
      title: 'Aceasta nu este o parte din taxare.',
      detail: 'Scrie o sumă sau niște minute, peste zero și sub întreg.',
    },
  },
};
