// French for what the gateway refuses about statements of the bank, mandates, collections and the post.

type Refusal = { readonly title: string; readonly detail: string };

export const bankRefusals: Readonly<Record<string, Refusal>> = {
  'statement-unfit': {
    title: 'Ce n’est pas un relevé bancaire lisible.',
    detail: 'Demandez à la banque un camt.053, un fichier de 10 Mio au plus, et envoyez-le entier.',
  },
  'address-missing': {
    title: 'Aucune adresse de ce payeur n’est notée.',
    detail: 'Notez-la d’abord : un mandat se tient à côté de l’adresse.',
  },
  'mandate-unreadable': {
    title: 'Ce mandat est inutilisable pour une banque.',
    detail:
      'Corrigez le champ indiqué : l’id en 35 lettres et chiffres au plus, un jour passé, un IBAN sans espaces.',
  },
  'mandate-none': { title: 'Ce payeur n’a signé aucun mandat.', detail: 'Notez-en un quand il l’a signé.' },
  'collection-unfit': {
    title: 'Ces factures ne peuvent pas être prélevées ainsi ; rien n’a été noté.',
    detail: 'Corrigez ce qui est indiqué, puis réessayez.',
  },
  'collection-none': {
    title: 'Rien de tel n’est en cours de prélèvement.',
    detail: 'La liste des prélèvements dit ce qui l’est.',
  },
  'posting-unknown': { title: 'Cette écriture n’existe pas.', detail: 'Choisissez-en une de la liste.' },
  'mail-none': {
    title: 'Aucun serveur de messagerie n’est décrit ici.',
    detail: 'Écrivez « mail: » dans officina.yaml et redémarrez ; manual/money.md montre comment.',
  },
  'mail-full': {
    title: 'Trop de messages attendent le serveur.',
    detail: 'Regardez ceux qui attendent, et patientez.',
  },
  'mail-unfit': {
    title: 'Cela ne peut pas être envoyé par e-mail.',
    detail: 'Corrigez ce qui est indiqué : une seule adresse simple, un texte court, dix mégaoctets au plus.',
  },
  'mail-failed': {
    title: 'Le serveur de messagerie ne l’a pas accepté.',
    detail:
      'Comparez host, port, secure, user et password de « mail: » dans officina.yaml avec ce que dit votre fournisseur.',
  },
};
