// German for what a member has left, and for selling packs and topping up at the desk.

import type { allowances as allowancesEn } from '../en/allowances.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('de');

export const allowances: typeof allowancesEn = {
  title: 'Was übrig ist',
  wallet: 'Guthaben',
  held: icu('{amount} davon sind für eine laufende Sitzung zurückgelegt.'),
  leftOf: icu('{left} von {amount} übrig bis {day}'),
  hours: icu('{figure} h'),
  pools: icu('für {names}'),
  none: 'Keine Stunden und keine Pakete.',
  uses: 'Was womit bezahlt wurde',
  noUses: 'Nichts in den letzten zwei Monaten.',
  paidBy: icu('{source}: {amount}'),
  worth: icu('{amount} für {price}'),
  kinds: {
    plan: 'Stunden des Plans',
    pack: 'Paket',
    grant: 'Budget des Projekts',
    wallet: 'Guthaben',
    below: 'Guthaben, im Minus',
    invoice: 'Auf Rechnung',
    free: 'Kostenlose Kursstunde',
  },
  desk: {
    title: 'Am Tresen',
    pack: 'Paket',
    packFor: icu('{name}, {price}'),
    paid: 'Bezahlt',
    ways: { cash: 'bar', bank: 'per Bank', account: 'auf Rechnung' },
    sell: 'Paket verkaufen',
    sold: 'Verkauft.',
    amount: 'Betrag',
    amountWrong: 'Gib einen Betrag über null ein, zum Beispiel 25,00.',
    topUp: 'Aufladen',
    refund: 'Auszahlen',
    done: 'Erledigt.',
    noPacks: 'In officina.yaml sind keine Pakete beschrieben.',
  },
  refusals: {
    'account-short': {
      title: 'So viel Guthaben ist nicht da, oder es ist für eine laufende Sitzung zurückgelegt.',
      detail: 'Zahl höchstens aus, was jetzt frei ist.',
    },
    'pack-unknown': {
      title: 'Dieses Paket gibt es nicht mehr.',
      detail: 'Lade die Seite neu und wähl ein anderes.',
    },
  },
};
