// Spanish for what the gateway refuses of kiosks, of programs beside it and of the plan.

type Refusal = { readonly title: string; readonly detail: string };

export const neighbourRefusals: Readonly<Record<string, Refusal>> = {
  'floor-none': {
    title: 'De este taller no hay plano.',
    detail: 'El archivo officina.yaml indica uno en floor.',
  },
  'push-none': {
    title: 'Aquí nadie recibe avisos en el teléfono.',
    detail: 'Un administrador pone push.ntfy.server en officina.yaml.',
  },
  'webhook-unknown': {
    title: 'Ningún webhook tiene este id.',
    detail: 'Están en officina.yaml; elige uno de ellos.',
  },
  'position-unknown': {
    title: 'El diario no tiene esa entrada.',
    detail: 'Indica una posición desde 1 hasta la siguiente a la última entrada.',
  },
  'kiosk-pin-wrong': {
    title: 'El alias y el PIN no casan.',
    detail: 'Prueba otra vez. Quien no tiene PIN lo pone en Mi credencial y mi PIN.',
  },
  'kiosk-badge-unknown': {
    title: 'No conocemos esta credencial.',
    detail: 'Si es tuya, pide a un responsable que la dé de alta.',
  },
  'kiosk-locked': {
    title: 'El quiosco se ha bloqueado.',
    detail: 'Escribe otra vez tu PIN o acerca tu credencial.',
  },
  'kiosk-elsewhere': {
    title: 'Este quiosco está junto a otra máquina.',
    detail: 'Ve al quiosco de esa máquina.',
  },
  'kiosk-none': { title: 'Ningún quiosco tiene este id.', detail: 'Elige uno de la lista.' },
  'session-held': { title: 'Ya ocupas esta máquina.', detail: 'Sigue trabajando, o termina.' },
};
