// Italian for materials that the desk hands out, and for charges that are corrected by hand.

import type { materials as materialsEn } from '../en/materials.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('it');

export const materials: typeof materialsEn = {
  open: 'Consegna materiale',
  title: icu('Materiale per {machine}'),
  intro: 'Si paga secondo il listino del giorno, su una riga sua.',
  member: 'Chi lo riceve',
  choose: 'Scegli un membro',
  handle: 'Nome breve del membro',
  material: 'Materiale',
  chooseMaterial: 'Scegli un materiale',
  materialId: 'Materiale, come nel listino',
  none: 'Il listino di questo membro non ha materiali per questa macchina.',
  option: icu('{name}, {price} per {unit}'),
  amount: icu('Quantità in {unit}'),
  amountPlain: 'Quantità',
  amountHint: 'Per esempio 12,5; al massimo tre decimali.',
  of: icu('{amount} di {name}'),
  done: icu('Inserito. Sta nell’estratto conto di {month}.'),
  another: 'Consegna altro',
  corrected: icu('Corretto da {who} il {time}: {reason}.'),
  correctionReasons: {
    waived: 'è stato condonato',
    price: 'il prezzo era sbagliato',
    'cost-code': 'va su un altro centro di costo',
    agreed: 'è stato concordato',
  },
  correct: 'Correggi',
  correctAsk: 'Correggere l’addebito? La riga resta, e un’altra dice di quanto cambia.',
  correctTo: 'Deve costare',
  correctCode: 'Centro di costo',
  correctCodeHint: 'Lascia vuoto per non cambiarlo; «none» per il solo membro.',
  correctWhy: 'Perché',
  correctConfirm: 'Correggilo',
  correcting: 'Sto correggendo',
  keep: 'Lascialo',
  refusals: {
    'material-unknown': {
      title: 'Il listino di quel giorno non ha questo materiale per questo membro.',
      detail: 'Scegline un altro, o aggiungilo al listino.',
    },
    'material-amount-wrong': {
      title: 'Questa non è una quantità.',
      detail: 'Scrivi un numero sopra lo zero, al massimo con tre decimali.',
    },
    'material-entered-already': {
      title: 'Proprio questo era già inserito in questo minuto, e niente è cambiato.',
      detail: 'Se è stato consegnato due volte, riprova fra un minuto.',
    },
    'material-withdrawn-already': {
      title: 'Questo materiale era già ritirato, e niente è cambiato.',
      detail: 'Non c’è altro da fare.',
    },
    'charge-withdrawn': {
      title: 'È stato ritirato, quindi non costa niente.',
      detail: 'Non c’è niente da correggere.',
    },
    'charge-unchanged': { title: 'È già così, e niente è cambiato.', detail: 'Non c’è altro da fare.' },
    'correction-empty': {
      title: 'Manca che cosa cambiare.',
      detail: 'Scrivi un importo o un centro di costo.',
    },
  },
};
