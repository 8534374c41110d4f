// Spanish for the page that says what people with disabilities may count on.

import type { accessibility as accessibilityEn } from '../en/accessibility.ts';

export const accessibility: typeof accessibilityEn = {
  title: 'Accesibilidad',
  intro:
    'Estas páginas son para todas las personas que usan el taller. Aquí dice a qué se atienen, cómo lo sabemos y qué no sabemos.',
  met: 'Qué se cumple',
  metStandard:
    'La meta es WCAG 2.2 en el nivel AA, en cada sala: tablero, máquinas, reservas, mi página, mostrador, libros, la pantalla junto a una máquina y esta página.',
  metKeys:
    'Todo se alcanza y se pulsa solo con las teclas. El foco siempre se ve, y Escape cierra lo que se abrió.',
  metSmall:
    'Al 400 % todo está en una columna. Nada hay que mover de lado salvo las tablas anchas, en su propio marco.',
  metColour: 'Un estado es una palabra, una forma y una imagen antes que un color, en claro y en oscuro.',
  metMotion: 'Nada parpadea mucho tiempo, y donde tu dispositivo pide menos movimiento nada se mueve.',
  metSpeech:
    'Una alarma nueva se lee enseguida, y una sola vez; tu turno se lee en la próxima pausa. El avance nunca se lee.',
  tested: 'Cómo se prueba',
  testedAxe:
    'En cada cambio axe-core mira cada sala, con cada papel, en claro y en oscuro, y no encuentra faltas a WCAG 2.2 A y AA.',
  testedKeys:
    'En cada cambio un programa recorre cada sala con la tecla Tab y comprueba que todo se alcanza, se ve y no está tapado.',
  testedWide:
    'En cada cambio cada sala se mide a 320 píxeles de ancho, y cada blanco tiene al menos 24 píxeles de alto y de ancho; junto a una máquina, 20 milímetros.',
  testedColours:
    'En cada cambio se calcula el contraste de cada par de colores, también como los ven quienes los distinguen de otro modo.',
  unknown: 'Qué no se sabe',
  unknownReader:
    'Los programas encuentran más o menos la mitad de lo que puede fallar. Nadie ha recorrido todavía todas las salas con un lector de pantalla como medio diario.',
  unknownPdf:
    'Las facturas en PDF no tienen etiquetas. La misma factura se puede tener en XML, y sus importes están en la página.',
  unknownChart:
    'Los gráficos son imágenes. Junto a cada uno hay una tabla con las mismas cifras y una frase con el valor de ahora.',
  unknownDocs:
    'La descripción de la API para quien programa, en /api/docs, la hace otro proyecto y no se ha probado.',
  tell: 'Cómo decírnoslo',
  tellWho:
    'Díselo a una persona encargada de este taller, como mejor te venga. En el mostrador también puede hacer lo que la página no te deja hacer.',
  tellWhat: 'Di qué página era, qué querías hacer y qué usas, por ejemplo un lector de pantalla.',
  tellElse:
    'En la máquina nadie necesita estas páginas: una tarjeta en su lector empieza y termina una sesión.',
};
