import type { DemoIdea } from '../demo-content.types.js';

export const habitacleIdeas: DemoIdea[] = [
  {
    key: 'plancher-plat',
    title: `Une banquette arrière qui se rabat vraiment à plat`,
    category: 'habitacle',
    author: 'octave_l',
    daysAgo: 56,
    status: 'UNDER_REVIEW',
    votes: 128,
    heat: 'steady',
    body: `Une contrebasse mesure 1,82 m. La Rive, hayon fermé, dossier passager couché, offre 1,86 m en diagonale. Elle devrait entrer. Elle n’entre pas, à cause d’une marche de **11 cm** entre le coffre et le dossier rabattu.

Soit l’assise se soulève et le dossier descend dans le trou (comme sur les petites japonaises), soit vous vendez une cale rigide de 11 cm avec un rangement dessous. Je préfère la première, j’achète la seconde demain.

Ça vaut aussi pour un vélo d’enfant, un meuble en kit, un sapin de Noël.`,
    response: { author: 'julien_abadie', daysAgo: 11, body: `Nous avons fait venir une contrebasse au bureau d’études (et son contrebassiste, qui a joué à la pause). La marche est réelle. Relever l’assise toucherait aux fixations Isofix, donc à l’homologation : pas sur cette génération. La cale rigide, elle, est à l’étude : 3,2 kg, deux compartiments, autour de 140 €. Réponse définitive dès que le prototype aura passé l’essai de choc, avec tout ce qu’on aura mis dedans.` },
    comments: [
      { author: 'sandrine_v', daysAgo: 55, body: `Oui, mais ne touchez pas aux points Isofix, je vous en supplie. Ce sont les seuls de cette taille de voiture où l’on passe la main.`, helpful: 17 },
      { author: 'ines_bx', daysAgo: 41, body: `Avec la cale, mon vélo pliant tiendrait debout. Je prends.`, helpful: 6 },
      { author: 'octave_l', daysAgo: 10, body: `Je confirme : l’acoustique du hall d’accueil est excellente, celle du coffre un peu sèche.`, helpful: 32 },
    ],
  },
  {
    key: 'crochet-sac',
    title: `Un crochet pour le sac, devant le siège passager`,
    category: 'habitacle',
    author: 'mamie_volt',
    daysAgo: 220,
    status: 'DELIVERED',
    votes: 163,
    heat: 'cold',
    body: `Je freine, mon sac tombe, mes médicaments roulent sous le siège, je me penche, je suis vieille. Un crochet. Un simple crochet sous la boîte à gants. Merci.`,
    response: { author: 'helene_marsan', daysAgo: 101, body: `Chère Josiane, vous l’avez demandé, c’est fait. Le crochet est monté d’origine sur toutes les Brise et toutes les Rive depuis le mois dernier ; il porte 6 kg et se replie pour ne blesser personne. Pour les voitures déjà livrées, il est **offert** dans les ateliers, pose comprise (quatre minutes, nous avons chronométré). En interne, il s’appelle « le Josiane ».` },
    comments: [
      { author: 'agathe_p', daysAgo: 218, body: `Six mots : « je me penche, je suis vieille ». On devrait les afficher dans tous les bureaux d’études.`, helpful: 41 },
      { author: 'youssef_b', daysAgo: 204, body: `Pour ma sacoche de soins aussi. Vingt-cinq arrêts, vingt-cinq chutes.`, helpful: 18 },
      { author: 'mamie_volt', daysAgo: 100, body: `J’ai pleuré un peu. Puis j’ai accroché mon sac.`, helpful: 67, replies: [
        { author: 'helene_marsan', daysAgo: 100, body: `Nous aussi, et dans le même ordre.`, helpful: 28 },
      ] },
      { author: 'garage_mado', daysAgo: 84, body: `Posé dix-neuf fois dans mon garage. Quatre minutes, c’est vrai. Trois quand on ne discute pas, mais on discute.`, helpful: 22 },
    ],
  },
  {
    key: 'vrais-boutons',
    title: `Rendez-nous de vrais boutons pour le chauffage`,
    category: 'habitacle',
    author: 'agathe_p',
    daysAgo: 102,
    status: 'OPEN',
    votes: 412,
    heat: 'hot',
    body: `Pour passer de 19 à 20 °C dans la Rive : toucher l’icône (1), attendre l’animation (2), glisser un curseur de 4 mm de haut (3), sur une route pavée. J’ai chronométré onze conducteurs : **3,4 secondes** les yeux ailleurs. À 50 km/h, c’est 47 mètres. La longueur de deux bus et demi.

Avec une molette, sur l’ancienne Brise : 0,6 seconde, regard sur la route.

## Ce qu’il faut

1. Une molette de température, crantée, un demi-degré par cran.
2. Une touche désembuage avec un relief.
3. Une molette de volume.

Pas plus. Le reste peut vivre à l’écran, je n’ai rien contre l’écran.

> « L’ergonomie, c’est ce qu’on remarque quand il fait nuit, qu’il pleut et que le petit vomit. »
> (une participante du test, anonyme et lucide)

La méthode et les mesures sont là : [example.org/agathe/molette](https://example.org/agathe/molette).`,
    interest: { kind: 'PROFESSIONAL', note: `Ergonome, je travaille pour des hôpitaux, pas pour l’automobile` },
    comments: [
      { author: 'oncle_paul', daysAgo: 102, body: `En quarante ans d’essais, la seule commande que personne n’a jamais cherchée, c’était la molette. Ils l’ont donc supprimée.`, helpful: 58 },
      { author: 'hugo_nuit', daysAgo: 99, body: `À 3 h du matin, l’écran m’éblouit pendant que je cherche le chauffage. Au fournil j’ai un four de deux tonnes, et il a des boutons.`, helpful: 44 },
      { author: 'remi_t', daysAgo: 95, body: `Avocat du diable : une molette, c’est un moule, un faisceau, un fournisseur. L’écran se met à jour, la molette non. Il y a de vraies raisons.`, helpful: 16, replies: [
        { author: 'agathe_p', daysAgo: 95, body: `Ce sont de vraies raisons pour le fabricant. La molette n’a justement pas besoin d’être mise à jour.`, helpful: 47 },
        { author: 'remi_t', daysAgo: 94, body: `Touché. Je vote, mais je boude.`, helpful: 25 },
      ] },
      { author: 'leonie_f', daysAgo: 80, body: `Avec un cercle accélérateur, j’ai une seule main libre, et par moments. L’écran m’oblige à m’arrêter pour changer la température. Une molette m’éviterait des arrêts tout à fait ridicules.`, helpful: 39 },
      { author: 'julien_abadie', daysAgo: 66, body: `Deux précisions pendant que le vote continue. Premièrement, les mesures d’Agathe ont été refaites chez nous : 3,1 secondes, nous ne pouvons pas les contester. Deuxièmement, le coût d’une console à trois commandes est de 19 € par voiture. Ce n’est pas ce qui bloque ; ce qui bloque, c’est le calendrier de la planche de bord.`, helpful: 36, replies: [
        { author: 'capucine_r', daysAgo: 65, body: `Dix-neuf euros… vendez-la 60 € en accessoire et je la fais poser demain.`, helpful: 28 },
        { author: 'garage_mado', daysAgo: 64, body: `Il y a un connecteur libre derrière l’écran, faisceau gris, six voies. Je dis ça, je ne dis rien.`, helpful: 33 },
      ] },
      { author: 'prof_joule', daysAgo: 51, body: `Le désembuage est une commande de sécurité. Elle ne devrait jamais dépendre d’un écran qui redémarre.`, helpful: 31 },
      { author: 'ulysse_g', daysAgo: 18, body: `J’ai 19 ans, je suis né avec un écran dans la main, et je veux une molette. Voilà, l’argument générationnel est mort.`, helpful: 53 },
      { author: 'aurore_n', daysAgo: 7, body: `Et par pitié une matière qui ne soit pas du noir laqué.`, helpful: 12 },
    ],
  },
  {
    key: 'touches-volume',
    title: `Au moins deux touches physiques : volume et désembuage`,
    category: 'habitacle',
    author: 'clementine_d',
    daysAgo: 21,
    status: 'OPEN',
    votes: 38,
    heat: 'steady',
    body: `Je sais qu’il y a déjà la grande idée d’Agathe sur les boutons du chauffage. Si elle est trop chère pour les voitures actuelles, voici un compromis : deux petites touches collées sous l’écran, sans fil, volume et désembuage. Pile bouton, cinq ans, 35 €.

Dans le Grésivaudan en novembre, la buée n’attend pas l’animation.`,
    comments: [
      { author: 'agathe_p', daysAgo: 21, body: `J’ai soutenu. Un compromis qui existe vaut mieux qu’une molette qui n’existe pas encore.`, helpful: 14 },
      { author: 'fatou_diarra', daysAgo: 20, body: `On m’a demandé de fusionner les deux idées. Je les laisse séparées pour l’instant : l’une vise la planche de bord, l’autre un accessoire pour les voitures déjà livrées. Elles apparaissent comme proches.`, helpful: 9 },
      { author: 'tchoupi_du_13', daysAgo: 17, body: `35 € pour deux boutons et un bout de scotch. Chez moi on appelle ça un mardi.`, helpful: 15 },
    ],
  },
  {
    key: 'poussette',
    title: `Faire entrer une poussette sans démonter les roues`,
    category: 'habitacle',
    author: 'thibault_c',
    daysAgo: 55,
    status: 'OPEN',
    votes: 77,
    heat: 'hot',
    body: `Coffre de la Rive : 88 cm de large en bas, **74 cm à l’ouverture**, à cause des feux. Ma poussette pliée : 77 cm. Donc chaque matin, sous la pluie de Lille, je démonte une roue, je la pose par terre, je me salis, je rentre la poussette, je cherche la roue.

Trois centimètres. Le hayon pourrait emporter une partie des feux, comme sur d’autres petites voitures.

Il reste cinq jours pour passer le premier palier. Parents, réveillez-vous (je sais, vous êtes déjà réveillés).`,
    edited: {
      daysAgo: 0.7,
      previousBody: `Coffre de la Rive : 88 cm de large en bas, 74 cm à l’ouverture, à cause des feux. Ma poussette pliée : 77 cm. Donc chaque matin, sous la pluie de Lille, je démonte une roue, je la pose par terre, je me salis, je rentre la poussette, je cherche la roue.

Trois centimètres. Le hayon pourrait emporter une partie des feux, comme sur d’autres petites voitures.`,
    },
    comments: [
      { author: 'sandrine_v', daysAgo: 54, body: `Assistante maternelle, poussette triple. Je ne dis rien, je regarde au loin.`, helpful: 26 },
      { author: 'marco_ttl', daysAgo: 50, body: `Des feux dans le hayon : faisceau mobile, plus cher à réparer après un choc arrière. Un feu plus étroit serait plus simple. Il y a bien 4 cm de plastique décoratif autour.`, helpful: 13, interest: { kind: 'PROFESSIONAL', note: `Carrossier indépendant` } },
      { author: 'thibault_c', daysAgo: 49, body: `Alors va pour des feux plus étroits ! Je ne suis pas attaché à ma solution, je suis attaché à mes genoux.`, helpful: 17 },
      { author: 'ulysse_g', daysAgo: 1, body: `Pas d’enfant, mais c’est pareil avec un ampli de basse. Soutenu.`, helpful: 5 },
    ],
  },
  {
    key: 'porte-parapluie',
    title: `Un range-parapluie qui s’égoutte dehors`,
    category: 'habitacle',
    author: 'gwen_breizh',
    daysAgo: 4,
    status: 'OPEN',
    votes: 19,
    heat: 'hot',
    body: `Dans la contreporte, un tube de 6 cm avec un petit drain vers le bas de caisse. Le parapluie goutte dehors, pas sur mes chaussures. Les voitures de luxe le font pour 300 000 €. Prouvez qu’on peut le faire pour douze.`,
    comments: [
      { author: 'jean_no', daysAgo: 3, body: `Avec un bouchon pour les pays où la pluie arrive par en dessous. Je suis sérieux.`, helpful: 8 },
      { author: 'passant_75', daysAgo: 2, body: `Je n’ai même pas de voiture et je trouve ça élégant.`, helpful: 10 },
    ],
  },
  {
    key: 'toit-ouvrant',
    title: `Un toit vitré ouvrant sur la Rive`,
    category: 'habitacle',
    author: 'aurore_n',
    daysAgo: 115,
    status: 'DECLINED',
    votes: 112,
    heat: 'cold',
    body: `Une petite voiture gagne dix centimètres dans la tête quand on voit le ciel. Un toit en verre, ouvrant au-dessus des places avant, teinté, avec un vrai rideau. Les rues étroites deviennent belles quand on lève les yeux.`,
    response: { author: 'helene_marsan', daysAgo: 70, body: `J’en rêvais aussi, et j’ai demandé deux études avant de dire non.

- **Poids.** +19 kg tout en haut : 6 km d’autonomie, et une voiture étroite qui se penche davantage. L’essai d’évitement passe de 71 à 66 km/h.
- **Hauteur.** Le mécanisme prend 38 mm. Au-delà de 1,82 m on touche, et un conducteur sur cinq mesure plus de 1,82 m.
- **Chaleur.** À Nice en août, l’habitacle gagne 9 °C avant climatisation, que la batterie doit ensuite retirer.

Un toit **fixe** vitré, plus petit, au-dessus de l’arrière, reste imaginable. Si quelqu’un le propose, nous l’étudierons sans préjugé. Celui-ci, non. Merci, Aurore : votre dernière phrase est accrochée dans l’atelier.` },
    comments: [
      { author: 'jean_no', daysAgo: 114, body: `Sous les tropiques, c’est un four. Option, jamais série !`, helpful: 16 },
      { author: 'clementine_d', daysAgo: 69, body: `66 au lieu de 71 à l’évitement, c’est clair comme réponse. Je préfère voir le ciel à pied.`, helpful: 19 },
      { author: 'aurore_n', daysAgo: 68, body: `Merci pour les chiffres. Je prépare le petit toit fixe, avec un dessin.`, helpful: 24 },
    ],
  },
];
