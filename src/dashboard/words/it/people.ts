// Italian for certificates given at the desk, roles, teams, tokens, and who looked at whose usage.

import { icuIn } from '../icu.ts';

const icu = icuIn('it');

type Refusal = { readonly title: string; readonly detail: string };

export const people = {
  certify: {
    title: 'Certifica',
    several: 'Certifica soci',
    certificate: 'Certificato',
    choose: 'Scegline uno',
    level: 'Livello',
    until: 'Ultimo giorno',
    untilHint: 'Lascialo vuoto se non scade.',
    who: 'Soci',
    check: 'Guarda che cosa cambia',
    checking: 'Sto guardando',
    give: 'Dai il certificato',
    giving: 'Lo sto dando',
    change: 'Cambia qualcosa',
    close: 'Chiudi',
    gains: icu<{ name: string; until: string }>('{name} lo riceve, {until}.'),
    renews: icu<{ name: string; before: string; until: string }>('{name} lo ha {before}, poi {until}.'),
    same: 'Nessuno ci guadagna qualcosa: lo hanno già così.',
    done: icu<{ count: number }>(
      '{count, plural, one {Dato a # socio.} many {Dato a # soci.} other {Dato a # soci.}}',
    ),
    undo: 'Annulla',
    undone: 'Ripreso.',
    lackMembers: 'Scegli almeno un socio.',
    lackCertificate: 'Scegli un certificato.',
  },
  withdraw: {
    offer: 'Ritira',
    keep: 'Lascialo',
    confirm: 'Ritira il certificato',
    working: 'Lo sto ritirando',
  },
  withdrawOf: icu<{ name: string }>('Ritira {name}'),
  withdrawEnds: icu<{ machines: string }>(
    'Una sessione su {machines} finisce per questo; un lavoro in corso può finire.',
  ),
  withdrawNone: 'Nessuna sessione finisce per questo. Una lista di soci che lo nomina lo dà di nuovo.',
  roles: {
    title: 'Ruoli',
    hint: 'Una lista di soci che arriva dopo decide di nuovo sui ruoli.',
    offer: 'Cambia i ruoli',
    keep: 'Lasciali',
    confirm: 'Cambia i ruoli',
    working: 'Li sto cambiando',
    gains: icu<{ rights: string }>('Guadagna: {rights}.'),
    loses: icu<{ rights: string }>('Perde: {rights}.'),
    same: 'I suoi diritti restano come sono.',
    done: 'I ruoli sono cambiati.',
  },
  team: {
    title: 'Gruppo',
    members: icu<{ count: number }>('{count, plural, one {# socio} many {# soci} other {# soci}}'),
    of: 'Gruppo',
    all: 'Tutti i gruppi',
  },
  looks: {
    title: 'Chi ha guardato il suo uso',
    none: 'Nessuno ha guardato.',
    all: 'Tutti nel registro',
  },
  tokens: {
    title: 'Token',
    what: 'Per programmi e schermi a parete. Un token non può più di te, e si ferma quando non puoi entrare.',
    none: 'Non hai nessun token.',
    fresh: 'Nuovo token',
    label: 'A che cosa serve',
    days: 'Giorni fino alla fine',
    daysHint: 'Lascialo vuoto se non scade.',
    scopes: 'Che cosa può fare',
    make: 'Crea il token',
    making: 'Lo sto creando',
    once: 'Copialo ora: si vede solo questa volta.',
    secret: 'Il token',
    close: 'L’ho copiato',
    created: icu<{ day: string }>('creato il {day}'),
    ends: icu<{ day: string }>('finisce il {day}'),
    noEnd: 'senza fine',
    drop: { offer: 'Elimina', keep: 'Tienilo', confirm: 'Elimina il token', working: 'Lo sto eliminando' },
    dropOf: icu<{ label: string }>('Elimina {label}'),
    dropWhat: 'Smette subito di funzionare; quello che lo usa viene rifiutato.',
    notYours: 'I token sono per responsabili, tesorieri e amministratori. Chiedi a uno di loro.',
  },
  refusals: {
    'certificate-unknown': {
      title: 'L’officina non conosce questo certificato.',
      detail: 'Scegline uno della lista, o descrivilo in officina.yaml.',
    },
    'certificate-day': {
      title: 'Questo non è un giorno.',
      detail: 'Scrivi l’ultimo giorno come aaaa-mm-gg.',
    },
    'certificate-own': { title: 'Nessuno certifica se stesso.', detail: 'Chiedi a un altro formatore.' },
    'entry-unknown': {
      title: 'Il registro non ha voci in questa posizione.',
      detail: 'Cercala nella lista delle più recenti.',
    },
    'journal-away': {
      title: 'Qui il registro non si può sfogliare.',
      detail: 'Chiedi al gateway che lo scrive.',
    },
  } as Readonly<Record<string, Refusal>>,
};
