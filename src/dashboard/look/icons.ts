// Every icon the dashboard draws, by its Lucide name; the build puts exactly these into the page.

export const icons = [
  'user-round',
  'play',
  'thermometer-sun',
  'pause',
  'hourglass',
  'door-open',
  'octagon-alert',
  'wrench',
  'circle-question-mark',
  'unplug',
  'triangle-alert',
  'circle-check',
  'sun',
  'moon',
  'sun-moon',
  'receipt',
  'layout-grid',
  'monitor',
  'log-in',
  'log-out',
  'printer',
  'chevron-left',
  'chevron-right',
  'arrow-left',
  'id-card',
  'wifi-off',
  'download',
  'power',
] as const;

export type IconName = (typeof icons)[number];
