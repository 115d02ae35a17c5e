import type { DemoIdea } from '../demo-content.types.js';

export const securiteIdeas: DemoIdea[] = [
  {
    key: 'bip-ceinture',
    title: `Mon sac de courses n’a pas besoin de ceinture`,
    category: 'securite',
    author: 'sandrine_v',
    daysAgo: 53,
    status: 'OPEN',
    votes: 91,
    heat: 'steady',
    body: `À partir de 3,1 kg sur le siège passager (j’ai pesé, avec des pommes), la voiture croit qu’un enfant est assis sans ceinture et sonne pendant **quatre-vingt-dix secondes**. Résultat : tout le quartier attache ses pommes. Ou laisse la ceinture bouclée en permanence derrière le siège, ce qui est bien plus dangereux.

Montez le seuil à 8 kg, ou reconnaissez qu’un poids immobile, posé pendant que la voiture était arrêtée porte ouverte, est un sac.

Plus que neuf voix pour le premier palier !`,
    edited: {
      daysAgo: 0.6,
      previousBody: `À partir de 3,1 kg sur le siège passager (j’ai pesé, avec des pommes), la voiture croit qu’un enfant est assis sans ceinture et sonne pendant quatre-vingt-dix secondes. Résultat : tout le quartier attache ses pommes.

Montez le seuil à 8 kg.`,
    },
    comments: [
      { author: 'prof_joule', daysAgo: 52, body: `Je n’attache pas mes pommes, je les mets au sol. C’est le plus sûr : 3 kg à 50 km/h contre un mur, c’est une boule de bowling.`, helpful: 18, replies: [
        { author: 'sandrine_v', daysAgo: 52, body: `Au sol il y a déjà les couches. Mais argument reçu.`, helpful: 11 },
      ] },
      { author: 'agathe_p', daysAgo: 44, body: `Une alarme qui se trompe neuf fois sur dix apprend aux gens à la désactiver. C’est le vrai danger, et il est bien documenté.`, helpful: 26 },
      { author: 'oncle_paul', daysAgo: 31, body: `Le seuil est fixé par un règlement européen, on ne peut pas faire n’importe quoi. Mais la durée du bip, si.`, helpful: 12 },
    ],
  },
  {
    key: 'alerte-portiere',
    title: `Prévenir avant d’ouvrir la portière sur un cycliste`,
    category: 'securite',
    author: 'solene_k',
    daysAgo: 151,
    status: 'PLANNED',
    votes: 356,
    heat: 'steady',
    body: `J’ai pris une portière rue de Bretagne. Clavicule, six semaines. La conductrice était désolée, elle avait « regardé ». Elle avait regardé dans un rétroviseur de la taille d’une carte postale.

Votre Rive a déjà deux radars arrière pour les angles morts. À l’arrêt, ils dorment. Qu’ils veillent **trois minutes de plus** :

- quelqu’un arrive → voyant rouge dans la poignée, bip court ;
- portière déjà entrouverte → elle oppose une résistance d’une seconde.

Et pour la Brise, qui n’a pas de radar : une poignée placée plus loin, pour qu’on l’ouvre de la main opposée. On se tourne, donc on voit. Ça coûte zéro.`,
    response: { author: 'helene_marsan', daysAgo: 41, body: `Prévu. Sur la Rive : les radars resteront éveillés trois minutes après l’arrêt, avec voyant dans la poignée et signal sonore, par mise à jour au printemps pour toutes les voitures qui ont les radars (depuis 2023). La résistance de portière demande une pièce nouvelle : elle viendra sur la prochaine génération.

Sur la Brise, votre poignée « main opposée » est la plus belle idée de l’année, parce qu’elle tient en une phrase. Elle est dessinée. J’espère que votre clavicule va bien.` },
    comments: [
      { author: 'aurore_n', daysAgo: 150, body: `La main opposée ! Aux Pays-Bas on l’apprend à l’auto-école. Inscrire le geste dans l’objet, c’est de l’architecture.`, helpful: 33 },
      { author: 'mehdi_s', daysAgo: 143, body: `Je descends cinquante fois par jour. Une fois sur cinquante, je ne regarde pas assez. C’est énorme quand on y pense. Soutenu.`, helpful: 29 },
      { author: 'bastien_lm', daysAgo: 139, body: `Deux radars en veille trois minutes : 5 W, rien du tout pour la batterie. Pas d’excuse.`, helpful: 15 },
      { author: 'oncle_paul', daysAgo: 120, body: `Une portière qui résiste, et si je dois sortir vite ? Accident, fumée ?`, helpful: 17, replies: [
        { author: 'solene_k', daysAgo: 120, body: `Bonne question. Une seconde seulement, et jamais après un choc : la voiture le sait, elle a déclenché ses airbags.`, helpful: 20 },
        { author: 'oncle_paul', daysAgo: 119, body: `Alors ça me va.`, helpful: 6 },
      ] },
      { author: 'solene_k', daysAgo: 40, body: `La clavicule annonce la pluie, mais elle va très bien. Merci.`, helpful: 44 },
    ],
  },
  {
    key: 'son-approche',
    title: `Un son d’approche moins « soucoupe volante »`,
    category: 'securite',
    author: 'hugo_nuit',
    daysAgo: 49,
    status: 'UNDER_REVIEW',
    votes: 118,
    heat: 'steady',
    body: `Je pars à 2 h 50, tous les jours, cour pavée, quatre étages de chambres. La Rive fait *ouuuuuiiii* jusqu’à 20 km/h. La loi l’exige et je suis d’accord : les aveugles doivent nous entendre. Mais rien n’oblige à imiter un aspirateur qui décolle.

Un son plus grave porte moins loin à travers les vitres et se localise aussi bien. Demandez à des musiciens. Demandez à des aveugles. Demandez à mon voisin du premier.`,
    response: { author: 'julien_abadie', daysAgo: 14, body: `À l’étude, et à l’oreille. Quatre sons sont en comparaison avec une association de personnes aveugles et malvoyantes de Lyon et avec un laboratoire d’acoustique : tous respectent le règlement, le plus discret est perçu deux fois moins fort à travers un double vitrage. L’avis de l’association sera décisif ; le confort du voisin vient en second. Nous publierons les enregistrements ici.` },
    comments: [
      { author: 'octave_l', daysAgo: 48, body: `Une quinte grave, mi-si, légèrement fausse pour qu’elle se remarque. Je veux bien l’enregistrer à l’archet.`, helpful: 27 },
      { author: 'leonie_f', daysAgo: 45, body: `Ma colocataire est aveugle : elle dit que le pire, ce n’est pas le volume, c’est que toutes les marques ont un son différent. Donc de grâce pas de fantaisie : un bruit de *voiture*.`, helpful: 31 },
      { author: 'passant_75', daysAgo: 28, body: `En tant que passant professionnel : je l’entends très bien. Peut-être trop.`, helpful: 12 },
    ],
  },
  {
    key: 'feux-pluie',
    title: `Des feux arrière qu’on voit sous la pluie battante`,
    category: 'securite',
    author: 'jean_no',
    daysAgo: 30,
    status: 'OPEN',
    votes: 85,
    heat: 'steady',
    body: `Sous une pluie des Hauts (80 mm en une heure, la visibilité tombe à trente mètres), la Rive disparaît. Ses feux sont deux traits fins de 9 mm, très jolis, placés à 62 cm du sol, exactement dans les projections.

Les anciens les mettaient hauts et larges. Faites de même : un troisième feu de position dans le haut du hayon, ou le bandeau entier allumé quand les essuie-glaces sont à fond.`,
    comments: [
      { author: 'gwen_breizh', daysAgo: 29, body: `En Bretagne il ne pleut pas, mais je soutiens par solidarité avec ceux chez qui ça arrive.`, helpful: 32 },
      { author: 'lucie_amp', daysAgo: 24, body: `Lier le bandeau aux essuie-glaces, c’est du logiciel, si le bandeau existe déjà. Sur la Rive « Soir » il est là, éteint. Absurde.`, helpful: 14 },
      { author: 'bernard_h', daysAgo: 12, body: `Attention : le feu arrière de brouillard est interdit sous la pluie en métropole. Un feu de *position* plus grand, en revanche, est permis. Bien choisir le mot.`, helpful: 16, replies: [
        { author: 'jean_no', daysAgo: 12, body: `Merci Bernard. Position, donc. Sans toi on serait tous en prison.`, helpful: 13 },
      ] },
    ],
  },
  {
    key: 'retro-trottoir',
    title: `Le rétroviseur droit qui se baisse en marche arrière`,
    category: 'securite',
    author: 'flora_m',
    daysAgo: 109,
    status: 'DELIVERED',
    votes: 139,
    heat: 'cold',
    body: `J’enclenche la marche arrière, le rétroviseur droit s’incline et me montre le trottoir et ma jante. Les moteurs sont déjà dans le rétroviseur, puisqu’il se règle électriquement. C’est juste une position à mémoriser. À 190 € la jante, ça m’intéresse.`,
    response: { author: 'julien_abadie', daysAgo: 36, body: `C’est fait, dans la version 4.3, pour toutes les Rive : réglez l’angle une fois en marche arrière, la voiture s’en souvient, par conducteur. Désactivable. Et une surprise de l’équipe : il remonte de lui-même au-dessus de 8 km/h, parce qu’en essai trois personnes sont reparties en regardant leurs jantes.` },
    comments: [
      { author: 'capucine_r', daysAgo: 35, body: `Testé ce matin, créneau côté droit, pente, rue Burdeau. Je me suis applaudie.`, helpful: 23 },
      { author: 'marco_ttl', daysAgo: 34, interest: { kind: 'PROFESSIONAL', note: `Carrossier : vous me coûtez des clients` }, body: `Vous êtes en train de ruiner le rayon jantes de mon atelier. Bravo quand même.`, helpful: 36 },
      { author: 'mamie_volt', daysAgo: 30, body: `Et sur la Brise ?`, helpful: 9, replies: [
        { author: 'julien_abadie', daysAgo: 29, body: `Le rétroviseur de la Brise se règle à la main, Josiane, donc hélas non. Mais le trottoir se voit mieux par la vitre basse.`, helpful: 7 },
      ] },
    ],
  },
  {
    key: 'maintien-voie',
    title: `Que le maintien de voie reste éteint quand je l’éteins`,
    category: 'securite',
    author: 'clementine_d',
    daysAgo: 69,
    status: 'OPEN',
    votes: 174,
    heat: 'steady',
    body: `Route de montagne, 4,80 m de large, pas de marquage au centre. Le maintien de voie suit le bord *du ravin*. Je l’éteins. Je m’arrête prendre du pain, je redémarre : il est rallumé.

Je sais, la réglementation impose qu’il soit actif à chaque démarrage. Mais elle n’impose pas **cinq gestes** pour l’éteindre. Une touche dédiée, un appui long, terminé. Ou bien un profil « montagne » que je choisis en montant dans la voiture.

Et tant qu’on y est : apprenez-lui à reconnaître une route sans marquage et à se taire.`,
    comments: [
      { author: 'oncle_paul', daysAgo: 68, body: `Une aide qu’on éteint tous les matins n’est pas une aide, c’est une prière.`, helpful: 37 },
      { author: 'solene_k', daysAgo: 66, body: `Voix d’en face : en ville, il m’a évité un écart sur une bande cyclable un soir de fatigue. Qu’on puisse l’éteindre vite, d’accord. Pas qu’il s’éteigne tout seul.`, helpful: 22, replies: [
        { author: 'clementine_d', daysAgo: 66, body: `D’accord avec toi, en plaine je le laisse. C’est bien pour ça que je parle d’un profil.`, helpful: 10 },
      ] },
      { author: 'ulysse_g', daysAgo: 40, body: `Je ne savais même pas qu’on pouvait l’éteindre. Menu, véhicule, aides, avancé, décocher, confirmer. Six, en fait.`, helpful: 18 },
    ],
  },
];
