// Romanian for alarms about switches and for the four truths of a switch.

import { icuIn } from '../icu.ts';
import type { Words } from '../words.ts';

const icu = icuIn('ro');

export const alarms: Words['alarms'] = {
  codes: {
    'relay-welded': {
      title: 'Întrerupătorul nu deschide',
      sentence:
        'Întrerupătorul ei spune oprit, dar curentul trece încă. Scoate ștecherul sau decuplează siguranța, apoi schimbă întrerupătorul.',
    },
    'power-without-session': {
      title: 'Curent fără sesiune',
      sentence:
        'Nu o are nimeni, și totuși merge sau are curent. Du-te să vezi cine o folosește, apoi oprește-o.',
    },
    'switch-by-hand': {
      title: 'Acționat manual',
      sentence:
        'Întrerupătorul ei a fost acționat din butonul sau din pagina lui. Du-te să vezi și, dacă se poate, blochează butonul.',
    },
    'session-on-dead-machine': {
      title: 'Sesiune fără curent',
      sentence:
        'Cineva o are și pare că nu primește curent. Verifică ștecherul și siguranța; retrage ce nu s-a folosit.',
    },
    'lease-lost': {
      title: 'Fără curent, legătura a căzut',
      sentence:
        'Întrerupătorul ei s-a oprit singur, fiindcă nu a primit la timp nicio comandă. Verifică-i locul în rețea.',
    },
    'meter-silent': {
      title: 'Contorul tace',
      sentence:
        'Întrerupătorul ei nu a măsurat nimic de zece minute. Verifică dacă mașina mai este legată la el.',
    },
  },
  answers: { seen: 'Văzut', mended: 'Reparat', 'false-alarm': 'Alarmă falsă' },
  answerRow: icu('Răspunsul tău la: {title}, {machine}'),
  switchName: icu('Întrerupătorul {id}'),
  seenBy: icu('Văzut de {who}, {time}'),
  seen: icu('Văzut, {time}'),
  needsSteward: 'Cere un responsabil',
  needsStewardNow: 'Are nevoie de un responsabil înainte de a fi folosită.',

  truths: {
    title: icu('Întrerupătorul ei, {id}'),
    ordered: 'Comandat',
    says: 'Spune',
    measured: 'Măsoară',
    controller: 'Controlerul',
    on: 'pornit',
    off: 'oprit',
    unknown: 'nu se știe',
    notOrdered: 'încă nimic',
    noMeter: 'nimic',
    noMeterWhy: 'nu are contor, sau contorul tace',
    confirmed: {
      powered: 'are curent',
      dark: 'nu dă semne de viață',
      unknown: 'nu se știe',
      none: 'nu are',
    },
  },
};
