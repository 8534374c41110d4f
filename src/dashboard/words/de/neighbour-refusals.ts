// German for what the gateway refuses of kiosks, of programs beside it and of the plan.

type Refusal = { readonly title: string; readonly detail: string };

export const neighbourRefusals: Readonly<Record<string, Refusal>> = {
  'floor-none': {
    title: 'Von dieser Werkstatt gibt es keinen Plan.',
    detail: 'Die Datei officina.yaml nennt einen unter floor.',
  },
  'push-none': {
    title: 'Hier bekommt niemand Nachrichten auf das Telefon.',
    detail: 'Die Administration setzt push.ntfy.server in officina.yaml.',
  },
  'webhook-unknown': {
    title: 'Kein Webhook hat diese ID.',
    detail: 'Sie stehen in officina.yaml; nimm einen von dort.',
  },
  'position-unknown': {
    title: 'Das Journal hat keinen solchen Eintrag.',
    detail: 'Nenn eine Stelle von 1 bis eins hinter dem letzten Eintrag.',
  },
  'kiosk-pin-wrong': {
    title: 'Anmeldename und PIN gehören nicht zusammen.',
    detail: 'Versuch es noch einmal. Wer keine PIN hat, setzt eine unter Mein Badge und PIN.',
  },
  'kiosk-badge-unknown': {
    title: 'Wir kennen diesen Badge nicht.',
    detail: 'Wenn es deiner ist, bitte die Aufsicht, ihn einzulesen.',
  },
  'kiosk-locked': {
    title: 'Der Kiosk hat sich gesperrt.',
    detail: 'Gib deine PIN noch einmal ein, oder halt deinen Badge hin.',
  },
  'kiosk-elsewhere': {
    title: 'Dieser Kiosk steht an einer anderen Maschine.',
    detail: 'Geh zum Kiosk jener Maschine.',
  },
  'kiosk-none': { title: 'Kein Kiosk hat diese ID.', detail: 'Wähl einen aus der Liste.' },
  'session-held': { title: 'Du hast diese Maschine schon.', detail: 'Arbeite weiter, oder beende sie.' },
};
