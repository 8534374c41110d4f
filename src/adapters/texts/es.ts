// The sentences in Spanish, informal: what happened, why, what to do. Whole sentences only; a value stands in braces.

export const es: ReadonlyMap<string, string> = new Map([
  ['granted', '{machine} es tuya. Pasa otra vez la credencial cuando termines.'],
  [
    'granted-bypassed',
    '{machine} es tuya porque eres responsable. A otros se les negaría ({codes}); esto queda registrado.',
  ],
  [
    'granted-lesson',
    '{machine} está abierta para una clase. Para terminar, quien aprende o quien enseña pasa otra vez la credencial.',
  ],
  [
    'certificate-earned',
    'Has terminado en {machine}. Has obtenido el certificado {certificate} y ya puedes usarla por tu cuenta.',
  ],
  ['ended', 'Has terminado en {machine}. Ahora se corta la corriente.'],
  ['ending-job', 'Tu sesión en {machine} ha acabado. El trabajo puede terminar; no se te cobra.'],
  ['tap-late', 'Esta lectura llegó demasiado tarde. Pasa otra vez la credencial si estás en la máquina.'],
  ['badge-unknown', 'No conocemos esta credencial. Si es tuya, pide a un responsable que la añada.'],
  [
    'badge-ambiguous',
    'Este lector no distingue tu credencial de otra. Usa otro lector, o pide otra credencial a un responsable.',
  ],
  ['badge-enrolled', 'Esta credencial ya es tuya. Desde ahora abre lo que puedes usar.'],
  ['spelling-learnt', 'Gracias. La pasarela ya sabe cómo escribe este lector las credenciales.'],
  ['badge-random', 'Esta tarjeta muestra cada vez un número nuevo, como los teléfonos. Trae otra tarjeta.'],
  ['badge-partial', 'Este lector ve demasiado poco de la tarjeta para darla de alta. Hazlo en otro lector.'],
  [
    'badge-taken',
    'Esta tarjeta ya es la credencial de alguien. Trae otra, o pide antes a un responsable que se la quite.',
  ],
  ['badge-limit', 'Ya tienes ocho credenciales. Pide antes a un responsable que quite una.'],
  ['badge-strange', 'Esta no es la credencial que se pidió. Pasa esa por el lector.'],
  ['pin-missing', '{machine} pide también tu PIN. Escríbelo y pasa otra vez la credencial.'],
  ['pin-wrong', 'Este PIN no es correcto. Tras cinco fallos se bloquea un día.'],
  [
    'pin-locked',
    'Tu PIN está bloqueado tras cinco fallos. Se abre al cabo de un día, o pide uno nuevo a un responsable.',
  ],
  [
    'pin-unset',
    '{machine} pide un PIN, y aún no tienes ninguno. Ponlo en tu página, o pídelo a un responsable.',
  ],
  [
    'pin-unchecked',
    'Se comprueban demasiados PIN a la vez. Espera un momento y pasa otra vez la credencial.',
  ],
  [
    'badge-unproven',
    'Esta credencial no pudo demostrar que es de las nuestras. Mantenla quieta en el lector, o pregunta a un responsable.',
  ],
  ['tap-replayed', 'Esta lectura ya se usó. Pasa la credencial una vez más.'],
  ['badge-replayed', 'Esta lectura de tu credencial ya se usó. Pasa la credencial una vez más.'],
  ['badge-weak', '{machine} pide una credencial que no se pueda copiar. Pide una a un responsable.'],
  ['badge-unreadable', 'No se pudo leer esta credencial. Mantenla quieta en el lector durante un segundo.'],
  [
    'member-suspended',
    'Tu membresía está suspendida, así que las máquinas siguen cerradas para ti. Un responsable puede decirte más.',
  ],
  [
    'certificate-missing',
    '{machine} necesita el certificado {certificate}. Aún no lo tienes; pide un curso a un formador.',
  ],
  [
    'certificate-expired',
    '{machine} necesita el certificado {certificate}. El tuyo terminó el {until}; pide un repaso a un formador.',
  ],
  [
    'lesson-offered',
    '{machine} necesita el certificado {certificate}. Aún no lo tienes; un formador puede pasar aquí su credencial en 60 segundos para enseñarte.',
  ],
  [
    'certificate-unused',
    '{machine} necesita el certificado {certificate}. El tuyo caducó el {until}, tras {days} días sin uso; pide un repaso a un formador.',
  ],
  [
    'certificate-level',
    '{machine} necesita el certificado {certificate} en el nivel {level}, y el tuyo es más bajo. Pregunta a un formador.',
  ],
  ['membership-not-begun', 'Tu membresía empieza el {from}. Vuelve entonces, o pregunta a un responsable.'],
  ['membership-ended', 'Tu membresía terminó el {until}. Pide a un responsable que la prolongue.'],
  ['nothing-left', 'No queda nada con que pagar. Recarga en el mostrador: al menos {missing}.'],
  ['plan-hours', 'Tu plan {plan} no vale a esta hora. Vuelve a valer desde: {from}.'],
  ['plan-unknown', 'Tu plan {plan} ya no está descrito aquí. Avisa a un responsable.'],
  [
    'clock-unset',
    'El reloj de la pasarela no está en hora, así que no podemos comprobar fechas. Avisa a un responsable; las máquinas en marcha siguen.',
  ],
  [
    'machine-locked',
    'Alguien bloqueó {machine} porque algo no va bien. Un responsable la mira y la desbloquea.',
  ],
  ['machine-out-of-order', '{machine} está averiada. Un responsable puede decirte cuándo estará arreglada.'],
  ['machine-out-of-order-note', '{machine} está averiada: {note}. Un responsable puede decirte más.'],
  ['machine-retired', '{machine} ya no se usa. Elige otra máquina, o pregunta a un responsable.'],
  [
    'machine-in-maintenance',
    '{machine} está en mantenimiento, así que solo la arrancan responsables. Vuelve cuando esté en producción.',
  ],
  ['space-closed', '{space} está cerrado ahora. Abre el {until}.'],
  ['machine-closed', '{machine} no se puede usar a esta hora. Se puede otra vez desde el {until}.'],
  ['closed-for-long', 'Está cerrado al menos dos semanas. Pregunta a un responsable cuándo abre otra vez.'],
  [
    'quiet-hours',
    '{machine} hace demasiado ruido para las horas de silencio. Se puede usar otra vez desde el {until}.',
  ],
  ['space-full', '{space} está lleno: hay {present} personas dentro. Tu página te dice cuándo hay sitio.'],
  [
    'people-missing',
    '{machine} necesita {needed} personas y seríais {present}. Pide a alguien que pase su credencial en la entrada.',
  ],
  [
    'people-asked',
    '{machine} necesita una segunda persona. Que otro miembro pase aquí su credencial en un minuto.',
  ],
  [
    'people-short',
    '{machine} necesita {needed} personas y hay {present}. Termina en un minuto si no vuelve nadie.',
  ],
  [
    'granted-witness',
    '{machine} arranca para quien pasó la credencial antes que tú, y tú acompañas. Quédate mientras funcione.',
  ],
  ['presence-entered', 'Te damos la bienvenida. Constas dentro; pasa otra vez la credencial al salir.'],
  [
    'presence-bypassed',
    'Te damos la bienvenida porque eres responsable. A otros se les negaría ({codes}); queda registrado. Pasa otra vez la credencial al salir.',
  ],
  ['presence-left', 'Hasta luego. Ya constas fuera.'],
  [
    'entrance-leave-only',
    'Este lector es para salir, y no constas dentro. Pasa la credencial en la entrada.',
  ],
  ['machine-in-use', 'Otro miembro ocupa {machine} desde {since}. Vuelve cuando esté libre.'],
  [
    'machine-ending',
    '{machine} aún está terminando la sesión anterior. Pasa otra vez la credencial cuando se corte la corriente.',
  ],
  ['machine-unknown', 'Este lector pidió una máquina que no está descrita aquí. Avisa a un responsable.'],
  ['reader-unassigned', 'Este lector aún no es de ninguna máquina. Avisa a un responsable.'],
  [
    'machine-ambiguous',
    'Este lector sirve a varias máquinas. Elige antes la tuya y luego pasa la credencial.',
  ],
  [
    'job-held',
    'En {machine} sigue retenido un trabajo de otro miembro. Pide a un responsable que lo quite antes de empezar.',
  ],
  [
    'machine-latched',
    '{machine} se paró por {monitor} y sigue bloqueada. Pide a un responsable que la mire y la rearme.',
  ],
  [
    'monitor-bad',
    '{machine} sigue bloqueada: {monitor} está fuera de sus límites ({value}). Se abre cuando vuelva a estar bien; si dura, avisa a un responsable.',
  ],
  [
    'monitor-silent',
    '{machine} sigue bloqueada: {monitor} no da señales. Espera un momento y pasa otra vez la credencial; si dura, avisa a un responsable.',
  ],
  [
    'self-check-failed',
    '{machine} ya está en marcha aunque nadie la ocupa. No te acerques y avisa a un responsable.',
  ],
  [
    'machine-problem',
    'Alguien encontró insegura {machine}, así que nadie puede empezar. Antes la mira un responsable; pregúntale.',
  ],
  [
    'journal-full',
    'El disco de la pasarela está lleno, así que no puede empezar nada nuevo. Avisa a un responsable; las máquinas en marcha siguen.',
  ],
  [
    'journal-behind',
    'La pasarela no pudo anotar lo que vino antes. Espera un momento y pasa otra vez la credencial.',
  ],
  [
    'journal-broken',
    'La pasarela no puede escribir su diario, así que no puede empezar nada nuevo. Avisa a un responsable; las máquinas en marcha siguen.',
  ],
  [
    'tap-invalid',
    'El lector envió algo que no entendemos. Pasa otra vez la credencial; si sigue igual, avisa a un responsable.',
  ],
  [
    'cost-code-unknown',
    'El centro de coste {code} no existe aquí, o no es para ti. Elige otro, o pasa la credencial sin él.',
  ],
  ['handed-over', 'Desde este momento {machine} es tuya. Pasa otra vez la credencial cuando termines.'],
  ['handed-over-job', 'Ahora {machine} es tuya, con el trabajo que lleva. Pagas tú desde este momento.'],
  ['handed-over-from', '{machine} está ahora en otras manos. La pagas hasta este momento.'],
  [
    'hand-over-opened',
    'Quien pase su credencial por {machine} en un minuto se queda con ella. Pasa otra vez la tuya si prefieres terminar.',
  ],
  ['kept', '{machine} sigue siendo tuya. Pasa otra vez la credencial cuando termines.'],
  [
    'ends-idle',
    'Hace rato que nada se mueve en {machine}. Tu sesión termina a las {at}; pasa la credencial para conservarla.',
  ],
  ['ends-longest', 'Tu sesión en {machine} termina a las {at}: ha llegado a lo más largo que se permite.'],
  ['ends-hours', 'El taller cierra. Tu sesión en {machine} termina a las {at}.'],
  ['ends-ceiling', 'Tu sesión en {machine} termina hacia las {at}: entonces cuesta lo que querías gastar.'],
  [
    'ends-certificate',
    'Tu sesión en {machine} termina a las {at}: entonces acaba un certificado que necesita.',
  ],
  [
    'ends-trainer-certificate',
    'Tu clase en {machine} termina a las {at}: entonces acaba lo que tu formador necesita para darla.',
  ],
  [
    'ends-trainer-membership',
    'Tu clase en {machine} termina a las {at}: entonces acaba la membresía de tu formador.',
  ],
  [
    'lesson-over',
    'Tu clase en {machine} ha acabado: tu formador ya no puede darla. Sigue con otro formador, o pregunta a un responsable.',
  ],
  ['ends-turn', 'Tu turno en {machine} termina a las {at}.'],
  ['other', 'Ahora no es posible. Di a un responsable el código {code}.'],
]);
