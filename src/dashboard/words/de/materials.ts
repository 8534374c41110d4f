// German for materials that the desk hands out, and for charges that are corrected by hand.

import type { materials as materialsEn } from '../en/materials.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('de');

export const materials: typeof materialsEn = {
  open: 'Material ausgeben',
  title: icu('Material für {machine}'),
  intro: 'Es wird nach der Preisliste des Tages berechnet, auf einer eigenen Zeile.',
  member: 'Wer es bekommt',
  choose: 'Mitglied wählen',
  handle: 'Anmeldename des Mitglieds',
  material: 'Material',
  chooseMaterial: 'Material wählen',
  materialId: 'Material, wie in der Preisliste',
  none: 'Die Preisliste dieses Mitglieds hat kein Material für diese Maschine.',
  option: icu('{name}, {price} pro {unit}'),
  amount: icu('Menge in {unit}'),
  amountPlain: 'Menge',
  amountHint: 'Zum Beispiel 12,5; höchstens drei Nachkommastellen.',
  of: icu('{amount} {name}'),
  done: icu('Eingetragen. Es steht auf der Abrechnung für {month}.'),
  another: 'Mehr ausgeben',
  corrected: icu('Berichtigt von {who} am {time}: {reason}.'),
  correctionReasons: {
    waived: 'es wurde erlassen',
    price: 'der Preis war falsch',
    'cost-code': 'es gehört zu einer anderen Kostenstelle',
    agreed: 'so wurde es vereinbart',
  },
  correct: 'Berichtigen',
  correctAsk: 'Diesen Posten berichtigen? Die Zeile bleibt, und eine weitere sagt, um wie viel.',
  correctTo: 'Es soll kosten',
  correctCode: 'Kostenstelle',
  correctCodeHint: 'Lass es leer, um sie zu behalten; „none“ für das Mitglied allein.',
  correctWhy: 'Warum',
  correctConfirm: 'Berichtigen',
  correcting: 'Berichtige',
  keep: 'So lassen',
  refusals: {
    'material-unknown': {
      title: 'Die Preisliste jenes Tages hat dieses Material für dieses Mitglied nicht.',
      detail: 'Wähl ein anderes, oder füg es zur Preisliste hinzu.',
    },
    'material-amount-wrong': {
      title: 'Das ist keine Menge.',
      detail: 'Schreib eine Zahl über null, mit höchstens drei Nachkommastellen.',
    },
    'material-entered-already': {
      title: 'Genau das wurde in dieser Minute schon eingetragen, und nichts wurde geändert.',
      detail: 'Wurde es zweimal ausgegeben, versuch es in einer Minute noch einmal.',
    },
    'material-withdrawn-already': {
      title: 'Dieses Material wurde schon zurückgenommen, und nichts wurde geändert.',
      detail: 'Mehr ist nicht zu tun.',
    },
    'charge-withdrawn': {
      title: 'Es wurde zurückgenommen, also kostet es nichts.',
      detail: 'Es gibt nichts zu berichtigen.',
    },
    'charge-unchanged': {
      title: 'Es ist schon so, und nichts wurde geändert.',
      detail: 'Mehr ist nicht zu tun.',
    },
    'correction-empty': {
      title: 'Es fehlt, was sich ändern soll.',
      detail: 'Schreib einen Betrag oder eine Kostenstelle.',
    },
  },
};
