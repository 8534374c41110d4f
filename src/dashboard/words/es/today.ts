// Spanish for what waits at the desk today, and for the list of machines by what they need.

import { icuIn } from '../icu.ts';

const icu = icuIn('es');

export const today = {
  title: 'Hoy',
  notYours:
    'Hoy es para quienes cuidan del taller: responsables, formadores y tesoreros. Pregunta a un responsable.',
  nothing: icu<{ count: number }>(
    '{count, plural, one {Nada te necesita. # máquina da señales.} many {Nada te necesita. # máquinas dan señales.} other {Nada te necesita. # máquinas dan señales.}}',
  ),
  alarms: 'Alarmas por responder',
  kinds: {
    'problem-open': 'Problemas avisados',
    'device-silent': 'Dispositivos callados',
    'dispute-open': 'Reclamaciones abiertas',
    'newcomer-waits': 'Dispositivos nuevos que esperan',
    'service-due': 'Servicio pendiente',
    'certificate-ends': 'Certificados que terminan',
    'membership-ends': 'Inscripciones por revisar',
    'month-open': 'Mes por cerrar',
    'invoice-due': 'Facturas vencidas',
  } as Readonly<Record<string, string>>,
  acts: {
    'problem-open': 'Ver',
    'device-silent': 'Mirar',
    'dispute-open': 'Responder',
    'newcomer-waits': 'Decir qué es',
    'service-due': 'Hecho',
    'certificate-ends': 'Renovar',
    'membership-ends': 'Abrir',
    'month-open': 'A las cuentas',
    'invoice-due': 'A las cuentas',
  } as Readonly<Record<string, string>>,
  actOn: icu<{ act: string; name: string }>('{act}: {name}'),
  since: icu<{ time: string }>('desde {time}'),
  until: icu<{ day: string }>('hasta el {day}'),
  ended: icu<{ day: string }>('terminó el {day}'),
  never: 'sin noticias desde el inicio',
  more: icu<{ count: number }>(
    '{count, plural, one {# más no está en la lista.} many {# más no están en la lista.} other {# más no están en la lista.}}',
  ),
  problems: icu<{ count: number }>(
    '{count, plural, one {# problema} many {# problemas} other {# problemas}}',
  ),
  care: {
    title: 'Cuidado',
    notYours:
      'El cuidado es para responsables. Cualquier miembro puede anotar en la página de una máquina lo que limpió.',
    machine: 'Máquina',
    due: 'Servicio',
    left: 'Queda',
    problems: 'Problemas',
    cared: 'Último cuidado',
    nobody: 'nadie todavía',
    by: icu<{ who: string; time: string }>('{who}, {time}'),
    all: 'Todas',
    pressing: 'Lo que necesita una mano',
    none: 'Ninguna máquina necesita una mano.',
    noPlan: 'sin plan',
  },
};
