// German for a running session: what ends it, what it costs, and what its holder may do with it.

import type { session as sessionEn } from '../en/session.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('de');

export const session: typeof sessionEn = {
  title: 'Deine Sitzung',
  ends: icu('Endet {time}: {cause}'),
  causes: {
    idle: 'nichts bewegt sich',
    longest: 'die längste Sitzung',
    hours: 'Schließzeit',
    turn: 'Ende des Durchgangs',
    booking: 'Reservierung eines anderen Mitglieds',
    ceiling: 'deine Kostengrenze',
    certificate: 'deine Einweisung läuft ab',
    trainer: 'deine Kursleitung darf danach nicht mehr unterrichten',
  },
  refusals: {
    'session-not-idle': {
      title: 'Sie steht nicht vor dem Ende.',
      detail: 'Es ist nichts zu tun; sie geht weiter.',
    },
    'cost-code-unknown': { title: 'Diese Kostenstelle ist nicht für dich.', detail: 'Wähl eine andere.' },
    'ceiling-passed': {
      title: 'Sie hat schon mehr gekostet.',
      detail: 'Gib eine höhere Kostengrenze an, oder beende sie.',
    },
    'session-none': {
      title: 'Niemand hat diese Maschine mehr.',
      detail: 'Halt deinen Badge an die Maschine, um anzufangen.',
    },
    'session-not-yours': {
      title: 'Jemand anderes hat jetzt diese Maschine.',
      detail: 'Warte, bis sie frei ist.',
    },
    'session-ending': { title: 'Diese Sitzung endet schon.', detail: 'Warte, bis der Strom aus ist.' },
  },
  cost: 'Kosten bisher',
  costNow: icu('jetzt {perHour} pro Stunde'),
  costStands: 'jetzt wird nichts berechnet',
  costStep: icu('ab {time} weitere {amount}'),
  costCapDay: 'der Höchstbetrag dieses Tages ist erreicht',
  costCapMonth: 'der Höchstbetrag dieses Monats ist erreicht',
  ceiling: 'Kostengrenze',
  ceilingHint: icu(
    'Zum Beispiel {amount}. Die Sitzung endet, bevor sie mehr kostet; lass es leer für keine Grenze.',
  ),
  ceilingWrong: 'Das ist kein Betrag.',
  costCode: 'Auf Kosten von',
  noCostCode: 'mir, ohne Kostenstelle',
  save: 'Speichern',
  saving: 'Speichere',
  saved: 'Gespeichert. Es gilt ab jetzt.',
  keep: 'Ich bin noch da',
  keepWhy: 'Seit einer Weile bewegt sich nichts. Sag, dass du da bist, sonst endet die Sitzung.',
  keeping: 'Einen Moment',
  handOver: 'Übergeben',
  handOverAsk:
    'Wer binnen einer Minute den Badge an die Maschine hält, übernimmt sie samt ihrem Auftrag. Der Strom bleibt an; du zahlst bis zu diesem Moment.',
  handOverConfirm: 'Auf Badge warten',
  handOverKeep: 'Behalten',
  handOverWorking: 'Frage das Gateway',
  offered: icu('Jetzt der andere Badge: noch {seconds} s.'),
};
