// English for finishing a session.

export const finish = {
  finish: 'Finish',
  whenJob: 'A job runs. The machine may finish it; you are not billed for that. Then the power goes off.',
  whenIdle: 'Your session ends now, and the power goes off.',
  confirm: 'Finish session',
  keep: 'Keep working',
  working: 'Finishing',
};
