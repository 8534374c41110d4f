// Whether the one who looks may use a machine, and what is told to staff of a session, in German.

import type { access as accessEn } from '../en/access.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('de');

export const access: typeof accessEn = {
  title: 'Dein Zugang',
  yes: 'Du darfst sie benutzen: Halt deinen Badge an ihren Leser.',
  no: 'Du darfst sie jetzt nicht benutzen.',
  past: 'Du darfst sie nur als Aufsicht benutzen; andere würden abgewiesen, und das wird festgehalten.',
  lesson: icu('Begleitete Sitzungen für {name}: {sessions} von {needed}.'),
  bypassed: icu('Von der Aufsicht an den Regeln vorbei gestartet: {codes}.'),
  trainer: icu('Kursleitung: {name}.'),
  levels: { assist: 'hilft mit', operate: 'bedient', maintain: 'wartet', teach: 'unterrichtet' },
  earned: 'in Kursstunden erworben',
  plan: icu('Plan: {plan}.'),
  from: icu('Mitglied ab {day}.'),
  until: icu('Mitglied bis {day}.'),
};
