// Romanian for the care of a machine: hours, parts, problems and the log.

import { icuIn } from '../icu.ts';
import type { Words } from '../words.ts';

const icu = icuIn('ro');

export const care: Words['care'] = {
  title: 'Îngrijire',
  hours: 'Ore',
  clocks: {
    loaded: 'în folosință',
    working: 'în lucru',
    operating: 'în funcțiune',
    laserOn: 'cu laserul aprins',
    spindleOn: 'cu axul pornit',
  },
  jobs: 'Lucrări',
  hoursHint: 'De la începutul mașinii. Nimeni nu le poate șterge.',
  parts: 'Piese',
  partHours: icu('{hours} {clock}'),
  partJobs: icu('{count, plural, one {# lucrare} few {# lucrări} other {# de lucrări}}'),
  left: {
    hours: icu('mai sunt {text}'),
    jobs: icu(
      '{count, plural, one {mai este # lucrare} few {mai sunt # lucrări} other {mai sunt # de lucrări}}',
    ),
    days: icu('{count, plural, one {mai este # zi} few {mai sunt # zile} other {mai sunt # de zile}}'),
  },
  past: {
    hours: icu('{text} peste termen'),
    jobs: icu('{count, plural, one {# lucrare peste} few {# lucrări peste} other {# de lucrări peste}}'),
    days: icu('{count, plural, one {# zi peste} few {# zile peste} other {# de zile peste}}'),
  },
  due: {
    fine: 'În regulă',
    soon: 'Revizie în curând',
    over: 'Revizie depășită',
    unknown: 'Nu se știe: nimic nu o spune',
  },
  noPlan: 'Nicio revizie planificată',
  partBar: icu('{part}: cât s-a consumat din interval'),
  problems: 'Probleme deschise',
  severities: {
    note: { title: 'O observație', does: 'Responsabilii o citesc aici. Altceva nu se schimbă.' },
    flag: { title: 'Folosește cu grijă', does: 'Panoul marchează mașina, ca toți să se uite întâi aici.' },
    lock: {
      title: 'Nesigură: blocheaz-o',
      does: 'Nimeni nu poate începe până nu răspunde un responsabil. Cine o are acum poate termina.',
    },
  },
  reported: icu('{who}, {time}'),
  wordsGone: 'Textul nu se arată aici.',
  close: icu('Ce s-a făcut cu ea: {title}'),
  closings: { mended: 'Reparat', 'no-fault': 'Niciun defect', duplicate: 'Raportată de două ori' },
  report: 'Raportează o problemă',
  reportTitle: 'Ce nu merge?',
  what: 'Cu cuvintele tale',
  whatHint: 'Cel mult 500 de caractere. Se șterg când pleci din atelier.',
  howBad: 'Cât de grav este?',
  send: 'Raportează',
  sending: 'Se trimite',
  cancel: 'Renunță',
  give: 'Notează o îngrijire',
  giveTitle: 'Ce ai făcut?',
  deed: 'Ce',
  part: 'Piesa',
  wholeMachine: 'Toată mașina',
  minutes: 'Minute',
  note: 'Câteva cuvinte (opțional)',
  save: 'Notează',
  log: 'Registru',
  deeds: {
    cleaned: 'Curățată',
    checked: 'Verificată',
    repaired: 'Reparată',
    serviced: 'Revizie făcută',
    replaced: 'Piesă înlocuită',
  },
  closed: icu('Problemă închisă: {what}'),
  lasted: icu('{minutes} min'),
  someone: 'un membru',
  away: 'Acum nu se poate arăta ce îi trebuie.',
  mark: { lock: 'Blocată: nesigură', flag: 'Folosește cu grijă', over: 'Revizie depășită' },
  refusals: {
    'too-many-attempts': {
      title: 'S-a încercat prea des.',
      detail: 'Așteaptă puțin; dacă cineva se poate răni, spune-i direct unui responsabil.',
    },
    'problem-unknown': { title: 'Această problemă nu mai este deschisă.', detail: 'Cineva a închis-o deja.' },
    'problems-full': {
      title: 'Această mașină are deja 64 de probleme deschise.',
      detail: 'Spune-i direct unui responsabil; întâi trebuie închise câteva.',
    },
    'text-unreadable': {
      title: 'Textul lipsește, este prea lung sau are caractere care nu se pot tipări.',
      detail: 'Scrie cel mult 500 de caractere.',
    },
    'part-unknown': { title: 'Mașina nu mai are această piesă.', detail: 'Reîncarcă pagina.' },
    'part-missing': { title: 'Lipsește piesa care a fost înlocuită.', detail: 'Alege piesa.' },
  },
};
