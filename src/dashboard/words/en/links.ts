// English for the ways to pages that stand at the foot of others.

export const links = {
  accessibility: 'Accessibility',
};
