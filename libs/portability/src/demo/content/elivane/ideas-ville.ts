import type { DemoIdea } from '../demo-content.types.js';

export const villeIdeas: DemoIdea[] = [
  {
    key: 'carte-petites-places',
    title: `Une carte des places où seule une Brise peut se garer`,
    category: 'ville',
    author: 'flora_m',
    daysAgo: 14,
    status: 'OPEN',
    votes: 56,
    heat: 'hot',
    body: `La Brise fait 2,60 m. À Nice, j’ai recensé 47 bouts de trottoir autorisés entre 2,70 et 3,30 m, entre deux passages bateau, que personne ne peut prendre. Personne sauf nous.

Une couche « petites places » dans l’appli, remplie par les membres, vérifiée par trois passages. Pas de temps réel, pas de pistage : juste une carte, comme celle des coins à champignons.`,
    comments: [
      { author: 'tchoupi_du_13', daysAgo: 14, body: `Justement, on ne donne JAMAIS ses coins à champignons.`, helpful: 39 },
      { author: 'mehdi_s', daysAgo: 13, body: `À Marseille j’en ai bien soixante en tête. Je les échange contre des soutiens à ma batterie amovible.`, helpful: 21 },
      { author: 'mariam_s', daysAgo: 9, body: `« Autorisés » est le mot important. Devant notre portail aussi, il y a 2,90 m, et ce n’est pas une place.`, helpful: 14, replies: [
        { author: 'flora_m', daysAgo: 9, body: `D’où les trois vérifications, et un bouton « ce n’est pas une place ». Promis pour le portail.`, helpful: 5 },
      ] },
    ],
  },
  {
    key: 'autopartage-voisins',
    title: `Un mode « voisins » : une voiture, onze foyers, pas d’intermédiaire`,
    category: 'ville',
    author: 'kenza_o',
    daysAgo: 40,
    status: 'OPEN',
    votes: 202,
    heat: 'hot',
    body: `Nous sommes onze foyers à Montreuil, avec deux Rive en copropriété. Nous gérons tout dans un tableur : réservations, kilomètres, électricité, ménage, et les miettes (la rubrique la plus fournie).

Ce que la voiture sait déjà faire et que le tableur fait mal :

| Ce qu’il faut | Ce que la voiture sait |
|---|---|
| Qui a roulé combien | le profil qui a déverrouillé |
| Qui a chargé | la session de charge |
| Qui réserve samedi | rien, mais l’écran pourrait l’afficher |

**Demande :** un groupe de 2 à 15 foyers, un calendrier, un décompte mensuel au kilomètre et au kWh. Pas de plateforme, pas de commission. Vous vendrez moins de voitures par foyer, mais à des foyers qui n’en auraient acheté aucune.`,
    edited: {
      daysAgo: 31,
      previousBody: `Nous sommes onze foyers à Montreuil, avec deux Rive en copropriété. Nous gérons tout dans un tableur : réservations, kilomètres, électricité, ménage, et les miettes (la rubrique la plus fournie).

Demande : un groupe de foyers, un calendrier, un décompte mensuel. Pas de plateforme, pas de commission.`,
    },
    comments: [
      { author: 'rose_t', daysAgo: 39, body: `Envoie-moi ton tableur. Par curiosité. Et par amour.`, helpful: 18 },
      { author: 'bernard_h', daysAgo: 36, body: `L’assurance est le nœud : peu d’assureurs acceptent onze conducteurs principaux. J’en connais deux. Une liste publique aiderait plus que n’importe quel calendrier.`, helpful: 25 },
      { author: 'mariam_s', daysAgo: 34, body: `64 lots, 41 voitures, dont 30 qui dorment toute la semaine. Je présente ça à la prochaine assemblée générale.`, helpful: 23 },
      { author: 'oncle_paul', daysAgo: 26, body: `Partager ma voiture ? Plutôt partager ma brosse à dents. Mais je reconnais que le calcul est bon.`, helpful: 20, replies: [
        { author: 'kenza_o', daysAgo: 26, body: `On a aussi une rubrique « brosse à dents » dans le tableur, c’est celle de 2023, ne pose pas de questions.`, helpful: 34 },
      ] },
      { author: 'sylvain_q', daysAgo: 15, body: `Une commune pourrait prêter deux places et une borne à ce genre de groupe. Je porte l’idée chez nous.`, helpful: 16 },
    ],
  },
  {
    key: 'velo-pliant',
    title: `Une petite barre d’attelage pour un porte-vélo (un seul vélo, 20 kg)`,
    category: 'ville',
    author: 'ines_bx',
    daysAgo: 9,
    status: 'OPEN',
    votes: 47,
    heat: 'hot',
    body: `Pas pour tracter une caravane : pour porter **un** vélo jusqu’à la gare. Deux points d’ancrage derrière le pare-chocs, un cache amovible, 20 kg de charge, feu et plaque inclus. Rive + train + vélo, et Bordeaux devient facile.`,
    comments: [
      { author: 'solene_k', daysAgo: 9, body: `Et que le cache ne coûte pas 90 €, par pitié.`, helpful: 11 },
      { author: 'marco_ttl', daysAgo: 7, body: `Les longerons de la Rive ont déjà deux trous taraudés M10 à cet endroit, pour le transport en usine. Je ne recommande rien, je constate.`, helpful: 19, interest: { kind: 'PROFESSIONAL', note: `Carrossier indépendant` } },
    ],
  },
  {
    key: 'rive-utilitaire',
    title: `Une Rive utilitaire : deux places, plancher plat, portes battantes`,
    category: 'ville',
    author: 'sylvain_q',
    daysAgo: 96,
    status: 'UNDER_REVIEW',
    votes: 167,
    heat: 'steady',
    body: `Pour une commune de 9 000 habitants : espaces verts, portage de repas, régie. Nos fourgons roulent à 30 km par jour et à 12 % de leur capacité.

Il nous faut 1,1 m³, 350 kg utiles, un plancher lavable au jet, deux portes battantes à 180° et une prise 230 V pour un taille-haie. Sur la base de la Rive, sans banquette ni vitres arrière.

Je signe pour **six** si le prix reste sous 17 000 € hors taxes. Trois communes voisines sont prêtes à grouper la commande : vingt-deux véhicules en tout.`,
    interest: { kind: 'PROFESSIONAL', note: `Acheteur public : une commande dépendrait d’un appel d’offres` },
    response: { author: 'helene_marsan', daysAgo: 32, body: `À l’étude depuis le conseil de mardi. Vous demandez 350 kg utiles ; la Rive en accepte 325 sans toucher aux ressorts, 400 avec. Les portes battantes sont la vraie dépense : un nouvel ouvrant, c’est 1,4 million d’euros d’outillage, soit 3 500 véhicules à vendre pour l’amortir. Nous comparons avec le hayon actuel, coupé en deux. Et vous faites bien de rappeler l’appel d’offres : rien ici n’engage votre commune, ni nous envers elle.` },
    comments: [
      { author: 'hugo_nuit', daysAgo: 95, body: `Boulanger preneur. Grilles de 60 × 40 : laissez-moi 62 cm entre les passages de roue et je vous livre le croissant.`, helpful: 24 },
      { author: 'mehdi_s', daysAgo: 90, body: `Une porte latérale coulissante côté trottoir, pour la livraison c’est mieux que l’arrière.`, helpful: 13, replies: [
        { author: 'sylvain_q', daysAgo: 89, body: `Pour toi, oui. Pour les espaces verts, on charge par l’arrière. Les deux en option ?`, helpful: 4 },
      ] },
      { author: 'garage_mado', daysAgo: 31, body: `Le hayon coupé en deux, j’achète. Moins beau, deux fois moins cher à remplacer.`, helpful: 11 },
    ],
  },
];
