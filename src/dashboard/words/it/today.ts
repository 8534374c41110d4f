// Italian for what waits at the desk today, and for the list of machines by what they need.

import { icuIn } from '../icu.ts';

const icu = icuIn('it');

export const today = {
  title: 'Oggi',
  notYours:
    'Oggi è per chi si occupa dell’officina: responsabili, formatori e tesorieri. Chiedi a un responsabile.',
  nothing: icu<{ count: number }>(
    '{count, plural, one {Niente ha bisogno di te. # macchina si fa sentire.} many {Niente ha bisogno di te. # macchine si fanno sentire.} other {Niente ha bisogno di te. # macchine si fanno sentire.}}',
  ),
  alarms: 'Allarmi a cui rispondere',
  kinds: {
    'problem-open': 'Problemi segnalati',
    'device-silent': 'Dispositivi muti',
    'dispute-open': 'Contestazioni aperte',
    'newcomer-waits': 'Nuovi dispositivi in attesa',
    'service-due': 'Manutenzione da fare',
    'certificate-ends': 'Certificati che scadono',
    'membership-ends': 'Iscrizioni da rivedere',
    'month-open': 'Mese da chiudere',
    'invoice-due': 'Fatture scadute',
  } as Readonly<Record<string, string>>,
  acts: {
    'problem-open': 'Guarda',
    'device-silent': 'Controlla',
    'dispute-open': 'Rispondi',
    'newcomer-waits': 'Di’ che cos’è',
    'service-due': 'Fatta',
    'certificate-ends': 'Rinnova',
    'membership-ends': 'Apri',
    'month-open': 'Ai conti',
    'invoice-due': 'Ai conti',
  } as Readonly<Record<string, string>>,
  actOn: icu<{ act: string; name: string }>('{act}: {name}'),
  since: icu<{ time: string }>('da {time}'),
  until: icu<{ day: string }>('fino al {day}'),
  ended: icu<{ day: string }>('finito il {day}'),
  never: 'mai sentito dall’avvio',
  more: icu<{ count: number }>(
    '{count, plural, one {# altro non è in lista.} many {# altri non sono in lista.} other {# altri non sono in lista.}}',
  ),
  problems: icu<{ count: number }>('{count, plural, one {# problema} many {# problemi} other {# problemi}}'),
  care: {
    title: 'Cura',
    notYours:
      'La cura è per i responsabili. Ogni socio può scrivere sulla pagina di una macchina che cosa ha pulito.',
    machine: 'Macchina',
    due: 'Manutenzione',
    left: 'Resta',
    problems: 'Problemi',
    cared: 'Ultima cura',
    nobody: 'ancora nessuno',
    by: icu<{ who: string; time: string }>('{who}, {time}'),
    all: 'Tutte',
    pressing: 'Che cosa ha bisogno di una mano',
    none: 'Nessuna macchina ha bisogno di una mano.',
    noPlan: 'senza piano',
  },
};
