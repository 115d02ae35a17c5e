import type { DemoIdea } from '../demo-content.types.js';

export const entretienIdeas: DemoIdea[] = [
  {
    key: 'pare-chocs-trois',
    title: `Vendez le pare-chocs en trois morceaux`,
    category: 'entretien',
    author: 'marco_ttl',
    daysAgo: 50,
    status: 'OPEN',
    votes: 231,
    heat: 'hot',
    body: `Pare-chocs avant de la Rive : une seule pièce, 480 €, plus 340 € de peinture. Or 80 % des chocs que je vois touchent **un seul coin**, sur trente centimètres.

Deux coins en plastique grainé noir, teinté dans la masse, vissés (quatre vis), et une barre centrale peinte. Un coin à 38 €, dix minutes, pas de peinture. C’était comme ça sur les petites voitures des années 90, et elles vieillissaient très bien.

Je perds de l’argent avec cette idée. Je la propose quand même, parce que je vois la tête des gens devant le devis.`,
    interest: { kind: 'PROFESSIONAL', note: `Carrossier indépendant : je vends ces réparations` },
    comments: [
      { author: 'garage_mado', daysAgo: 50, body: `Je plussoie en tant que consœur. Ça nous libérera du temps pour les vraies pannes.`, helpful: 22 },
      { author: 'violette_a', daysAgo: 47, body: `Du plastique grainé bien dessiné, c’est plus beau qu’un pare-chocs peint et rayé. L’honnêteté des matières !`, helpful: 19 },
      { author: 'capucine_r', daysAgo: 45, body: `Mes quatre coins sont signés par quatre poteaux lyonnais. 820 € chacun. J’ai laissé.`, helpful: 25 },
      { author: 'oncle_paul', daysAgo: 38, body: `Réserve technique : l’absorption du choc piéton dépend de la continuité de la peau. Ce n’est pas interdit, il faut juste refaire les essais.`, helpful: 13, replies: [
        { author: 'marco_ttl', daysAgo: 37, body: `Oui, la mousse derrière doit rester d’un seul tenant. Seule la peau se découpe.`, helpful: 9 },
      ] },
      { author: 'bernard_h', daysAgo: 20, body: `Un coin à 38 € est sous toutes les franchises : plus de déclaration, plus de malus. Les assureurs devraient applaudir.`, helpful: 20 },
      { author: 'mamie_volt', daysAgo: 5, body: `Le poteau de la pharmacie a reculé, je le jure. Je prends deux coins.`, helpful: 43 },
    ],
  },
  {
    key: 'manuel-atelier',
    title: `Publiez le manuel d’atelier, entier et gratuit`,
    category: 'entretien',
    author: 'garage_mado',
    daysAgo: 88,
    status: 'OPEN',
    votes: 195,
    heat: 'steady',
    body: `L’accès à votre documentation coûte aux indépendants **62 € de l’heure**. Pas par mois : de l’heure. Une purge de frein avec l’écran allumé me revient plus cher en lecture qu’en liquide.

Publiez : couples de serrage, schémas électriques, procédures, codes défaut. Gardez pour les professionnels habilités ce qui concerne la haute tension, personne ne vous le reprochera.

- Vos clients de la campagne sont à 90 km d’une concession.
- Une voiture réparable à côté de chez soi se revend mieux.
- Et les gens qui bricoleront le feront, *avec ou sans* la bonne page. Autant qu’ils aient la bonne page.`,
    interest: { kind: 'PROFESSIONAL', note: `Garagiste indépendante, non affiliée à Élivane` },
    comments: [
      { author: 'bastien_lm', daysAgo: 87, body: `Pour la partie 400 V, d’accord avec ta réserve : on exige une habilitation et c’est normal. Pour changer un feu, non.`, helpful: 18 },
      { author: 'gwen_breizh', daysAgo: 80, body: `Île : zéro concession, un garage, un bateau à 34 €. Le manuel public n’est pas une question de principe, c’est la seule façon de réparer.`, helpful: 37 },
      { author: 'julien_abadie', daysAgo: 59, body: `Lecture attentive en interne. Une première chose qui ne demande pas de décision : les couples de serrage et les schémas d’éclairage n’auraient jamais dû être payants, ils ne le sont plus depuis hier. Pour le reste, le vote continue et il compte.`, helpful: 29, replies: [
        { author: 'garage_mado', daysAgo: 58, body: `Vu. Merci. Un bon début, je garde le pied de biche à portée de main pour la suite.`, helpful: 32 },
      ] },
      { author: 'passant_75', daysAgo: 41, body: `62 € de l’heure de lecture, c’est plus cher qu’un bon roman et il n’y a même pas d’intrigue.`, helpful: 22 },
    ],
  },
  {
    key: 'roue-de-secours',
    title: `Une vraie roue de secours, même fine`,
    category: 'entretien',
    author: 'oncle_paul',
    daysAgo: 105,
    status: 'DECLINED',
    votes: 131,
    heat: 'cold',
    body: `Une bombe anticrevaison ne répare pas un flanc déchiré par une bordure. J’en ai crevé deux. Dimanche, vingt-trois heures, zone commerciale de Dijon : remorquage, 190 €, et la honte.

Une galette. 11 kg. Sous le plancher du coffre. Comme avant. Merci.`,
    response: { author: 'julien_abadie', daysAgo: 60, body: `Réponse détaillée, car la question est légitime et vous êtes 131.

- **Place.** Sous le coffre de la Rive se trouve la batterie. Une galette prendrait 47 litres sur 205 : le coffre ne recevrait plus deux valises cabine.
- **Usage.** Sur 18 000 Rive suivies, 1 crevaison par 64 000 km ; 71 % se réparent à la bombe. Il reste donc un remorquage pour 220 000 km environ.
- **Poids.** 14 kg avec le cric, transportés tous les jours pour ce jour-là.

C’est non pour la roue d’origine. Mais le remorquage à 190 € n’est pas normal : depuis ce mois-ci, il est **pris en charge pendant cinq ans**, crevaison comprise, et avec effet rétroactif sur un an. Paul, envoyez-nous la facture de Dijon. La honte, hélas, n’est pas remboursable.` },
    comments: [
      { author: 'jean_no', daysAgo: 104, body: `Ici la route a plus de trous que d’enrobé. Soutien total.`, helpful: 14 },
      { author: 'prof_joule', daysAgo: 59, body: `1 pour 220 000 km. Paul, tu es une anomalie statistique.`, helpful: 28, replies: [
        { author: 'oncle_paul', daysAgo: 59, body: `On me l’a souvent dit. La facture part ce soir. Bonne réponse, je retire « comme avant », je garde « merci ».`, helpful: 45 },
      ] },
      { author: 'dimitri_w', daysAgo: 52, body: `La prise en charge rétroactive, ça, c’est correct.`, helpful: 12 },
    ],
  },
  {
    key: 'onze-semaines',
    title: `Onze semaines pour un rétroviseur : dites-nous au moins la vérité sur les délais`,
    category: 'entretien',
    author: 'thibault_c',
    daysAgo: 32,
    status: 'OPEN',
    votes: 268,
    heat: 'hot',
    body: `3 juin : rétroviseur arraché, on m’annonce « une dizaine de jours ».
24 juin : « début juillet ».
15 juillet : « c’est en transit ».
19 août : posé.

Je ne suis pas fâché pour les onze semaines. Les pièces manquent partout. Je suis fâché pour les quatre dates fausses : j’ai refusé une voiture de prêt *deux fois* parce que « ça arrivait ».

**Ce que je veux :** une page publique avec, pour les cent pièces les plus demandées, le stock et le délai réel constaté le mois dernier. Si c’est onze semaines, écrivez onze semaines. Je m’organise, je suis père de jumeaux, je m’organise tout le temps.`,
    comments: [
      { author: 'garage_mado', daysAgo: 32, body: `Je vois l’envers : on me donne à moi aussi des dates imaginaires, et c’est moi qui les répète au client. J’en ai assez de mentir par procuration.`, helpful: 41 },
      { author: 'youssef_b', daysAgo: 31, body: `Sept semaines pour une vitre, avec du film plastique. Mes patients m’appelaient « l’infirmier sous cellophane ».`, helpful: 37 },
      { author: 'sylvain_q', daysAgo: 28, body: `Pour une flotte, un délai sûr de huit semaines vaut mieux qu’un délai incertain de trois.`, helpful: 19 },
      { author: 'helene_marsan', daysAgo: 21, body: `C’est le message le plus dur et le plus utile de l’été. Nos dates sont calculées à partir des promesses des fournisseurs, pas de ce qui arrive vraiment. J’ai demandé les délais constatés. Ils ne sont pas beaux. Je préfère les publier que les cacher, et je reviens avec une réponse officielle.`, helpful: 48, replies: [
        { author: 'thibault_c', daysAgo: 21, body: `« Pas beaux », c’est déjà la première information fiable que je reçois depuis juin. Merci.`, helpful: 39 },
      ] },
      { author: 'remi_t', daysAgo: 16, body: `Médiane et 90ᵉ centile, s’il vous plaît, pas la moyenne : la moyenne ment poliment.`, helpful: 17 },
      { author: 'curieux_du_27', daysAgo: 10, body: `Lu avant d’acheter. Ça me refroidit, mais la réponse d’Hélène me réchauffe. J’attends la page.`, helpful: 12 },
      { author: 'violette_a', daysAgo: 3, body: `Moi : enjoliveur, cinq semaines annoncées, quatre en réalité. Il fallait bien un contre-exemple.`, helpful: 9 },
    ],
  },
  {
    key: 'carnet-entretien',
    title: `Un carnet d’entretien qu’on peut transmettre à l’acheteur`,
    category: 'entretien',
    author: 'bernard_h',
    daysAgo: 83,
    status: 'PLANNED',
    votes: 104,
    heat: 'steady',
    body: `À la revente, on me demande l’état de la batterie et l’historique. J’ai un classeur. L’acheteur veut un chiffre auquel il puisse croire.

Un carnet numérique, signé : révisions (y compris chez un indépendant), rappels, mesure de capacité de la batterie par an, kilométrage. Au moment de la vente, je transmets, et le nouveau propriétaire voit tout, **sauf mes trajets**.`,
    response: { author: 'julien_abadie', daysAgo: 43, body: `Prévu pour l’automne, avec trois principes repris de votre texte : un indépendant peut y écrire comme une concession (avec son numéro d’entreprise) ; la mesure de batterie est celle d’un test de 40 minutes, pas une estimation ; vos trajets ne sont ni dans le carnet ni transmis. Un PDF lisible sans appli sera toujours disponible, pour les amateurs de classeurs.` },
    comments: [
      { author: 'garage_mado', daysAgo: 82, body: `Merci d’avoir écrit « y compris chez un indépendant ». On l’oublie huit fois sur dix.`, helpful: 21 },
      { author: 'dimitri_w', daysAgo: 78, body: `La capacité à froid et à chaud, sinon ma batterie de Strasbourg paraîtra malade chaque hiver.`, helpful: 11 },
      { author: 'bernard_h', daysAgo: 42, body: `L’amateur de classeurs vous remercie et achète des intercalaires.`, helpful: 18 },
    ],
  },
  {
    key: 'atelier-mobile',
    title: `Un atelier mobile qui vient au pied de l’immeuble`,
    category: 'entretien',
    author: 'mariam_s',
    daysAgo: 58,
    status: 'OPEN',
    votes: 69,
    heat: 'steady',
    body: `Liquide de frein, pneus, filtre d’habitacle, mise à jour qui a planté : rien de tout cela ne demande un pont. Un fourgon, deux techniciens, une tournée par quartier et par mois.

Dans notre copropriété, sept Élivane. Sept demi-journées de congé par an économisées pour cinquante minutes de travail chacune. Je prépare le café.

Il reste deux jours. Si vous avez déjà perdu un samedi dans une salle d’attente, c’est le moment.`,
    edited: {
      daysAgo: 0.5,
      previousBody: `Liquide de frein, pneus, filtre d’habitacle, mise à jour qui a planté : rien de tout cela ne demande un pont. Un fourgon, deux techniciens, une tournée par quartier et par mois.

Dans notre copropriété, sept Élivane. Sept demi-journées de congé par an économisées pour cinquante minutes de travail chacune. Je prépare le café.`,
    },
    comments: [
      { author: 'garage_mado', daysAgo: 57, body: `Faites-le avec des garages indépendants comme le mien. Nous avons le fourgon, il nous manque l’agrément.`, helpful: 20 },
      { author: 'leonie_f', daysAgo: 39, body: `La salle d’attente de ma concession est à l’étage, sans ascenseur. J’attends sur le parking. Alors oui.`, helpful: 31 },
      { author: 'sylvain_q', daysAgo: 13, body: `La mairie prêterait un emplacement. Je transmets à deux communes voisines.`, helpful: 8 },
    ],
  },
];
