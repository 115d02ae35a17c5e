import type { DemoEntry } from '../demo-movement.types.js';

const ON_DIT = '#AmbassadeurÉlivane';

/** La période en cours d’abord. */
export const entries: DemoEntry[] = [
  {
    mission: 'cinq-matins', member: 'capucine_r', state: 'ACCEPTED', daysAgo: 11.3,
    pieces: [{
      kind: 'LINK', channel: 'Blog', url: 'https://lyon-sans-parking.example/cinq-matins', title: 'Cinq matins, zéro parking, moins quatre',
      says: 'Voiture prêtée par Élivane, dont je suis ambassadrice. Lundi : 198 annoncés, 141 roulés. Mercredi : 201 annoncés, 133 roulés. La vitre arrière revient à la onzième minute ; ma rue en dure neuf.',
      readings: [{ daysAgo: 11.2, verdict: 'FOUND' }, { daysAgo: 4.2, verdict: 'FOUND' }],
    }],
    reviews: [{ outcome: 'ACCEPT', daysAgo: 10.1, reason: 'Onze minutes pour une rue de neuf : la résistance de lunette passe en priorité au démarrage. Version de février.', scores: [4, 3, 3] }],
    delivery: { state: 'RECEIVED', note: 'Colis 6A 114 882', daysAgo: 6 },
  },
  {
    mission: 'cinq-matins', member: 'lucie_amp', state: 'ACCEPTED', daysAgo: 8.4,
    pieces: [{
      kind: 'LINK', channel: 'Blog', url: 'https://ampere-roy.example/froid', title: 'Le froid, au wattmètre',
      says: `Voiture prêtée par Élivane. ${ON_DIT}. Sur cinq matins le compteur se trompe de 8,6 % en moyenne, et toujours dans le même sens. Mes appareils et ma méthode sont en bas de page.`,
      readings: [{ daysAgo: 8.3, verdict: 'FOUND' }],
    }],
    reviews: [{ outcome: 'ACCEPT', daysAgo: 7.5, reason: 'Toujours dans le même sens : ce n’est donc pas du bruit. Nous corrigeons et nous publions l’avant-après.', scores: [4, 2, 3] }],
    delivery: { state: 'SENT', note: 'Colis 6A 115 009', daysAgo: 2 },
  },
  {
    mission: 'cinq-matins', member: 'remi_t', state: 'NEEDS_DISCLOSURE', daysAgo: 2.6,
    pieces: [{
      kind: 'LINK', channel: 'Blog', url: 'https://notes-de-version.example/gel', title: 'Notes de version du gel',
      says: '0.1 : la voiture démarre. 0.2 : elle démarre par moins trois. 0.3 : le pare-brise aussi. Problème connu : le message « Bonjour Rémi » couvre l’autonomie pendant quatre secondes.',
      readings: [{ daysAgo: 2.5, verdict: 'MISSING' }],
    }],
  },
  {
    mission: 'cinq-matins', member: 'clementine_d', state: 'SUBMITTED', daysAgo: 1.7, note: 'Le site du collège est fermé la nuit, réessayez le matin.',
    pieces: [{ kind: 'LINK', channel: 'Blog', url: 'https://eps-grenoble.example/gel', title: 'Cinq matins de gel', says: '', readings: [{ daysAgo: 1.6, verdict: 'UNREACHABLE' }, { daysAgo: 0.6, verdict: 'UNREACHABLE' }] }],
  },
  {
    mission: 'cinq-matins', member: 'bastien_lm', state: 'REFUSED', daysAgo: 9.6, note: 'Un seul matin a gelé à Quimper. J’ai fait les quatre autres au congélateur du lycée.',
    pieces: [{
      kind: 'LINK', channel: 'Blog', url: 'https://prise-de-terre.example/congelateur', title: 'Quatre matins au congélateur',
      says: `Je roule dans une Brise prêtée par Élivane. ${ON_DIT}. Il n’a gelé qu’une fois, alors j’ai mis le connecteur, pas la voiture, au congélateur du lycée professionnel. À −11 °C le verrou ne rend plus le câble. Vidéo et tableau ci-dessous.`,
      readings: [{ daysAgo: 9.5, verdict: 'FOUND' }],
    }],
    reviews: [{ outcome: 'REFUSE', daysAgo: 8.3, reason: 'La trouvaille est précieuse, et nous la traitons. Mais la mission demandait cinq matins de route, et nous ne pouvons pas payer un congélateur comme cinq départs.', scores: [1, 1, 3] }],
    appeal: { daysAgo: 7.2, text: 'La mission parle de cinq matins « au-dessous de zéro » et « la voiture dehors ». Il n’y en a eu qu’un en Finistère, et je l’ai fait. Pour les autres, j’ai gardé le froid et changé le lieu, en le disant dès la première ligne. Le défaut que j’ai trouvé ne se voit qu’à −11 °C : cinq matins bretons ne l’auraient jamais montré. Je demande qu’une personne étrangère à la marque relise la consigne et mon texte.' },
  },
  {
    mission: 'la-nuit', member: 'solene_k', state: 'ACCEPTED', daysAgo: 12.1,
    pieces: [
      { kind: 'IMAGE', draw: 'lampadaires', alt: 'Une petite voiture gris clair sous trois lampadaires, la nuit' },
      { kind: 'TEXT', text: `La semaine je rentre à vélo, le dimanche en voiture : **je connais donc vos phares des deux côtés**.\n\nDedans, ils sont parfaits. Dehors, à hauteur de guidon, ils arrivent dans les yeux à chaque dos d’âne. J’ai compté vingt-deux dos d’âne.` },
    ],
    reviews: [{ outcome: 'ACCEPT', daysAgo: 11, reason: 'Vingt-deux fois. Le réglage bas existe, il n’est dans aucun menu. Il y sera.', scores: [4, 3, 3] }],
  },
  {
    mission: 'la-nuit', member: 'agathe_p', state: 'ACCEPTED', daysAgo: 9.2,
    pieces: [
      { kind: 'IMAGE', draw: 'pluie', alt: 'Une voiture rouge sombre sous une pluie oblique, route grise' },
      { kind: 'TEXT', text: `Pluie, nuit, sortie d’école. Éteindre l’écran demande **cinq gestes** : je l’ai fait au feu, deux feux de suite.\n\nAvant l’écran il y avait un bouton. Un bouton, c’est un geste, et on le trouve du bout du doigt. Rendez le bouton.` },
    ],
    reviews: [{ outcome: 'ACCEPT', daysAgo: 8.4, reason: 'Cinq gestes, nous les avons refaits, nous avons eu honte au troisième.', scores: [4, 3, 2] }],
  },
  {
    mission: 'la-nuit', member: 'capucine_r', state: 'CHANGE_ASKED', daysAgo: 4.1, note: 'La photo est floue, moi aussi à cette heure-là.',
    pieces: [{ kind: 'TEXT', text: 'Les quais à six heures moins le quart. On ne voit plus les piétons, on voit leurs téléphones.' }],
    reviews: [{ outcome: 'CHANGE', daysAgo: 3.2, reason: 'La phrase est magnifique. Il nous manque l’image, et la mission en demandait une : même floue, elle nous va.', scores: [3, 3, 1] }],
  },
  {
    mission: 'la-nuit', member: 'clementine_d', state: 'DRAFT', daysAgo: 1.3,
    pieces: [{ kind: 'TEXT', text: 'Le gymnase ferme à vingt heures. Les ballons roulent dans le coffre jusqu’à la maison, on dirait qu’ils discutent.' }],
  },
  {
    mission: 'premiere-borne', member: 'mariam_s', state: 'ACCEPTED', daysAgo: 10.4,
    pieces: [{ kind: 'TEXT', text: `Monsieur Traoré, 4ᵉ étage. Il s’est arrêté au mot **« session »**. « Une session de quoi ? » Puis au câble, qui pèse, et qu’il croyait attaché.\n\nIl a branché. Il a dit : « C’est comme le téléphone, en plus lourd et avec des mots en plus. »` }],
    reviews: [{ outcome: 'ACCEPT', daysAgo: 9.7, reason: '« Session » disparaît de l’écran en janvier. Merci à monsieur Traoré.', scores: [6, 4] }],
  },
  {
    mission: 'premiere-borne', member: 'youssef_b', state: 'ACCEPTED', daysAgo: 5.8,
    pieces: [{ kind: 'TEXT', text: 'Une patiente, 71 ans, cinq minutes entre deux pansements. La borne lui a demandé une application, l’application un mot de passe, le mot de passe une majuscule. **Elle n’a pas branché.** C’est la réponse.' }],
    reviews: [{ outcome: 'ACCEPT', daysAgo: 5.2, reason: 'C’est la réponse, et elle est payée comme un succès. La carte sans application revient.', scores: [4, 4] }],
  },
  {
    mission: 'premiere-borne', member: 'clementine_d', state: 'CHANGE_ASKED', daysAgo: 2.5, note: 'Il est prêt à recommencer, il a gardé le ticket.',
    pieces: [{ kind: 'TEXT', text: 'Un collègue de maths, sur le parking du collège. Il a lu toutes les consignes, dans l’ordre, à voix haute, puis il a demandé : « Et le câble, il est où ? » Le câble était dans sa main depuis le début.' }],
    reviews: [{ outcome: 'CHANGE', daysAgo: 1.3, reason: 'Nous avons ri, puis nous avons relu nos consignes : aucune ne parle du câble. Il nous manque la fin. A-t-il pu brancher ? Une phrase suffira, c’est l’essentiel de la note.', scores: [2, 4] }],
  },
  {
    mission: 'premiere-borne', member: 'sandrine_v', state: 'SUBMITTED', daysAgo: 0.6,
    pieces: [{ kind: 'TEXT', text: 'La maman d’Ilyès. Elle a tout réussi du premier coup, puis elle est restée devant, parce que rien ne lui disait qu’elle pouvait partir.' }],
  },
  {
    mission: 'parking-ouvert', member: 'sandrine_v', state: 'ACCEPTED', daysAgo: 6.7,
    pieces: [
      { kind: 'IMAGE', draw: 'marche', alt: 'Une voiture vert d’eau au toit crème devant trois étals de marché, des cartons contre le coffre' },
      { kind: 'TEXT', text: `Parking de la maternelle, samedi, trente et une personnes et un chien. Ils ont tous ouvert **le coffre d’abord**, avant la portière.\n\nLa question à laquelle je n’ai pas su répondre : « Et si je la raye, c’est vous qui payez, ou moi ? »` },
      { kind: 'LINK', channel: 'Photos', url: 'https://photos.example/sandrine/parking', title: 'Un samedi, trois places, du café', says: `Un après-midi avec la Brise qu’Élivane me prête. ${ON_DIT}`, readings: [{ daysAgo: 6.6, verdict: 'FOUND' }] },
    ],
    reviews: [{ outcome: 'ACCEPT', daysAgo: 5.9, reason: 'La réponse est : nous, jusqu’à 300 €. Elle n’était écrite nulle part, elle le sera.', scores: [5, 5] }],
    delivery: { state: 'RECEIVED', note: 'Malle n° 3, à garder', daysAgo: 3 },
  },
  {
    mission: 'pompe-a-chaleur', member: 'lucie_amp', state: 'ACCEPTED', daysAgo: 6.1,
    pieces: [{ kind: 'TEXT', text: '**Avec : 16,8 kWh aux 100. Sans : 17,1.** Deux degrés d’écart, un manteau en moins. Soit 0,3, donc rien, sur 22 kilomètres. Elle ne sert qu’après : au-delà de quarante minutes, l’écart passe à 2,4. Écrivez-le sur la brochure.' }],
    reviews: [{ outcome: 'ACCEPT', daysAgo: 5.5, reason: 'Nous l’avions vendue sur quarante minutes sans le dire. La brochure le dira.', scores: [4, 3, 3] }],
  },
  {
    mission: 'pompe-a-chaleur', member: 'clementine_d', state: 'ACCEPTED', daysAgo: 4.6,
    pieces: [{ kind: 'TEXT', text: 'Grenoble–Chamrousse, deux mardis : 21,4 avec, 24,0 sans, même bonnet. En montée on ne sent que la différence de prix. **Pour six kilomètres de plat, ne la prenez pas**, gardez l’argent pour des pneus.' }],
    reviews: [{ outcome: 'ACCEPT', daysAgo: 4, reason: 'Une cliente nous conseille de ne pas vendre une option, avec des chiffres. C’est exactement la mission.', scores: [4, 3, 2] }],
  },
  {
    mission: 'pompe-a-chaleur', member: 'mariam_s', state: 'SUBMITTED', daysAgo: 1,
    pieces: [{ kind: 'TEXT', text: 'Avec : 18,2. Sans : 18,0. J’ai recommencé parce que je n’y croyais pas. Avec : 18,3. Je crois qu’elle est en panne.' }],
  },
  {
    mission: 'une-minute', member: 'clementine_d', state: 'ACCEPTED', daysAgo: 7.1,
    pieces: [{
      kind: 'LINK', channel: 'Vidéo', url: 'https://video.example/clementine/une-minute', title: 'Une minute sans parler (1:00)',
      says: `Une minute, une Brise que me prête Élivane, aucun mot. ${ON_DIT}. À 0:34, le joint de la portière droite siffle ; on l’entend mieux quand je ralentis.`,
      readings: [{ daysAgo: 7, verdict: 'FOUND' }],
    }],
    reviews: [{ outcome: 'ACCEPT', daysAgo: 6.2, reason: 'On entend le joint dès la première écoute. Numéro de série demandé, merci.', scores: [4, 3, 3] }],
  },
  { mission: 'une-minute', member: 'remi_t', state: 'WITHDRAWN', daysAgo: 5.2, pieces: [] },
  // La période d’avant.
  {
    mission: 'rue-a-trente', member: 'dimitri_w', state: 'ACCEPTED', daysAgo: 39,
    pieces: [
      { kind: 'IMAGE', draw: 'col', alt: 'Une petite voiture bleue devant des montagnes enneigées, sous la neige' },
      { kind: 'TEXT', text: 'Rue de la Krutenau, puis, parce que c’était dimanche, le col. À trente, on voit tout ; au pied du montant gauche, on ne voit **personne**, et c’est toujours là qu’arrive quelqu’un.' },
    ],
    reviews: [{ outcome: 'ACCEPT', daysAgo: 37, reason: 'Le montant est large de 9 centimètres. Celui de la Rive en fera 6.', scores: [4, 3, 2] }],
  },
  {
    mission: 'rue-a-trente', member: 'bastien_lm', state: 'ACCEPTED', daysAgo: 35,
    pieces: [
      { kind: 'IMAGE', draw: 'garage', alt: 'Une voiture claire dans un garage sombre, un néon au plafond, un câble qui pend d’une prise murale' },
      { kind: 'TEXT', text: 'Ma rue, c’est un garage : 400 volts, une araignée, et une prise à 90 centimètres du sol pour une voiture qui la cherche à 70. **Vingt centimètres de câble tordu, tous les soirs.**' },
    ],
    reviews: [
      { outcome: 'CHANGE', daysAgo: 33.6, reason: 'Superbe, mais c’est un garage, et la mission parlait d’une rue. Une phrase sur la rue nous suffirait.', scores: [3, 2, 3] },
      { outcome: 'ACCEPT', daysAgo: 32, reason: 'La rue y est, l’araignée aussi. La hauteur de prise entre dans le cahier des charges.', scores: [4, 3, 3] },
    ],
  },
  {
    mission: 'courses', member: 'agathe_p', state: 'ACCEPTED', daysAgo: 31, lostDaysAgo: 1.8,
    pieces: [{
      kind: 'LINK', channel: 'Blog', url: 'https://trois-gestes.example/courses', title: 'Un mois de courses, et un melon',
      says: 'Le melon roule. Il a roulé seize fois, toujours vers la gauche, jusqu’à ce que je mette les bottes. Deux crochets auraient suffi.',
      readings: [{ daysAgo: 30.9, verdict: 'FOUND' }, { daysAgo: 23.9, verdict: 'FOUND' }, { daysAgo: 1.8, verdict: 'MISSING' }],
    }],
    reviews: [{ outcome: 'ACCEPT', daysAgo: 29.5, reason: 'Les deux crochets sont dessinés. Le melon a désormais un nom en interne.', scores: [4, 3, 2] }],
  },
  {
    mission: 'courses', member: 'gwen_breizh', state: 'ACCEPTED', daysAgo: 28,
    pieces: [{
      kind: 'LINK', channel: 'Blog', url: 'https://douze-kilometres.example/courses', title: 'Faire ses courses sur une île',
      says: `Le bateau a du retard, le poisson non. ${ON_DIT} ; Élivane me prête la voiture. Le bac de coffre ne se vide pas sans outil : tout ce qui coule y reste.`,
      readings: [{ daysAgo: 27.9, verdict: 'FOUND' }, { daysAgo: 20.9, verdict: 'FOUND' }],
    }],
    reviews: [{ outcome: 'ACCEPT', daysAgo: 26.3, reason: 'Un bouchon de vidange, donc. Nous n’avions pas pensé au poisson.', scores: [4, 2, 3] }],
  },
  {
    mission: 'creneau', member: 'solene_k', state: 'ACCEPTED', daysAgo: 33,
    pieces: [{ kind: 'TEXT', text: 'Ma nièce, dix-huit ans, quatre essais sans l’aide, un seul avec. Au cinquième, elle l’a coupée : « Je veux savoir si c’est moi. » **C’était elle.** Gardez donc le bouton pour l’éteindre.' }],
    reviews: [{ outcome: 'ACCEPT', daysAgo: 31.6, reason: 'Le bouton reste. Bravo à elle.', scores: [6, 4] }],
  },
  {
    mission: 'creneau', member: 'youssef_b', state: 'ACCEPTED', daysAgo: 29,
    pieces: [{ kind: 'TEXT', text: 'Un collègue, vingt-cinq créneaux par jour comme moi. L’aide lui fait gagner huit secondes et lui en coûte douze à démarrer. Il l’a désactivée à la troisième visite.' }],
    reviews: [{ outcome: 'ACCEPT', daysAgo: 27.7, reason: 'Douze secondes de démarrage : c’est notre chiffre aussi. Il baisse en mars.', scores: [5, 4] }],
  },
  {
    mission: 'creneau', member: 'clementine_d', state: 'REFUSED', daysAgo: 25,
    pieces: [{ kind: 'TEXT', text: 'Une surveillante, permis de trois semaines, une place devant le gymnase. Avec l’aide : un essai, un sourire. Il pleuvait, trente élèves regardaient, nous en sommes restées là.' }],
    reviews: [{ outcome: 'REFUSE', daysAgo: 23.4, reason: 'La mission comparait deux créneaux, sans l’aide puis avec, et il n’y en a qu’un : nous ne saurons pas ce que l’aide a changé. Les trente élèves sont une excuse que nous comprenons tous.', scores: [2, 4] }],
  },
  {
    mission: 'cafe-dimanche', member: 'clementine_d', state: 'ACCEPTED', daysAgo: 27.3,
    pieces: [{ kind: 'TEXT', text: 'Pas d’autorisation à la mairie, donc la cour du collège, à quarante mètres, portail ouvert, avec l’accord du principal. Dix-neuf personnes, deux cafetières. **Personne n’a regardé le coffre, tout le monde a regardé le prix du pneu.**' }],
    reviews: [{ outcome: 'REFUSE', daysAgo: 25.8, reason: 'Beau récit, mais la mission se passait place de la mairie, et une cour de collège n’est pas une place publique.', scores: [4, 4] }],
    appeal: {
      daysAgo: 23.5,
      text: 'Votre annonce dit que celles et ceux qui avaient déjà installé leur table ont été payés. La mienne l’était, portail ouvert sur la place, parce que la mairie refusait ce que vous n’aviez pas demandé. J’ai déplacé la table de quarante mètres pour rester en règle. Je ne comprends pas que cela coûte la mission.',
      overturned: {
        daysAgo: 20,
        reasons: 'L’annonce promet le paiement à qui avait installé sa table, sans autre condition. La table était dressée, ouverte à tous, et déplacée pour respecter un refus qui tient à la marque et non à l’ambassadrice. Rien dans la consigne n’exclut une cour ouverte sur la place. Le travail est accepté et payé comme les autres.',
      },
    },
  },
  {
    mission: 'cafe-dimanche', member: 'mariam_s', state: 'ACCEPTED', daysAgo: 30,
    pieces: [
      { kind: 'IMAGE', draw: 'demenagement', alt: 'Une voiture jaune moutarde, des cartons empilés contre l’arrière' },
      { kind: 'TEXT', text: 'La mairie nous a fait partir à dix heures, poliment. En une heure : douze personnes assises, sept questions sur le prix, une sur la couleur, et monsieur Lebon, qui a déménagé sa lampe.' },
    ],
    reviews: [{ outcome: 'ACCEPT', daysAgo: 28, reason: 'Une heure et une lampe. La prochaine fois, avec l’autorisation.', scores: [5, 4] }],
  },
];
