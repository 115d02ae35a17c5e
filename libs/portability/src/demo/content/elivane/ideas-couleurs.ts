import type { DemoIdea } from '../demo-content.types.js';

export const couleursIdeas: DemoIdea[] = [
  {
    key: 'vert-sapin',
    title: `Un vert sapin mat, profond, avec un intérieur cognac`,
    category: 'couleurs',
    author: 'ngoc_anh',
    daysAgo: 10,
    status: 'OPEN',
    votes: 66,
    heat: 'hot',
    body: `Ni kaki, ni pomme, ni menthe. Le vert d’une porte cochère du Vieux-Lille repeinte tous les dix ans, presque noir à l’ombre, franchement vert à midi. Mat, mais pas velours : on doit pouvoir laver la voiture sans pleurer.

À l’intérieur, un tissu cognac, de la laine recyclée (Roubaix sait faire), et surtout **pas de surpiqûre contrastée**. La retenue, c’est le luxe des petites voitures.`,
    comments: [
      { author: 'violette_a', daysAgo: 10, body: `Vert wagon, comme on dit dans mon métier. Je te fais un nuancier à la main si ça peut aider.`, helpful: 22 },
      { author: 'marco_ttl', daysAgo: 8, body: `Le mat ne se polit pas : une rayure, un panneau entier à refaire. Demandez un satiné à 25 % de brillance, on a le même œil et on peut retoucher.`, helpful: 19, interest: { kind: 'PROFESSIONAL', note: `Carrossier indépendant` }, replies: [
        { author: 'ngoc_anh', daysAgo: 8, body: `Satiné à 25 %, adopté. Je ne modifie pas le titre, « mat » fait rêver.`, helpful: 12 },
      ] },
    ],
  },
  {
    key: 'housses-lavables',
    title: `Des housses qui passent en machine`,
    category: 'couleurs',
    author: 'sandrine_v',
    daysAgo: 63,
    status: 'PLANNED',
    votes: 97,
    heat: 'steady',
    body: `Compote, feutre, plage, chien mouillé. Vos sièges sont en tissu clair, collé. Je propose des housses à glissière, **40 °C, essorage 800**, remises en place en cinq minutes sans ongles cassés. Compatibles avec les airbags latéraux : couture qui cède, comme sur les sièges de série.

Vendez-les 120 € la paire et changez-nous la couleur au passage.`,
    response: { author: 'julien_abadie', daysAgo: 17, body: `Prévu, et avec l’aide de Ngọc Anh pour la matière : une maille de polyester recyclé et de laine, testée à 60 lavages. La couture d’airbag est le point long ; l’essai est réservé pour février. Prix visé : 129 € à l’avant, 109 € pour la banquette. Trois couleurs, dont aucune n’est grise (nous avons suivi la conversation d’à côté).` },
    comments: [
      { author: 'ngoc_anh', daysAgo: 62, body: `Attention au retrait : une maille perd 3 % au premier lavage, et une housse à 3 % près ne rentre plus. Il faut la prélaver en usine.`, helpful: 21, interest: { kind: 'PROFESSIONAL', note: `Designer textile ; Élivane m’a consultée et rémunérée pour deux journées d’essais` } },
      { author: 'thibault_c', daysAgo: 57, body: `Jumeaux. Compote. Abricot. Siège beige. Je n’ai rien à ajouter, votre honneur.`, helpful: 34 },
      { author: 'jean_no', daysAgo: 16, body: `Et le sable ? Le sable traverse tout. Une maille serrée, s’il vous plaît.`, helpful: 9 },
    ],
  },
  {
    key: 'sans-gris',
    title: `Un intérieur sans une seule pièce grise`,
    category: 'couleurs',
    author: 'violette_a',
    daysAgo: 2,
    status: 'OPEN',
    votes: 8,
    heat: 'hot',
    body: `J’ai compté : dans la Rive, 31 pièces visibles, 26 grises, de sept gris différents qui ne se parlent pas. Choisissez une couleur, n’importe laquelle, et déclinez-la. Même un beau brun. Même un bleu d’école.`,
    comments: [
      { author: 'aurore_n', daysAgo: 1, body: `Sept gris qui ne se parlent pas : on dirait une réunion de copropriété.`, helpful: 17, replies: [
        { author: 'mariam_s', daysAgo: 1, body: `Je confirme, et je préside.`, helpful: 21 },
      ] },
    ],
  },
  {
    key: 'nuit-de-lyon',
    title: `Une série limitée « Nuit de Lyon », peinture qui s’illumine`,
    category: 'couleurs',
    author: 'capucine_r',
    daysAgo: 80,
    status: 'DECLINED',
    votes: 43,
    heat: 'cold',
    body: `Pour la fête des Lumières : une peinture électroluminescente, bleu nuit le jour, et des lignes qui s’allument doucement à l’arrêt le soir. Cinquante exemplaires. Ce serait magique, et vu votre logo, presque logique.`,
    response: { author: 'julien_abadie', daysAgo: 44, body: `Belle image, et un non argumenté. En France, un véhicule ne peut porter aucune lumière hors de celles prévues par le code de la route, même à l’arrêt sur la voie publique : la voiture ne serait pas homologuée. La peinture électroluminescente demande en outre 140 V sous le vernis ; au premier gravillon, c’est un atelier spécialisé, ou rien. Et la première couche coûte 6 200 €.

Pour la fête des Lumières, en revanche, nous aimerions éclairer des voitures *de l’extérieur* avec des artistes lyonnais. Capucine, un café ?` },
    comments: [
      { author: 'marco_ttl', daysAgo: 79, body: `140 volts sous le vernis, et c’est moi qui ponce. Sans façon !`, helpful: 24 },
      { author: 'capucine_r', daysAgo: 43, body: `Va pour le café. Et d’accord pour le non, je n’avais pas pensé aux gravillons.`, helpful: 15 },
    ],
  },
];
