// Romanian for what waits at the desk today, and for the list of machines by what they need.

import { icuIn } from '../icu.ts';

const icu = icuIn('ro');

export const today = {
  title: 'Azi',
  notYours:
    'Azi este pentru cei care au grijă de atelier: responsabili, formatori și trezorieri. Întreabă un responsabil.',
  nothing: icu<{ count: number }>(
    '{count, plural, one {Nimic nu te așteaptă. # mașină dă semne.} few {Nimic nu te așteaptă. # mașini dau semne.} other {Nimic nu te așteaptă. # de mașini dau semne.}}',
  ),
  alarms: 'Alarme de rezolvat',
  kinds: {
    'problem-open': 'Probleme semnalate',
    'device-silent': 'Dispozitive mute',
    'dispute-open': 'Contestații deschise',
    'newcomer-waits': 'Dispozitive noi care așteaptă',
    'service-due': 'Revizie de făcut',
    'certificate-ends': 'Certificate care se termină',
    'membership-ends': 'Înscrieri de revăzut',
    'month-open': 'Lună de închis',
    'invoice-due': 'Facturi scadente',
  } as Readonly<Record<string, string>>,
  acts: {
    'problem-open': 'Vezi',
    'device-silent': 'Uită-te',
    'dispute-open': 'Răspunde',
    'newcomer-waits': 'Spune ce este',
    'service-due': 'Făcută',
    'certificate-ends': 'Reînnoiește',
    'membership-ends': 'Deschide',
    'month-open': 'La conturi',
    'invoice-due': 'La conturi',
  } as Readonly<Record<string, string>>,
  actOn: icu<{ act: string; name: string }>('{act}: {name}'),
  since: icu<{ time: string }>('din {time}'),
  until: icu<{ day: string }>('până la {day}'),
  ended: icu<{ day: string }>('s-a terminat la {day}'),
  never: 'fără semne de la pornire',
  more: icu<{ count: number }>(
    '{count, plural, one {încă # nu este în listă.} few {încă # nu sunt în listă.} other {încă # nu sunt în listă.}}',
  ),
  problems: icu<{ count: number }>(
    '{count, plural, one {# problemă} few {# probleme} other {# de probleme}}',
  ),
  care: {
    title: 'Îngrijire',
    notYours:
      'Îngrijirea este pentru responsabili. Orice membru poate nota pe pagina unei mașini ce a curățat.',
    machine: 'Mașină',
    due: 'Revizie',
    left: 'Rămas',
    problems: 'Probleme',
    cared: 'Ultima îngrijire',
    nobody: 'nimeni încă',
    by: icu<{ who: string; time: string }>('{who}, {time}'),
    all: 'Toate',
    pressing: 'Ce are nevoie de o mână',
    none: 'Nicio mașină nu are nevoie de o mână.',
    noPlan: 'fără plan',
  },
};
