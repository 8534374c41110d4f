// French for what the gateway refuses of kiosks, of programs beside it and of the plan.

type Refusal = { readonly title: string; readonly detail: string };

export const neighbourRefusals: Readonly<Record<string, Refusal>> = {
  'floor-none': {
    title: 'Il n’y a pas de plan de cet atelier.',
    detail: 'Le fichier officina.yaml en indique un sous floor.',
  },
  'push-none': {
    title: 'Ici, personne ne reçoit de messages sur son téléphone.',
    detail: 'Un administrateur renseigne push.ntfy.server dans officina.yaml.',
  },
  'webhook-unknown': {
    title: 'Aucun webhook n’a cet id.',
    detail: 'Ils figurent dans officina.yaml ; prenez-en un là.',
  },
  'position-unknown': {
    title: 'Le journal n’a pas cette entrée.',
    detail: 'Indiquez une position de 1 à celle qui suit la dernière entrée.',
  },
  'kiosk-pin-wrong': {
    title: 'L’identifiant et le PIN ne vont pas ensemble.',
    detail: 'Réessayez. Qui n’a pas de PIN en définit un sous Mon badge et mon PIN.',
  },
  'kiosk-badge-unknown': {
    title: 'Nous ne connaissons pas ce badge.',
    detail: 'S’il est à vous, demandez à un responsable de l’enregistrer.',
  },
  'kiosk-locked': {
    title: 'La borne s’est verrouillée.',
    detail: 'Retapez votre PIN ou présentez votre badge.',
  },
  'kiosk-elsewhere': {
    title: 'Cette borne est à côté d’une autre machine.',
    detail: 'Allez à la borne de cette machine.',
  },
  'kiosk-none': { title: 'Aucune borne n’a cet id.', detail: 'Choisissez-en une de la liste.' },
  'session-held': { title: 'Vous occupez déjà cette machine.', detail: 'Continuez, ou terminez.' },
};
