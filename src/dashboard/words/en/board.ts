// English for the board.

export const board = {
  empty: 'No machines yet. Describe one in officina.yaml, add a badge, and tap it.',
  label: 'Machines',
};
