// German for certificates given at the desk, roles, teams, tokens, and who looked at whose usage.

import { icuIn } from '../icu.ts';

const icu = icuIn('de');

type Refusal = { readonly title: string; readonly detail: string };

export const people = {
  certify: {
    title: 'Zertifizieren',
    several: 'Mitglieder zertifizieren',
    certificate: 'Zertifikat',
    choose: 'Wähle eines',
    level: 'Stufe',
    until: 'Letzter Tag',
    untilHint: 'Leer lassen: ohne Ende.',
    who: 'Mitglieder',
    check: 'Zeigen, was sich ändert',
    checking: 'Wird nachgesehen',
    give: 'Zertifikat geben',
    giving: 'Wird gegeben',
    change: 'Etwas ändern',
    close: 'Schließen',
    gains: icu<{ name: string; until: string }>('{name} bekommt es, {until}.'),
    renews: icu<{ name: string; before: string; until: string }>('{name} hat es {before}, dann {until}.'),
    same: 'Niemand gewinnt dadurch etwas: Sie haben es schon so.',
    done: icu<{ count: number }>(
      '{count, plural, one {# Mitglied hat es bekommen.} other {# Mitglieder haben es bekommen.}}',
    ),
    undo: 'Rückgängig',
    undone: 'Zurückgenommen.',
    lackMembers: 'Wähle mindestens ein Mitglied.',
    lackCertificate: 'Wähle ein Zertifikat.',
  },
  withdraw: {
    offer: 'Entziehen',
    keep: 'Lassen',
    confirm: 'Zertifikat entziehen',
    working: 'Wird entzogen',
  },
  withdrawOf: icu<{ name: string }>('{name} entziehen'),
  withdrawEnds: icu<{ machines: string }>(
    'Eine Sitzung an {machines} endet dadurch; ein laufender Auftrag darf fertig werden.',
  ),
  withdrawNone: 'Keine Sitzung endet dadurch. Eine Mitgliederliste, die es nennt, gibt es wieder.',
  roles: {
    title: 'Rollen',
    hint: 'Eine Mitgliederliste, die später kommt, entscheidet wieder über die Rollen.',
    offer: 'Rollen ändern',
    keep: 'So lassen',
    confirm: 'Rollen ändern',
    working: 'Wird geändert',
    gains: icu<{ rights: string }>('Neue Rechte: {rights}.'),
    loses: icu<{ rights: string }>('Verlorene Rechte: {rights}.'),
    same: 'Die Rechte bleiben, wie sie sind.',
    done: 'Die Rollen sind geändert.',
  },
  team: {
    title: 'Team',
    members: icu<{ count: number }>('{count, plural, one {# Mitglied} other {# Mitglieder}}'),
    of: 'Team',
    all: 'Alle Teams',
  },
  looks: {
    title: 'Wer die Nutzung angesehen hat',
    none: 'Niemand hat sie angesehen.',
    all: 'Alle im Journal',
  },
  tokens: {
    title: 'Token',
    what: 'Für Skripte und Wandanzeigen. Ein Token darf nicht mehr als du und gilt nicht mehr, wenn du dich nicht anmelden darfst.',
    none: 'Du hast kein Token.',
    fresh: 'Neues Token',
    label: 'Wofür es ist',
    days: 'Tage, bis es endet',
    daysHint: 'Leer lassen: ohne Ende.',
    scopes: 'Was es darf',
    make: 'Token anlegen',
    making: 'Wird angelegt',
    once: 'Kopier es jetzt: Es wird nur dieses eine Mal gezeigt.',
    secret: 'Das Token',
    close: 'Ich habe es kopiert',
    created: icu<{ day: string }>('angelegt am {day}'),
    ends: icu<{ day: string }>('endet am {day}'),
    noEnd: 'ohne Ende',
    drop: { offer: 'Verwerfen', keep: 'Behalten', confirm: 'Token verwerfen', working: 'Wird verworfen' },
    dropOf: icu<{ label: string }>('{label} verwerfen'),
    dropWhat: 'Es gilt sofort nicht mehr; was es benutzt, wird abgelehnt.',
    notYours: 'Token sind für Werkstattleitung, Kasse und Verwaltung. Frag jemanden von ihnen.',
  },
  refusals: {
    'certificate-unknown': {
      title: 'Die Werkstatt kennt kein solches Zertifikat.',
      detail: 'Wähle eines aus der Liste, oder beschreib es in officina.yaml.',
    },
    'certificate-day': { title: 'Das ist kein Tag.', detail: 'Schreib den letzten Tag als jjjj-mm-tt.' },
    'certificate-own': {
      title: 'Niemand zertifiziert sich selbst.',
      detail: 'Frag jemand anderen, der ausbildet.',
    },
    'entry-unknown': {
      title: 'Das Journal hat an dieser Stelle keinen Eintrag.',
      detail: 'Such ihn in der Liste der neuesten.',
    },
    'journal-away': {
      title: 'Hier lässt sich das Journal nicht durchblättern.',
      detail: 'Frag das Gateway, das es schreibt.',
    },
  } as Readonly<Record<string, Refusal>>,
};
