// English for the page of a machine.

import { icuIn } from '../icu.ts';

const icu = icuIn('en');

export const machine = {
  unknown: 'No machine has this address. Choose one on the board.',
  back: 'Board',
  facts: 'Details',
  link: 'Link',
  activity: 'Activity',
  mode: 'Mode',
  interlock: 'Interlock',
  ownWord: icu<{ word: string }>('the controller says “{word}”'),
  session: 'Session',
  noSession: 'Nobody holds this machine.',
  today: 'In use today',
  pool: 'Pool',
  troubles: 'What is wrong with its link',
  onlyRead: 'It is only read.',
  onlyReadWhy: 'Why?',
  chart: 'Readings',
  noChart: 'This machine draws no chart. Name a reading as its chart in officina.yaml.',
};
