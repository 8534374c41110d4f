// What is said when a charge is contested and decided, in German.

import type { disputes as disputesEn } from '../en/disputes.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('de');

export const disputes: typeof disputesEn = {
  title: 'Beanstandete Posten',
  contest: 'Posten beanstanden',
  contestOf: icu('Den Posten für {machine}, {when}, beanstanden'),
  contestAsk:
    'Die Kassenführung liest, was du schreibst, und entscheidet. Bis dahin bleibt deine Abrechnung, wie sie ist.',
  contestText: 'Was stimmt daran nicht?',
  textHint: 'Höchstens 2000 Zeichen.',
  keep: 'Lassen',
  send: 'Senden',
  sending: 'Sende …',
  withdraw: 'Zurückziehen',
  withdrawAsk: 'Niemand entscheidet mehr darüber, und der Posten bleibt.',
  withdrawing: 'Ziehe zurück …',
  charged: icu('{amount}, beanstandet {when}'),
  due: icu('Eine Antwort ist bis {when} fällig.'),
  overdue: icu('Eine Antwort war bis {when} fällig.'),
  status: {
    open: 'Offen',
    accepted: 'Anerkannt',
    partly: 'Teilweise anerkannt',
    rejected: 'Nicht anerkannt',
    withdrawn: 'Zurückgezogen',
  },
  taken: icu('{amount} werden abgezogen.'),
  erased: 'Dieser Text wurde gelöscht.',
  gone: 'Jemand, der nicht mehr da ist',
  decide: 'Entscheiden',
  decideOf: icu('Entscheiden, was {name} beanstandet'),
  decideAsk: 'Das Mitglied liest deine Antwort. Was abgezogen wird, wird von selbst gutgeschrieben.',
  outcome: 'Entscheidung',
  outcomes: {
    accepted: 'Alles abziehen',
    amount: 'Einen Betrag abziehen',
    time: 'Eine Zeit abziehen',
    rejected: 'Nichts abziehen',
  },
  amount: icu('Betrag in {currency}'),
  minutes: 'Minuten der berechneten Zeit',
  answer: 'Antwort an das Mitglied',
  deciding: 'Entscheide …',
  dataTitle: 'Was über dich aufbewahrt wird',
  dataSaid:
    'Wer du bist, was du geschrieben hast, und jeder Eintrag des Journals über dich, in einer Datei. Von anderen steht nichts darin.',
  dataTake: 'Kopie holen (JSON)',
  refusals: {
    'charge-unknown': {
      title: 'Du hast keinen solchen Posten, oder er ist zu alt.',
      detail: 'Deine Abrechnung führt deine Posten auf.',
    },
    'charge-nothing': {
      title: 'Von diesem Posten ist nichts übrig, was du beanstanden könntest.',
      detail: 'Es ist nichts zu tun.',
    },
    'dispute-open-already': {
      title: 'Dieser Posten ist schon beanstandet.',
      detail: 'Warte auf die Antwort, oder zieh die Beanstandung zuerst zurück.',
    },
    'dispute-too-late': {
      title: 'Dieser Posten ist zu alt, um ihn hier zu beanstanden.',
      detail: 'Sprich mit der Kassenführung.',
    },
    'disputes-full': {
      title: 'Es sind schon zu viele Beanstandungen offen.',
      detail: 'Warte, bis einige beantwortet sind.',
    },
    'disputes-of-charge-full': {
      title: 'Über diesen Posten wurde schon dreimal entschieden.',
      detail: 'Sprich mit der Kassenführung.',
    },
    'dispute-unknown': { title: 'Diese Beanstandung gibt es nicht.', detail: 'Lade die Seite neu.' },
    'dispute-over': {
      title: 'Diese Beanstandung ist abgeschlossen, und nichts hat sich geändert.',
      detail: 'Die Liste sagt, wie sie ausging.',
    },
    'dispute-own': {
      title: 'Niemand entscheidet über den eigenen Posten.',
      detail: 'Jemand anderes von der Kassenführung kann es.',
    },
    'credit-wrong': {
      title: 'Das ist kein Teil des Postens.',
      detail: 'Gib einen Betrag oder Minuten an, mehr als nichts und weniger als alles.',
    },
  },
};
