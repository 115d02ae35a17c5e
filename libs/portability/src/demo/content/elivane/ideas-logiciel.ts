import type { DemoIdea } from '../demo-content.types.js';

export const logicielIdeas: DemoIdea[] = [
  {
    key: 'cle-partagee',
    title: `Prêter la voiture par un lien, sans créer de compte à toute la famille`,
    category: 'logiciel',
    author: 'kenza_o',
    daysAgo: 118,
    status: 'PLANNED',
    votes: 182,
    heat: 'steady',
    body: `Pour prêter ma Rive à ma sœur une heure, elle a dû : installer l’appli (210 Mo), créer un compte, confirmer son adresse, accepter quatorze pages, donner sa position, attendre mon invitation. Elle a pris le bus.

Ce que j’imagine : j’envoie un **lien**. Elle l’ouvre dans son navigateur, elle voit « Rive de Kenza, jusqu’à 18 h », un bouton Ouvrir, un bouton Démarrer. À 18 h, le lien meurt.

Je fixe la durée, le rayon, la vitesse maximale si c’est mon neveu. Je peux couper le lien à tout moment, sauf en roulant, évidemment.`,
    response: { author: 'julien_abadie', daysAgo: 38, body: `Prévu pour l’été. Le prêt par lien fonctionnera sans appli ni compte pour l’emprunteur, jusqu’à 72 heures. Deux choses ont changé par rapport à l’idée : nous ne proposerons pas de suivi de position de l’emprunteur (ni pour la sœur, ni pour le neveu), et il faudra un code à quatre chiffres donné de vive voix, car un lien, ça se transfère. Merci à Kenza et aux onze foyers de Montreuil qui testent.` },
    comments: [
      { author: 'remi_t', daysAgo: 117, body: `Techniquement, c’est un jeton signé avec une date limite. Le vrai sujet, c’est le parking souterrain : sans réseau, il faut que le Bluetooth prenne le relais depuis un navigateur, et là, c’est moins drôle.`, helpful: 19, replies: [
        { author: 'julien_abadie', daysAgo: 37, body: `Exact. Sans réseau, le code à quatre chiffres se tape sur le montant de la portière.`, helpful: 14 },
      ] },
      { author: 'bernard_h', daysAgo: 110, body: `Pensez à afficher si l’assurance couvre le prêt du volant. Beaucoup de contrats prévoient une franchise de 1 500 € pour un conducteur novice.`, helpful: 23 },
      { author: 'mamie_volt', daysAgo: 96, body: `Mon petit-fils pourra-t-il me prêter ma propre voiture quand j’ai perdu mon téléphone ?`, helpful: 30, replies: [
        { author: 'ulysse_g', daysAgo: 88, body: `Oui mamie. (Je ne suis pas son petit-fils, mais j’ai la même à la maison.)`, helpful: 21 },
      ] },
    ],
  },
  {
    key: 'parking-souterrain',
    title: `L’appli est aveugle au deuxième sous-sol, et moi je reste dehors`,
    category: 'logiciel',
    author: 'mariam_s',
    daysAgo: 134,
    status: 'IN_PROGRESS',
    votes: 221,
    heat: 'steady',
    body: `Parking à −2, pas de réseau. L’appli tourne, tourne, puis affiche « Une erreur est survenue ». La voiture est à un mètre. J’ai mon téléphone, j’ai mes courses, j’ai des surgelés.

La carte de secours ? Dans la voiture. Avec les surgelés de la fois d’avant, moralement.

1. L’ouverture doit marcher en Bluetooth, **toujours, sans serveur**.
2. L’erreur doit dire laquelle et quoi faire.
3. Dites aux gens, à la livraison, de garder la carte dans le portefeuille et non dans la boîte à gants !`,
    response: { author: 'julien_abadie', daysAgo: 20, body: `Trois points, trois réponses.

1. L’ouverture directe en Bluetooth est en bêta chez 1 200 personnes, échec dans 0,3 % des cas contre 9 % avant. Encore trop : les échecs restants viennent tous d’une même puce, nous la traquons.
2. « Une erreur est survenue » a été supprimé de l’appli. Il y avait 41 endroits où la phrase apparaissait. Il n’y en a plus.
3. La fiche de livraison est corrigée, avec un dessin de portefeuille.` },
    comments: [
      { author: 'youssef_b', daysAgo: 133, body: `Coincé vingt minutes avec des vaccins dans la glacière. Ce n’est pas un détail de confort.`, helpful: 42 },
      { author: 'remi_t', daysAgo: 19.5, body: `41 fois « Une erreur est survenue ». J’avais parié sur trente avec un collègue, je dois des croissants à Hugo.`, helpful: 22 },
      { author: 'mariam_s', daysAgo: 19, body: `Je suis dans la bêta : dix-huit ouvertures sur dix-huit. Les surgelés remercient Julien.`, helpful: 25 },
    ],
  },
  {
    key: 'notes-de-version',
    title: `Des notes de version qui disent quelque chose`,
    category: 'logiciel',
    author: 'remi_t',
    daysAgo: 57,
    status: 'OPEN',
    votes: 64,
    heat: 'steady',
    body: `Version 4.1.3 : « Améliorations et corrections. »
Version 4.1.4 : « Améliorations et corrections. »
Version 4.1.5 : *mon freinage régénératif a changé de comportement.*

Je veux lire : ce qui change au volant, ce qui change à l’écran, ce qui est réparé, ce qui est cassé et connu. En français, en dix lignes, **avant** d’installer. Et pouvoir attendre une semaine.`,
    comments: [
      { author: 'oncle_paul', daysAgo: 56, body: `Quand un essayeur modifiait un réglage de frein sans le noter, il rentrait à pied.`, helpful: 29 },
      { author: 'garage_mado', daysAgo: 47, body: `Pareil côté garage : le client me dit « elle freine bizarre », je cherche une heure, et c’était une mise à jour.`, helpful: 24 },
      { author: 'agathe_p', daysAgo: 33, body: `Ajoute : ce qui touche à la conduite devrait demander un accord explicite, pas une coche déjà cochée.`, helpful: 16, replies: [
        { author: 'remi_t', daysAgo: 33, body: `Oui, entièrement d’accord.` },
      ] },
      { author: 'rose_t', daysAgo: 2, body: `Trois jours et trente-six votes à trouver, je relance au bureau demain.`, helpful: 6 },
    ],
  },
  {
    key: 'export-trajets',
    title: `Exporter mes trajets dans un fichier que mon tableur comprend`,
    category: 'logiciel',
    author: 'rose_t',
    daysAgo: 11,
    status: 'OPEN',
    votes: 26,
    heat: 'steady',
    body: `Date, départ, arrivée, kilomètres, kWh, température. Un CSV par mois, point-virgule, virgule décimale (nous sommes en France). Pour mes frais kilométriques je recopie l’écran à la main, et j’y prends presque goût, ce qui m’inquiète.`,
    comments: [
      { author: 'youssef_b', daysAgo: 11, body: `Indispensable pour les professions libérales. Une étiquette « pro / perso » par trajet, en plus, et je t’épouse.`, helpful: 13, replies: [
        { author: 'rose_t', daysAgo: 10, body: `Envoyez votre dossier en trois exemplaires.`, helpful: 22 },
      ] },
      { author: 'sylvain_q', daysAgo: 9, body: `Pour une flotte, un fichier par véhicule, s’il vous plaît. J’en ai quatorze.`, helpful: 5 },
    ],
  },
  {
    key: 'avis-apres-trajet',
    title: `Arrêtez de me demander mon avis après chaque trajet`,
    category: 'logiciel',
    author: 'youssef_b',
    daysAgo: 27,
    status: 'OPEN',
    votes: 143,
    heat: 'hot',
    body: `« Comment s’est passé votre trajet ? » ★★★★★

Vingt-cinq fois par jour. Trajet de 400 mètres : comment s’est-il passé ? Il y avait un feu. Il était rouge. Je mets combien ?

Le pire : si je ferme la fenêtre, elle revient au stationnement suivant. Si je mets une étoile par agacement, on m’écrit pour savoir pourquoi. Demandez-moi **une fois par trimestre**, avec une vraie question, et lisez la réponse.`,
    comments: [
      { author: 'tchoupi_du_13', daysAgo: 26, body: `Trois étoiles. Le feu manquait de vert.`, helpful: 48 },
      { author: 'agathe_p', daysAgo: 25, body: `Sans compter qu’une note donnée par lassitude ne mesure rien. Vous polluez vos propres données.`, helpful: 27 },
      { author: 'hugo_nuit', daysAgo: 22, body: `À 3 h du matin, seul au monde avec mes croissants, la voiture me demande si ça va. Parfois je réponds.`, helpful: 51, replies: [
        { author: 'youssef_b', daysAgo: 22, body: `Hugo, si un jour ça ne va pas, écris-moi plutôt à moi, je suis debout à 5 h.`, helpful: 46 },
      ] },
      { author: 'julien_abadie', daysAgo: 6, body: `C’est noté, et c’est un peu gênant : la fréquence « tous les trajets » était un réglage d’essai jamais remis en place. Dès jeudi, ce sera une fois par mois au plus, avec un bouton « plus jamais ». La vraie question trimestrielle, elle, mérite que le vote continue.`, helpful: 34 },
    ],
  },
  {
    key: 'jeune-conducteur',
    title: `Un mode « jeune permis » choisi par le jeune, pas par les parents`,
    category: 'logiciel',
    author: 'ulysse_g',
    daysAgo: 8,
    status: 'OPEN',
    votes: 32,
    heat: 'hot',
    body: `Il existe des modes parentaux qui espionnent. Je propose l’inverse : un mode que **je** mets pour **moi**, pendant mes six premiers mois.

- Accélération adoucie, aide au créneau plus bavarde
- Un rappel discret de distance
- Un bilan le dimanche, que je suis seul à voir

Et si je choisis de montrer le bilan à ma grand-mère (c’est sa voiture), c’est moi qui appuie.`,
    comments: [
      { author: 'clementine_d', daysAgo: 7, body: `Exactement comme en sport : l’autoévaluation fait progresser, la surveillance fait tricher.`, helpful: 20 },
      { author: 'bernard_h', daysAgo: 5, body: `Un assureur finira par vous proposer dix pour cent contre ce bilan. Écrivez dès maintenant qu’il ne sort pas de la voiture.`, helpful: 18 },
    ],
  },
];
