import type { DemoIdea } from '../demo-content.types.js';

export const autonomieIdeas: DemoIdea[] = [
  {
    key: 'prechauffage-secteur',
    title: `Préchauffer l’habitacle sur secteur avant de partir`,
    category: 'autonomie-recharge',
    author: 'dimitri_w',
    daysAgo: 260,
    status: 'DELIVERED',
    votes: 287,
    heat: 'cold',
    body: `Strasbourg, janvier, moins huit. La Rive passe la nuit branchée à la prise du garage de mon beau-frère, pleine à craquer. À 7 h 10 je démarre, le chauffage tire 4 kW, et je perds 28 km d’autonomie avant le premier feu rouge.

Le courant est là, à cinquante centimètres. Laissez-nous dire : « prête à 7 h 10, 19 °C », et prenez l’énergie **dans la prise**, pas dans la batterie.

Cerise sur le gâteau : dégivrer le pare-brise en même temps, que je jette enfin ma carte de fidélité qui sert de raclette.`,
    response: { author: 'julien_abadie', daysAgo: 62, body: `Vous l’avez demandé, c’est fait. La version 4.2 apporte le **départ programmé** : heure, température, dégivrage, sur la Rive et sur la Brise. Branchée, la voiture ne prend rien à la batterie (à moins de 2,3 kW de prise disponible, elle complète, et elle vous le dit). Débranchée, elle demande votre accord au-delà de 3 % de batterie.

Mesuré chez Dimitri pendant trois semaines de gel : 26 km regagnés par matin en moyenne. Merci aux 287 personnes qui ont poussé l’idée.` },
    comments: [
      { author: 'prof_joule', daysAgo: 255, helpful: 24, body: `Ordre de grandeur : chauffer l’air d’un habitacle, ce n’est rien. Ce sont les sièges, les vitres et le plastique qui avalent l’énergie, environ 0,9 kWh à −8 °C. Donc vingt-cinq minutes à 2,3 kW suffisent.`, replies: [
        { author: 'dimitri_w', daysAgo: 254, body: `Enfin un commentaire que je peux montrer à mon beau-frère, qui paie l’électricité.`, helpful: 19 },
      ] },
      { author: 'mamie_volt', daysAgo: 240, body: `À mon âge on ne gratte plus, on attend le soleil. Je soutiens !`, helpful: 27 },
      { author: 'hugo_nuit', daysAgo: 231, body: `Départ à 2 h 50 du matin pour moi. Merci de prévoir que des gens existent avant 6 h.`, helpful: 11 },
      { author: 'dimitri_w', daysAgo: 60, body: `Carte de fidélité officiellement à la retraite. Bravo à l’équipe, c’est exactement ce que je voulais.`, helpful: 35 },
    ],
  },
  {
    key: 'vers-la-maison',
    title: `Rendre 3 kWh à la maison le soir (charge bidirectionnelle)`,
    category: 'autonomie-recharge',
    author: 'bastien_lm',
    daysAgo: 140,
    status: 'UNDER_REVIEW',
    votes: 341,
    heat: 'hot',
    body: `Ma Rive rentre à 18 h avec 60 % de batterie. De 18 h à 21 h, ma maison tire 3 kWh au tarif le plus cher de la journée. À 2 h du matin, la voiture se recharge au tarif le plus bas. Entre les deux, il ne manque qu’un onduleur et un peu de bonne volonté.

## Ce que je demande

- La **V2L** tout de suite (une prise 230 V, 2 kW) : aucun gestionnaire de réseau à convaincre.
- La **V2H** ensuite, avec un coffret de découplage posé par un électricien.
- Un plancher réglable : ne jamais descendre sous 40 %.
- Une garantie batterie qui ne s’annule pas quand on s’en sert, sinon ce n’est pas la peine.

À 0,27 € contre 0,16 €, j’économise 120 € par an. Ce n’est pas une fortune. Mais le jour où la ligne tombe, comme pendant la tempête de l’an dernier (quatre jours sans courant dans le Finistère), j’ai un congélateur qui reste congelé.`,
    interest: { kind: 'PROFESSIONAL', note: `Électricien, je pose des bornes (toutes marques)` },
    response: { author: 'helene_marsan', daysAgo: 24, body: `L’idée est à l’étude, et voici où nous en sommes. La V2L est possible sur les Rive produites depuis l’an dernier : le chargeur embarqué sait le faire, il manque la prise et la certification. La V2H demande un accord avec le gestionnaire du réseau, et nous ne maîtrisons pas ce calendrier.

Reste la garantie, le point le plus sensible. Nous faisons vieillir huit batteries avec 1 500 cycles supplémentaires. Premiers résultats dans trois mois, publiés ici, bons ou mauvais.` },
    comments: [
      { author: 'lucie_amp', daysAgo: 139, helpful: 16, body: `D’accord sur toute la ligne, sauf sur 2 kW. Une plaque à induction plus un congélateur, c’est déjà 2,8. Visez 3,3 ou rien.`, replies: [
        { author: 'bastien_lm', daysAgo: 138, body: `En V2L de secours tu ne cuisines pas sur trois feux ! Mais va pour 3,3 si le chargeur suit.`, helpful: 8 },
      ] },
      { author: 'gwen_breizh', daysAgo: 131, body: `Sur l’île on a eu six jours de coupure. Les voisins venaient charger leur téléphone chez moi, sur l’allume-cigare. Alors oui, mille fois oui.`, helpful: 31 },
      { author: 'oncle_paul', daysAgo: 118, body: `Une voiture est faite pour rouler. Chaque cycle que tu donnes à ton grille-pain, tu le prends à tes kilomètres. Je veux voir des chiffres avant de voter.`, helpful: 14, replies: [
        { author: 'prof_joule', daysAgo: 117, helpful: 22, body: `Les chiffres : à faible puissance et entre 40 et 70 %, l’usure par kWh est cinq à dix fois moindre qu’en charge rapide. Ton objection est bonne, mais l’effet est petit.` },
        { author: 'oncle_paul', daysAgo: 116, body: `Bien. J’ai voté. Ne le répétez pas.`, helpful: 29 },
      ] },
      { author: 'mariam_s', daysAgo: 76, body: `Et en copropriété ? Chez nous la prise est au sous-sol et l’appartement au quatrième. Pensez à nous dans l’étude, s’il vous plaît.`, helpful: 12 },
      { author: 'bernard_h', daysAgo: 23, body: `Point d’assurance : vérifiez que l’alimentation du logement par le véhicule n’est pas une « modification d’usage » dans vos contrats. Dans deux contrats sur cinq que j’ai lus, elle l’est.`, helpful: 20 },
    ],
  },
  {
    key: 'autonomie-honnete',
    title: `Affichez l’autonomie vraie en hiver, pas celle de la brochure`,
    category: 'autonomie-recharge',
    author: 'capucine_r',
    daysAgo: 170,
    status: 'IN_PROGRESS',
    votes: 398,
    heat: 'steady',
    body: `Ce matin : « 231 km ». Trajet : Lyon – Bourgoin, 43 km, 3 °C, un peu d’autoroute. À l’arrivée : « 122 km ». J’ai donc roulé 43 km et perdu 109.

Je ne demande pas une plus grosse batterie. Je demande qu’on ne me mente pas au départ. Tout est connu : la température, le trajet dans le GPS, ma façon de conduire depuis deux ans, le chauffage allumé.

1. Affichez une **fourchette** (« 125 à 160 km ») au lieu d’un chiffre faux au kilomètre près.
2. Dites pourquoi : « −22 % froid, −15 % autoroute ».
3. Et mettez la même fourchette d’hiver dans la brochure. J’ai acheté sur 230 km. Je n’aurais pas été vexée par 160, je l’ai été par 230.`,
    edited: {
      daysAgo: 163,
      title: `L’autonomie affichée est fausse`,
      previousBody: `Ce matin : « 231 km ». Trajet : Lyon – Bourgoin, 43 km. À l’arrivée : « 122 km ». J’ai donc roulé 43 km et perdu 109. C’est n’importe quoi.

Affichez un vrai chiffre.`,
    },
    response: { author: 'julien_abadie', daysAgo: 27, body: `Vous avez raison, et le reproche sur la brochure aussi. Depuis lundi, le site et les fiches en concession indiquent **deux valeurs** : 230 km (cycle mixte normalisé) et 150 à 170 km (0 °C, trajet mixte, chauffage à 20 °C).

Dans la voiture, la fourchette avec ses raisons est en essai chez 300 volontaires ; l’erreur moyenne à l’arrivée passe de 31 % à 8 %. Elle sera pour tout le monde avec la 4.4. Nous passerons l’idée en « réalisée » à ce moment-là et pas avant.` },
    comments: [
      { author: 'oncle_paul', daysAgo: 169, body: `De mon temps la jauge d’essence mentait aussi, mais au moins elle mentait dans le bon sens : il restait toujours dix litres.`, helpful: 33 },
      { author: 'remi_t', daysAgo: 166, body: `La fourchette est la seule façon honnête d’afficher une prévision. La météo le fait depuis trente ans.`, helpful: 18 },
      { author: 'dimitri_w', daysAgo: 160, body: `À −12, chez moi : 131 km réels. Je le sais, je fais avec, mais j’aurais préféré l’apprendre avant de tomber en rade à Sélestat.`, helpful: 26 },
      { author: 'youssef_b', daysAgo: 152, body: `Pour mes tournées je divise tout par 1,6 en décembre. Ça marche, mais une voiture à 19 000 € pourrait faire la division elle-même.`, helpful: 38 },
      { author: 'agathe_p', daysAgo: 148, body: `Attention à ne pas afficher trop d’informations en roulant. La fourchette seule au volant, les raisons à l’arrêt.`, helpful: 15, replies: [
        { author: 'capucine_r', daysAgo: 147, body: `Très juste. C’est ce que je voulais dire sans savoir le dire.`, helpful: 4 },
      ] },
      { author: 'curieux_du_27', daysAgo: 19, body: `J’hésitais à acheter. C’est la première marque que je vois écrire 150 km toute seule. Ça donne plutôt confiance.`, helpful: 23 },
      { author: 'rose_t', daysAgo: 15, body: `Je fais partie des 300. Hier : annoncé 138 à 152, arrivée avec l’équivalent de 143. J’ai ouvert un tableur juste pour le plaisir.`, helpful: 17 },
    ],
  },
  {
    key: 'trappe-avant',
    title: `Déplacer la trappe de charge à l’avant, au milieu`,
    category: 'autonomie-recharge',
    author: 'flora_m',
    daysAgo: 92,
    status: 'DECLINED',
    votes: 94,
    heat: 'cold',
    body: `La trappe est sur l’aile arrière gauche, donc côté chaussée quand je me gare dans le sens de la marche. Débrancher avec un bus qui me frôle, non merci. Sous le logo, à l’avant, ce serait parfait : on se gare de nez et on branche.`,
    response: { author: 'julien_abadie', daysAgo: 49, body: `Nous avons rouvert le dossier avec les deux ingénieures qui avaient choisi l’emplacement. C’est non, et voici pourquoi.

- **Choc à basse vitesse.** L’avant est la zone la plus touchée en ville : 61 % des sinistres de la Rive. Un connecteur à 400 V derrière le logo, c’est un pare-chocs à 2 900 € au lieu de 480 €, et une voiture immobilisée pour une touchette.
- **Longueur.** Il faudrait 9 cm de plus, et les 3,48 m sont la raison d’être de la Rive.
- **Neige et sel.** Trois hivers d’essais en Savoie : le connecteur avant gèle.

Pour le bus, votre remarque reste entière. La prochaine génération aura la trappe à l’arrière **droit**, côté trottoir en France. Pour les Rive actuelles, nous n’avons pas de bonne solution, et nous préférons l’écrire.` },
    comments: [
      { author: 'marco_ttl', daysAgo: 91, interest: { kind: 'PROFESSIONAL', note: `Carrossier indépendant` }, body: `Je confirme pour les pare-chocs. Les modèles avec prise dans le nez, je les vois partir en épave pour une borne de parking.`, helpful: 21 },
      { author: 'flora_m', daysAgo: 48, body: `Bon. Je n’aime pas la réponse, mais je comprends les 2 900 €. Vivement la trappe à droite.`, helpful: 13 },
      { author: 'gwen_breizh', daysAgo: 46, body: `Et ceux qui se garent à gauche dans les rues à sens unique ? (Je plaisante. Un peu.)`, helpful: 9 },
    ],
  },
  {
    key: 'lampadaire',
    title: `Un câble de 7 m, fin et souple, pour les bornes-lampadaires`,
    category: 'autonomie-recharge',
    author: 'kenza_o',
    daysAgo: 44,
    status: 'OPEN',
    votes: 151,
    heat: 'hot',
    body: `À Montreuil, on recharge sur les lampadaires : 3,7 kW, toute la nuit, entre deux platanes. Votre câble fait 5 m, pèse 4,1 kg et est dimensionné pour 22 kW. Pour 3,7 kW, un câble de **7 m pour 2 kg** suffirait, et ma voisine de 82 ans pourrait le soulever.

Bonus : une gaine réfléchissante, parce qu’il traverse parfois dix centimètres de trottoir (le long du pied, je le jure).`,
    comments: [
      { author: 'bastien_lm', daysAgo: 43, body: `3 × 2,5 mm² au lieu de 5 × 6 : oui, on passe sous les 2 kg. À condition que la voiture sache que le câble est limité à 16 A ; c’est la résistance dans la fiche qui le lui dit, donc rien à inventer.`, helpful: 15 },
      { author: 'mamie_volt', daysAgo: 37, body: `Je ne soulève pas le mien, je le traîne. Avis aux ingénieurs.`, helpful: 22 },
      { author: 'leonie_f', daysAgo: 30, body: `Depuis le fauteuil, c’est la poignée de la fiche qui compte : faites-la assez grande pour les deux mains.`, helpful: 19, replies: [
        { author: 'kenza_o', daysAgo: 30, body: `Je n’y avais pas pensé, merci, c’est un vrai argument de plus.`, helpful: 3 },
      ] },
    ],
  },
  {
    key: 'quatre-vingts',
    title: `Limiter à 80 % en semaine, 100 % le vendredi soir`,
    category: 'autonomie-recharge',
    author: 'rose_t',
    daysAgo: 16,
    status: 'OPEN',
    votes: 73,
    heat: 'hot',
    body: `On nous conseille de ne pas dépasser 80 % au quotidien. Très bien. Mais le réglage est global : si je monte à 100 % pour le week-end, j’oublie de redescendre jusqu’au mois de mars.

Un calendrier de sept cases. Lundi à jeudi 80, vendredi 100, dimanche 80. Trois lignes de code, dix ans de batterie.`,
    comments: [
      { author: 'remi_t', daysAgo: 16, body: `En tant que développeur, je frémis toujours devant « trois lignes de code ». Mais là… une vingtaine, peut-être.`, helpful: 16 },
      { author: 'prof_joule', daysAgo: 12, body: `Et que le 100 % soit atteint juste avant le départ, pas à 1 h du matin. Ce qui use, c’est de *rester* à 100 %.`, helpful: 14 },
    ],
  },
  {
    key: 'batterie-amovible',
    title: `Une batterie amovible pour la Brise`,
    category: 'autonomie-recharge',
    author: 'mehdi_s',
    daysAgo: 78,
    status: 'OPEN',
    votes: 246,
    heat: 'steady',
    body: `La batterie de la Brise fait 6,1 kWh et 54 kg, boulonnée sous le plancher. Ceux qui ont le plus besoin d’une Brise (livreurs, étudiants, pas de garage) sont ceux qui n’ont pas de prise.

Ma proposition : **trois modules de 2 kWh et 14 kg**, avec poignée, qui se glissent par la porte de droite comme des tiroirs. On en monte un ou deux à l’appartement, on laisse le troisième.

- 14 kg, c’est un pack d’eau et demi. Cinquième étage sans ascenseur : faisable.
- Une consigne pourrait se créer : je rends un module vide, je prends un plein, trente secondes.
- Un module abîmé se change seul. Aujourd’hui, c’est toute la batterie, 3 400 €.

Je fais 90 km par jour, je perds deux heures à attendre devant une borne. Deux heures, c’est onze livraisons.`,
    comments: [
      { author: 'jean_no', daysAgo: 77, body: `Les scooters font ça à Taipei depuis dix ans, des milliers de casiers. Ça marche parce que tout le monde a le même module. Donc : ouvrez le format.`, helpful: 24 },
      { author: 'lucie_amp', daysAgo: 74, body: `Le connecteur est le point dur : 48 V et 120 A, manipulés sous la pluie, dix mille fois. C’est possible (on le fait dans l’industrie), mais ça coûte 60 € par module.`, helpful: 18, interest: { kind: 'PROFESSIONAL', note: `Ingénieure en connectique industrielle` }, replies: [
        { author: 'mehdi_s', daysAgo: 73, body: `180 € en tout ? Je les gagne en deux semaines de bornes évitées.`, helpful: 21 },
      ] },
      { author: 'oncle_paul', daysAgo: 60, body: `Et le vol ? Trois tiroirs à 1 100 € derrière une portière en plastique.`, helpful: 11, replies: [
        { author: 'mehdi_s', daysAgo: 59, body: `Verrou électrique et module appairé à la voiture : volé, il ne sert à rien. Comme les téléphones.`, helpful: 13 },
      ] },
      { author: 'julien_abadie', daysAgo: 35, body: `Sans attendre une réponse officielle : l’équipe Brise a mesuré votre « tiroir ». Il manque 22 mm sous la traverse du siège. Ce n’est pas rien, ce n’est pas impossible.`, helpful: 30 },
      { author: 'tchoupi_du_13', daysAgo: 6, body: `22 mm, on se serre et ça passe.`, helpful: 17 },
    ],
  },
];
