import type { DemoIdea } from '../demo-content.types.js';

export const achatIdeas: DemoIdea[] = [
  {
    key: 'prix-affiche',
    title: `Le prix affiché doit être le prix payé`,
    category: 'achat',
    author: 'rose_t',
    daysAgo: 99,
    status: 'IN_PROGRESS',
    votes: 377,
    heat: 'steady',
    body: `Site : **18 990 €**. Bon de commande :

- Véhicule : 18 990 €
- Frais de mise à disposition : 690 €
- Câble de recharge : 240 €
- Pack « Sérénité livraison » (tapis et gilet jaune) : 189 €
- Carte grise : 76 €

Total : **20 185 €**. Je suis comptable. Quand une ligne est obligatoire, ce n’est pas une option, c’est le prix. Le câble d’une voiture électrique n’est pas un accessoire. On n’imagine pas un grille-pain vendu sans fil.

Affichez tout compris, hors carte grise puisque c’est l’État, et supprimez le gilet jaune à 189 €.`,
    response: { author: 'helene_marsan', daysAgo: 22, body: `Vous avez raison, et le gilet jaune à 189 € me fait honte. Décidé :

1. Le câble et les tapis sont **inclus** depuis le 1er du mois.
2. Le « pack Sérénité » n’existe plus. Les personnes qui l’ont payé depuis janvier ont reçu un remboursement ; écrivez-nous si ce n’est pas le cas.
3. Les frais de mise à disposition entrent dans le prix affiché sur le site : fait. En concession, 61 points de vente sur 84 ont mis à jour leurs affichettes et leurs bons de commande.

L’idée restera « en cours » tant que les 84 n’y seront pas. La carte se met à jour chaque lundi : [example.org/elivane/prix-net](https://example.org/elivane/prix-net).` },
    comments: [
      { author: 'tchoupi_du_13', daysAgo: 34, body: `Le gilet était-il au moins en cachemire ?`, helpful: 61 },
      { author: 'bernard_h', daysAgo: 98, body: `Le code de la consommation parle bien du prix « total ». Vous étiez dans votre droit sur la ligne, pas dans l’esprit.`, helpful: 27 },
      { author: 'capucine_r', daysAgo: 90, body: `Même bon de commande, même total à 40 € près. Mon concessionnaire avait l’air aussi gêné que moi.`, helpful: 18 },
      { author: 'lucie_amp', daysAgo: 85, body: `Le grille-pain sans fil existe, c’est ce qui rend la comparaison encore meilleure.`, helpful: 24 },
      { author: 'rose_t', daysAgo: 21, body: `Remboursement reçu, 189,00 €, libellé clair. J’ai encadré le relevé. 61 sur 84 : je compte, naturellement.`, helpful: 40, replies: [
        { author: 'julien_abadie', daysAgo: 1, body: `79 sur 84 ce lundi. Les cinq dernières ont reçu ma visite, ou vont la recevoir.`, helpful: 26 },
      ] },
    ],
  },
  {
    key: 'essai-48h',
    title: `Un essai de 48 heures, avec une nuit et un plein de courses`,
    category: 'achat',
    author: 'sandrine_v',
    daysAgo: 216,
    status: 'DELIVERED',
    votes: 198,
    heat: 'cold',
    body: `Vingt minutes autour d’un rond-point avec un vendeur à côté, ce n’est pas un essai. Je veux savoir si trois sièges auto passent, si elle charge sur ma prise, si je me gare dans ma rue, et si je l’aime encore le lendemain matin.

Deux jours, une caution, pas de vendeur. Je ramène la voiture avec des miettes, vous voilà prévenus.`,
    response: { author: 'julien_abadie', daysAgo: 77, body: `Vous l’avez demandé, c’est fait : l’essai de **48 heures** est ouvert dans 70 concessions. Caution de 300 €, non encaissée, 250 km compris, câble et adaptateur dans le coffre, sièges enfants prêtés sur demande. Depuis le lancement : 2 140 essais, deux rayures, et une tétine retrouvée sous un siège, que sa propriétaire peut réclamer.` },
    comments: [
      { author: 'thibault_c', daysAgo: 76, body: `La tétine est bleue avec un ours ? Parce que si elle est bleue avec un ours…`, helpful: 49, replies: [
        { author: 'julien_abadie', daysAgo: 75, body: `Elle est bleue. Il y a un ours. Envoyez-nous votre adresse !`, helpful: 44 },
      ] },
      { author: 'curieux_du_27', daysAgo: 18, body: `Fait ce week-end. J’ai découvert que je n’arrive pas à la brancher dans ma rue. C’est exactement ce qu’il fallait découvrir avant.`, helpful: 29 },
      { author: 'sandrine_v', daysAgo: 74, body: `Trois sièges auto, ça passe, en commençant par le milieu et en expirant. J’ai signé.`, helpful: 33 },
    ],
  },
  {
    key: 'loa-petits-rouleurs',
    title: `Une location sans forfait kilométrique minimum`,
    category: 'achat',
    author: 'gwen_breizh',
    daysAgo: 71,
    status: 'EXPIRED',
    votes: 58,
    heat: 'cold',
    body: `Mon île a douze kilomètres de route. Je fais 1 900 km par an. La plus petite location me facture 10 000 km. Je paie donc 8 100 km que la géographie m’interdit de parcourir.

Proposez 3 000 km par an, ou un prix au kilomètre.`,
    comments: [
      { author: 'mamie_volt', daysAgo: 69, body: `2 400 km pour moi. Pharmacie, marché, belote. Même combat.`, helpful: 17 },
      { author: 'rose_t', daysAgo: 66, body: `La décote dépend surtout de l’âge, donc ils ne te rendront pas grand-chose. Mais ils pourraient rendre les 15 € par mois que j’ai calculés.`, helpful: 12 },
      { author: 'gwen_breizh', daysAgo: 10, body: `Expirée, tant pis. Nous sommes peu sur les îles, c’est arithmétique. Je reviendrai avec les gens de la montagne et les retraités : groupés, on pèse plus.`, helpful: 20, replies: [
        { author: 'mamie_volt', daysAgo: 9, body: `La belote vient avec vous.`, helpful: 26 },
      ] },
    ],
  },
  {
    key: 'couleur-690',
    title: `690 € pour une couleur, alors que le blanc se peint aussi`,
    category: 'achat',
    author: 'violette_a',
    daysAgo: 19,
    status: 'OPEN',
    votes: 109,
    heat: 'hot',
    body: `Je suis peintre en lettres. Je connais le prix d’un litre de peinture : entre votre blanc et votre bleu, il y a peut-être onze euros par voiture. Vous en demandez 690.

Résultat, regardez un parking : blanc, gris, blanc, noir, gris. Vous vous plaignez que les villes sont tristes, et vous taxez la couleur.

**Une couleur gaie par an au même prix que le blanc.** Une seule. Tirée au sort, votée ici, comme vous voulez.`,
    comments: [
      { author: 'oncle_paul', daysAgo: 18, body: `Ce qui coûte, ce n’est pas la peinture, c’est de changer de teinte sur la ligne : on rince, on perd vingt minutes. Mais 690, non, effectivement.`, helpful: 23 },
      { author: 'ngoc_anh', daysAgo: 17, body: `« Taxer la couleur », je garde l’expression.`, helpful: 18 },
      { author: 'passant_75', daysAgo: 12, body: `Témoignage du trottoir : hier, vingt-sept voitures garées dans ma rue, une rouge. Je l’ai saluée.`, helpful: 35 },
      { author: 'sylvain_q', daysAgo: 8, body: `Nuance : à la revente, ma flotte blanche part en trois jours, la jaune en six semaines. La tristesse est aussi un marché.`, helpful: 14, replies: [
        { author: 'violette_a', daysAgo: 8, body: `La jaune se vend mal parce qu’elle coûtait 690 € de plus. C’est le serpent qui se mord la carrosserie.`, helpful: 27 },
      ] },
    ],
  },
  {
    key: 'reprise-batterie',
    title: `Un prix de reprise de la batterie connu dès l’achat`,
    category: 'achat',
    author: 'curieux_du_27',
    daysAgo: 6,
    status: 'OPEN',
    votes: 24,
    heat: 'steady',
    body: `La question qui m’empêche de signer : que vaudra la batterie dans dix ans ? Engagez-vous sur un prix plancher, par exemple 40 € le kWh encore utilisable, écrit dans le contrat. Même un chiffre bas serait mieux que « ça dépendra du marché ».`,
    comments: [
      { author: 'prof_joule', daysAgo: 6, body: `40 € est prudent : aujourd’hui le stockage fixe rachète entre 50 et 70. Mais personne ne s’engage à dix ans. Cinq ans, peut-être.`, helpful: 13 },
      { author: 'rose_t', daysAgo: 4, body: `Pour une entreprise, s’engager à dix ans c’est une provision au bilan. C’est faisable, il faut juste du courage et un commissaire aux comptes.`, helpful: 11 },
    ],
  },
];
