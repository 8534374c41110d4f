// English for the badges of the demo.

export const demo = {
  title: 'Demo: click a badge',
  reader: 'Reader',
};
