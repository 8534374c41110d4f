// French for the page that says what people with disabilities may count on.

import type { accessibility as accessibilityEn } from '../en/accessibility.ts';

export const accessibility: typeof accessibilityEn = {
  title: 'Accessibilité',
  intro:
    'Ces pages sont pour toutes les personnes qui utilisent l’atelier. Voici à quoi elles se tiennent, comment nous le savons et ce que nous ne savons pas.',
  met: 'Ce qui est respecté',
  metStandard:
    'Le but est WCAG 2.2 au niveau AA, dans chaque salle : tableau, machines, réservations, ma page, bureau, livres, l’écran près d’une machine et cette page.',
  metKeys:
    'Tout s’atteint et se presse avec les touches seules. Le focus se voit toujours, et Échap ferme ce qui a été ouvert.',
  metSmall:
    'À 400 % tout tient dans une colonne. Rien n’est à déplacer de côté, sauf les tableaux larges, dans leur cadre.',
  metColour: 'Un état est un mot, une forme et une image avant d’être une couleur, en clair et en sombre.',
  metMotion: 'Rien ne clignote longtemps, et là où votre appareil demande moins de mouvement rien ne bouge.',
  metSpeech:
    'Une nouvelle alarme est lue tout de suite, et une seule fois ; votre tour est lu à la prochaine pause. L’avancement n’est jamais lu.',
  tested: 'Comment c’est vérifié',
  testedAxe:
    'À chaque changement axe-core regarde chaque salle, dans chaque rôle, en clair et en sombre, et ne trouve aucun écart à WCAG 2.2 A et AA.',
  testedKeys:
    'À chaque changement un programme parcourt chaque salle avec la touche Tab et vérifie que tout est atteint, visible et non couvert.',
  testedWide:
    'À chaque changement chaque salle est mesurée à 320 pixels de large, et chaque cible fait au moins 24 pixels de haut et de large ; près d’une machine, 20 millimètres.',
  testedColours:
    'À chaque changement le contraste de chaque paire de couleurs est calculé, aussi comme le voient celles et ceux qui distinguent autrement les couleurs.',
  unknown: 'Ce qui n’est pas connu',
  unknownReader:
    'Les programmes trouvent environ la moitié de ce qui peut mal aller. Personne n’a encore parcouru toutes les salles avec un lecteur d’écran comme moyen de tous les jours.',
  unknownPdf:
    'Les factures en PDF n’ont pas de balises. La même facture existe en XML, et ses montants sont sur la page.',
  unknownChart:
    'Les graphiques sont des images. À côté de chacun se trouvent un tableau avec les mêmes chiffres et une phrase avec la valeur du moment.',
  unknownDocs:
    'La description de l’API pour qui programme, sous /api/docs, vient d’un autre projet et n’a pas été vérifiée.',
  tell: 'Comment nous le dire',
  tellWho:
    'Dites-le à une personne responsable de cet atelier, de la façon qui vous convient. Au bureau elle peut aussi faire ce que la page ne vous laisse pas faire.',
  tellWhat:
    'Dites quelle page c’était, ce que vous vouliez faire et ce que vous utilisez, par exemple un lecteur d’écran.',
  tellElse:
    'À la machine personne n’a besoin de ces pages : un badge à son lecteur commence et termine une session.',
};
