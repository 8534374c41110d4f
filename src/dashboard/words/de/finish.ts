// German for finishing a session.

import type { finish as finishEn } from '../en/finish.ts';

export const finish: typeof finishEn = {
  finish: 'Beenden',
  whenJob:
    'Ein Auftrag läuft. Die Maschine darf ihn beenden; das wird dir nicht berechnet. Dann geht der Strom aus.',
  whenIdle: 'Deine Sitzung endet jetzt, und der Strom geht aus.',
  confirm: 'Sitzung beenden',
  keep: 'Weiterarbeiten',
  working: 'Beende',
};
