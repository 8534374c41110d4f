// The same in Italian.

import type { Words } from '../words.ts';

export const access: Words['access'] = {
  title: 'Il tuo accesso',
  yes: 'Puoi usarla: appoggia il badge al suo lettore.',
  no: 'Ora non puoi usarla.',
  past: 'Puoi usarla solo come responsabile; agli altri sarebbe negata, e resta scritto.',
  lesson: (name: string, sessions: number, needed: number) =>
    `Sessioni seguite per ${name}: ${sessions} di ${needed}.`,
  bypassed: (codes: string) => `Avviata da un responsabile oltre le regole: ${codes}.`,
  trainer: (name: string) => `Insegna ${name}.`,
  levels: { assist: 'assiste', operate: 'usa', maintain: 'fa manutenzione', teach: 'insegna' },
  earned: 'ottenuto con le lezioni',
  plan: (plan: string) => `Piano: ${plan}.`,
  from: (day: string) => `Membro dal ${day}.`,
  until: (day: string) => `Membro fino al ${day}.`,
};
