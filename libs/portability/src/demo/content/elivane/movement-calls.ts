import type { DemoCall } from '../demo-movement.types.js';
import { joint } from './movement-calls-short.js';

const questions: DemoCall['questions'] = [
  { kind: 'TEXT', text: 'Racontez un trajet que vous faites toutes les semaines. Où la voiture vous gêne-t-elle ?', help: 'Un trajet vrai, avec ses côtes et ses créneaux. Pas besoin de belle plume.', required: true, audience: 'PANEL' },
  { kind: 'TEXT', text: 'Quel reproche nous feriez-vous devant tout le monde ?', help: 'C’est la réponse que nous lisons en premier.', required: true, audience: 'PANEL' },
  { kind: 'CHOICE', text: 'Où dormira la voiture ?', choices: ['Garage avec prise', 'Parking sans prise', 'Dans la rue'], required: true, audience: 'PANEL' },
  { kind: 'LINK', text: 'Un endroit où l’on peut vous lire, vous voir ou vous entendre', required: false, audience: 'PANEL' },
];
const [GARAGE, PARKING, RUE] = questions[2]!.choices as [string, string, string];

const criteria = [
  { label: 'Dit ce qui ne va pas', weight: 3 },
  { label: 'Un usage que nous connaissons mal', weight: 2 },
  { label: 'Sait raconter', weight: 1 },
];

/** Ouvert : un jury lit sans les noms. */
const printemps: DemoCall = {
  key: 'printemps',
  title: 'Six mois, dix Rive, dix vies ordinaires',
  story: `Nous prêtons dix **Rive** de série, de janvier à juin, à dix personnes qui en feront ce qu’elles font d’une voiture : l’école, le marché, la garde de nuit, la contrebasse du jeudi.

## Ce que vous ferez

Chaque mois a son thème et une poignée de missions : un relevé, un récit, une panne racontée, un coup de main à quelqu’un qui hésite. Vous prenez celles qui vous plaisent. On ne compte pas.

## Ce que nous ne cherchons pas

Des compliments. Les douze du printemps dernier nous ont signalé **trente-sept défauts**, dont un que nous jurions impossible (il ne l’était pas, demandez à Bastien). L’essai intitulé « Une excellente voiture pour quelqu’un d’autre » a été payé comme les autres.

## Qui choisit

Un jury de cinq : deux personnes de la maison, trois anciens ambassadeurs. Il lit **sans nom, sans photo, sans lien** ; il note sur trois critères, et vous verrez le calcul. Chacun reçoit une réponse motivée.`,
  perks: `Une Rive de série pendant six mois, assurance et recharge publique comprises
Une journée au bureau d’études, voyage payé
Votre nom dans les notes de version de ce que vous aurez fait changer`,
  receives: 'Une Rive prêtée six mois, assurance et recharge comprises, et une journée au bureau d’études.',
  seats: 10, selection: 'PANEL', blind: true, termMonths: 6,
  opensDaysAgo: 18, closesDaysAgo: -8,
  leastLevel: 'NEWCOMER', leastIdentity: 'CONFIRMED', leastAge: 19, regions: ['FR', 'BE', 'CH', 'LU'],
  questions, criteria, reviewers: ['mamie_volt', 'oncle_paul', 'prof_joule'],
  extended: { daysAgo: 4, notice: 'Deux fautes dans le formulaire ont fait perdre des réponses pendant une matinée. Nous rendons une semaine à tout le monde.' },
  seen: 287,
  applications: [
    {
      member: 'mehdi_s', state: 'SUBMITTED', daysAgo: 17.1, country: 'FR',
      answers: [
        'Trente colis entre la Joliette et Castellane, six jours sur sept. Ce qui me gêne : la portière arrière, qu’on ouvre cent vingt fois par jour et qui réclame deux gestes.',
        'Votre coffre annonce 320 litres. Un colis de 320 litres n’y entre pas, un colis n’est pas de l’eau.', RUE, 'https://zone30.example/',
      ],
      reach: [{ channel: 'Vidéo', url: 'https://video.example/zone30', followers: 5_300 }],
      marks: { BRAND: [5, 5, 4], mamie_volt: [5, 4, 4], prof_joule: [4, 5, 3] },
    },
    {
      member: 'leonie_f', state: 'SUBMITTED', daysAgo: 16.3, country: 'FR',
      answers: [
        'Nantes–Clisson, deux fois par semaine, le fauteuil derrière moi. Je mets quatre minutes à le charger et votre hayon se referme tout seul au bout de trois.',
        'Vous montrez la voiture avec un vélo sur le toit, jamais avec un fauteuil dedans. Il y entre, pourtant, je l’ai fait.', PARKING, '',
      ],
      marks: { BRAND: [5, 5, 5], mamie_volt: [5, 5, 4], oncle_paul: [4, 5, 5] },
    },
    {
      member: 'octave_l', state: 'SUBMITTED', daysAgo: 15.8, country: 'FR',
      answers: [
        'Le jeudi, une contrebasse et moi, de Pantin à Créteil. Le siège passager se couche à cent soixante degrés ; il m’en manque vingt, et c’est le pavillon qui dépasse.',
        'Le bruit à 50. À 30 c’est parfait, à 70 c’est parfait. À 50 la voiture fait un la bémol, et je suis le seul à qui cela gâche la vie.', RUE, 'https://basse-continue.example/',
      ],
      reach: [{ channel: 'Blog', url: 'https://basse-continue.example/', followers: 410 }],
      marks: { BRAND: [5, 4, 5], prof_joule: [5, 4, 5], oncle_paul: [3, 3, 5] },
    },
    {
      member: 'garage_mado', state: 'SUBMITTED', daysAgo: 14.4, country: 'FR', nominatedBy: 'rouleurs-d-hiver',
      answers: [
        'L’atelier, la déchetterie, ma mère. Aucun de ces trois trajets ne dépasse onze kilomètres, et aucun n’est plat. Ce qui me gêne : la prise derrière l’aile, quand on a des gants.',
        'Le prix de la main-d’œuvre que vous affichez pour le pare-brise. Je le fais pour la moitié et je gagne ma vie.', GARAGE, 'https://garage-mado.example/',
      ],
      marks: { BRAND: [5, 4, 4], prof_joule: [5, 4, 4] },
      conflict: { by: 'oncle_paul', reason: 'Madeleine répare ma voiture, et nous déjeunons ensemble le samedi.' },
    },
    {
      member: 'kenza_o', state: 'SUBMITTED', daysAgo: 12.6, country: 'FR',
      answers: [
        'Onze foyers, deux voitures, un tableur. La semaine dernière : 61 trajets, 9 conducteurs. Ce qui nous gêne : le siège, que tout le monde remonte à la main à chaque fois.',
        'Vous vendez à une famille. Nous sommes onze, et votre application n’en connaît qu’une.', RUE, 'https://onze-foyers.example/',
      ],
      marks: { BRAND: [4, 5, 4], mamie_volt: [4, 5, 4] },
    },
    {
      member: 'jean_no', state: 'SUBMITTED', daysAgo: 11.9, country: 'FR',
      answers: [
        'Saint-Denis–Cilaos : quatre cents virages, mille mètres, trente-quatre degrés. Au virage deux cents, la ventilation couvre la radio.',
        'Vous testez par moins dix-huit en Laponie. Venez par trente-quatre à la Réunion, il y a du sel et il y a du monde.', PARKING, '',
      ],
      marks: { BRAND: [5, 4, 4], prof_joule: [5, 5, 4] },
    },
    {
      member: 'thibault_c', state: 'SUBMITTED', daysAgo: 10.2, country: 'FR',
      answers: [
        'La crèche, deux fois par jour, deux jumeaux, une poussette double. Elle entre si l’on retire les roues. On retire donc les roues, deux fois par jour.',
        'Deux attaches Isofix et un seul enfant possible entre les deux portes. J’ai mesuré, il manque trois centimètres.', RUE, '',
      ],
      marks: { BRAND: [4, 3, 3] },
    },
    {
      member: 'ngoc_anh', state: 'SUBMITTED', daysAgo: 8.7, country: 'FR',
      answers: [
        'Roubaix–Lille avec des rouleaux de tissu, qui sont longs, et un siège qui boulochait au bout de quatre mois. Je sais pourquoi, je peux vous montrer le fil.',
        'Votre tissu « recyclé » l’est à 34 %. C’est écrit en tout petit, alors je le dis en grand.', PARKING, 'https://le-fil.example/',
      ],
    },
    {
      member: 'ulysse_g', state: 'SUBMITTED', daysAgo: 6.5, country: 'FR',
      answers: [
        'La fac, avec la voiture de ma grand-mère, qui regarde le kilométrage. Dix-neuf ans, permis tout neuf : l’aide au créneau me fait confiance avant que je le mérite.',
        'Le tarif « jeune conducteur » commence à vingt et un ans. Nous sommes jeunes plus tôt que ça.', RUE, '',
      ],
    },
    {
      member: 'flora_m', state: 'SUBMITTED', daysAgo: 4.8, country: 'FR',
      answers: [
        'Nice, le Vieux-Port, créneau de nuit contre un mur. Les capteurs crient pour le mur, pour le trottoir, pour la pluie et pour un pigeon.',
        'On ne peut pas faire taire le pigeon sans faire taire le mur.', RUE, '',
      ],
    },
    {
      member: 'rose_t', state: 'SUBMITTED', daysAgo: 2.9, country: 'BE',
      answers: [
        'Liège–Namur, et un tableur où je note tout : 15,2 kWh en moyenne, 19,7 les matins de pluie. Le compteur dit 14,1. Il est optimiste, je le suis moins.',
        'Le compteur.', GARAGE, 'https://au-kilometre.example/',
      ],
    },
    {
      member: 'violette_a', state: 'SUBMITTED', daysAgo: 1.2, country: 'FR',
      answers: [
        'Les devantures, à l’aube, avec l’échelle. L’échelle dépasse de quarante centimètres, je lui ai cousu un drapeau.',
        'Votre « rouge brique » n’est pas rouge brique. Je peins des briques, je peux le prouver.', RUE, '',
      ],
    },
    { member: 'marco_ttl', state: 'WITHDRAWN', daysAgo: 9, country: 'FR', answers: ['Menton, pare-chocs.', 'Vos pare-chocs.', GARAGE, ''] },
    { member: 'robin', state: 'DRAFT', daysAgo: 0.8, country: 'FR', answers: ['La gare tous les vendredis soir, avec un vélo pliant, un chat et', '', '', ''] },
  ],
};

/** Décidé : celles et ceux qui roulent en ce moment. */
const douze: DemoCall = {
  key: 'douze',
  title: 'Douze personnes pour essayer la Brise sans nous ménager',
  story: `La Brise a un an. Nous en avons prêté douze, neuf mois, à des gens qui ne nous devaient rien.

Deux cents ont regardé, **trente-trois** ont écrit. Le jury a lu sans les noms et répondu à chacune et à chacun.`,
  perks: 'Une Brise pendant neuf mois, assurance comprise\nLa recharge publique, dans la limite du raisonnable\nVotre nom dans les notes de version',
  receives: 'Une Brise prêtée neuf mois, assurance et recharge publique comprises.',
  seats: 12, selection: 'PANEL', blind: true, termMonths: 9,
  opensDaysAgo: 146, closesDaysAgo: 124,
  leastLevel: 'FAN', leastIdentity: 'CONFIRMED', leastAge: 19, regions: ['FR', 'BE', 'CH', 'LU'],
  questions: [
    { kind: 'TEXT', text: 'Qu’iriez-vous vérifier en premier, et à qui le diriez-vous ?', required: true, audience: 'PANEL' },
    { kind: 'LINK', text: 'Où peut-on vous lire ?', required: false, audience: 'PANEL' },
  ],
  criteria, reviewers: ['prof_joule', 'mamie_volt'], seen: 211,
  applications: [
    ...([
      ['capucine_r', 'L’autonomie entre Annecy et Lyon, par moins six, avec le chauffage que vous n’allumez jamais. Je le dirais à celles qui font la route.', [5, 5, 4], 'Vos relevés ont déjà corrigé les nôtres. Continuez avec notre voiture.'],
      ['bastien_lm', 'La prise. Tout le reste découle de la prise. Je le dirais à mes clients, qui me le demandent.', [5, 4, 4], 'Un électricien qui lit nos câbles mieux que nous : bienvenue.'],
      ['youssef_b', 'Vingt-cinq démarrages par jour, et ce que la porte devient au dix millième.', [5, 5, 3], 'Personne ne teste une porte comme vous. Nous voulons lire la suite.'],
      ['solene_k', 'Ce que voit un cycliste quand vous clignotez. Je le dirais aux cyclistes.', [4, 5, 4], 'Une voix que nous n’avions pas : à vélo cinq jours sur sept.'],
      ['lucie_amp', 'Le compteur d’énergie. J’ai les appareils pour cela, et un nom qui m’y oblige.', [5, 4, 4], 'Votre nom vous y oblige, votre méthode nous rassure.'],
      ['sandrine_v', 'Trois sièges auto, trois enfants, une sieste. Je le dirais à toute la crèche.', [4, 5, 4], 'Trois enfants entre deux portes : nous avons hâte, et peur.'],
      ['mariam_s', 'La recharge en copropriété : soixante-quatre lots, trois prises. Je le dirais à l’assemblée générale.', [5, 5, 3], 'Vous connaissez notre vrai problème mieux que nous.'],
      ['remi_t', 'Les notes de version. Toutes.', [4, 4, 4], 'Nous avons relu nos propres notes de version à cause de vous.'],
      ['clementine_d', 'Les montées de Grenoble, douze sacs de ballons et trente élèves qui posent des questions.', [4, 5, 5], 'Trente élèves qui posent des questions valent trente bancs d’essai.'],
    ] as const).map(([member, answer, marks, reason], at) => ({
      member, state: 'SELECTED' as const, daysAgo: 144 - at * 1.8, country: 'FR', answers: [answer, ''],
      marks: { BRAND: marks, mamie_volt: marks.map((mark) => Math.max(mark - (at % 2), 2)) },
      decisions: [{ state: 'SELECTED' as const, daysAgo: 118, reason }],
      term: { state: 'ACTIVE' as const, offeredDaysAgo: 118, acceptedDaysAgo: 115 - at * 0.6, agreement: 2 },
    })),
    {
      member: 'hugo_nuit', state: 'SELECTED', daysAgo: 137, country: 'FR', answers: ['Si elle me réveille, je vous le dirai à quatre heures du matin.', ''], marks: { BRAND: [4, 5, 4] },
      decisions: [{ state: 'SELECTED', daysAgo: 118, reason: 'À quatre heures du matin, personne d’autre ne nous le dira.' }], seatLeftDaysAgo: 113,
      term: { state: 'LAPSED', offeredDaysAgo: 118, endedDaysAgo: 113 },
    },
    {
      member: 'gwen_breizh', state: 'SELECTED', daysAgo: 135, country: 'FR', answers: ['Douze kilomètres de route en tout, et le sel dessus. On verra qui gagne.', ''], marks: { BRAND: [5, 4, 3], mamie_volt: [4, 4, 4] },
      decisions: [{ state: 'SELECTED', daysAgo: 118, reason: 'Une île est un banc d’essai dont on ne s’échappe pas.' }], seatLeftDaysAgo: 5,
      term: { state: 'RESIGNED', offeredDaysAgo: 118, acceptedDaysAgo: 112, endedDaysAgo: 5, agreement: 2 },
    },
    {
      member: 'agathe_p', state: 'SELECTED', daysAgo: 133, country: 'FR', answers: ['Les menus. Je compterais les gestes et je publierais le compte.', ''], marks: { BRAND: [5, 4, 3] },
      decisions: [
        { state: 'WAITING', daysAgo: 118, reason: 'Votre compte nous intéresse ; il nous manquait la route. Première sur la liste.' },
        { state: 'SELECTED', daysAgo: 113, reason: 'Une place s’est libérée et vous étiez en tête de la liste d’attente.', byNobody: true },
      ],
      term: { state: 'ACTIVE', offeredDaysAgo: 113, acceptedDaysAgo: 112, agreement: 2 },
    },
    {
      member: 'sylvain_q', state: 'SELECTED', daysAgo: 128, country: 'FR', answers: ['Le coût au kilomètre, entretien compris, comme pour les onze voitures dont j’ai la charge à la mairie.', ''], marks: { BRAND: [4, 5, 3], prof_joule: [5, 4, 3] },
      decisions: [{ state: 'SELECTED', daysAgo: 118, reason: 'Un usage que nous connaissons mal, et quelqu’un qui compte.' }], seatLeftDaysAgo: 66,
      term: {
        state: 'REVOKED', offeredDaysAgo: 118, acceptedDaysAgo: 116, endedDaysAgo: 66, agreement: 2,
        revocation: {
          clause: '« Quand vous parlez de nous en public, vous dites au même endroit et dans la même langue que vous êtes notre ambassadrice ou notre ambassadeur, et que la voiture est prêtée. »',
          facts: `Trois messages en onze jours, sur un forum où des communes se conseillent leurs achats, recommandent la Brise sans dire que nous vous la prêtons. Nous vous avons demandé de le préciser après le premier, puis après le deuxième. Vous avez répondu que « tout le monde le sait ».

Le troisième est cité ci-dessous. Nous ne vous reprochons pas d’y dire du bien de la voiture, pas plus que nous ne vous reprocherions d’en dire du mal.`,
          passage: '« La Brise, sans hésiter. C’est celle que j’ai choisie, et je n’ai rien à y gagner. »',
          appeal: {
            daysAgo: 61,
            text: 'Je pensais ce que j’ai écrit et je le pense encore. Mon profil ici porte la mention « ambassadeur », tout le monde peut la lire. Un oubli sur un forum ne fait pas de moi un vendeur.',
            upheld: {
              daysAgo: 57,
              reasons: `J’ai lu les trois messages, les deux demandes et vos réponses. Personne ne met en doute que vous pensiez ce que vous écrivez.

L’accord dit « au même endroit », et précise que la mention du profil ne suffit pas. Sur ce forum, des communes engagent de l’argent public : « je n’ai rien à y gagner » y était inexact, et vous aviez été prévenu deux fois. La révocation est maintenue. Vos points, vos textes et le mérite vous restent.`,
            },
          },
        },
      },
    },
    {
      member: 'dimitri_w', state: 'SELECTED', daysAgo: 127.8, country: 'FR', answers: ['Moins douze au thermomètre, pas de garage, et le matin de départ.', ''], marks: { BRAND: [4, 4, 3], mamie_volt: [4, 3, 3] },
      decisions: [
        { state: 'WAITING', daysAgo: 118, reason: 'Le froid sans garage nous manquait ; il nous manquait aussi une place. Deuxième sur la liste.' },
        { state: 'SELECTED', daysAgo: 66, reason: 'Une place s’est libérée et vous étiez en tête de la liste d’attente.', byNobody: true },
      ],
      term: { state: 'ACTIVE', offeredDaysAgo: 66, acceptedDaysAgo: 65.2, agreement: 2 },
    },
    {
      member: 'aurore_n', state: 'SELECTED', daysAgo: 131, country: 'FR', answers: ['Les angles morts, le soir, au crayon.', ''], marks: { BRAND: [4, 4, 4] },
      decisions: [
        { state: 'WAITING', daysAgo: 118, reason: 'Le crayon nous a convaincus, et il y avait douze places. Troisième sur la liste.' },
        { state: 'SELECTED', daysAgo: 5, reason: 'Une place s’est libérée et vous étiez en tête de la liste d’attente.', byNobody: true },
      ],
      term: { state: 'OFFERED', offeredDaysAgo: 5 },
    },
    {
      member: 'bernard_h', state: 'WAITING', daysAgo: 129, country: 'FR', answers: ['Les petites lignes du prêt.', ''], marks: { BRAND: [4, 3, 3] }, waitingPlace: 4,
      decisions: [{ state: 'WAITING', daysAgo: 118, reason: 'Les petites lignes comptent, et le jury voulait aussi des kilomètres. Quatrième sur la liste.' }],
    },
    {
      member: 'tchoupi_du_13', state: 'DECLINED', daysAgo: 127, country: 'FR', answers: ['Je ne sais pas encore, je verrai sur place.', ''], marks: { BRAND: [1, 2, 1] },
      decisions: [{ state: 'DECLINED', daysAgo: 118, reason: 'Nous cherchions un trajet et un défaut ; nous avons lu une promesse. Revenez dans quatre-vingt-dix jours, avec un trajet.' }],
    },
  ],
  declined: {
    count: 16,
    reasons: [
      'Douze places et trente-trois demandes : la vôtre était proche. La prochaine fois, dites-nous le défaut avant la qualité.',
      'Vous connaissez bien la Brise, et pas encore ce qu’elle vous coûte. C’est cela que nous lisons d’abord.',
      'Vous n’auriez pas le temps cette saison, vous l’écrivez vous-même. Merci de l’avoir écrit.',
      'Il nous manquait un usage : où, quand, avec qui dans la voiture.',
    ],
    answers: [
      ['Je regarderais la suspension et je la comparerais à celle de mon ancienne voiture.', ''],
      ['L’autonomie, évidemment, et je le dirais à mon beau-frère qui n’y croit pas.', ''],
      ['Je ne suis pas mécanicienne, mais je conduis beaucoup la nuit.', ''],
      ['Tout, méthodiquement, comme au travail.', ''],
    ],
  },
};

/** Le premier appel, il y a un an : quatre alumni. */
const quatre: DemoCall = {
  key: 'quatre',
  title: 'Quatre essayeurs, et aucune question de notre part',
  story: 'Un essai : quatre personnes, quatre voitures, six mois. Une seule règle, dire que nous vous prêtons la voiture.',
  perks: 'Une Brise pendant six mois',
  receives: 'Une Brise prêtée six mois.',
  seats: 4, selection: 'PANEL', blind: false, termMonths: 6,
  opensDaysAgo: 289, closesDaysAgo: 275,
  leastLevel: 'NEWCOMER', leastIdentity: 'CONFIRMED', leastAge: 21, regions: ['FR'],
  questions: [{ kind: 'TEXT', text: 'Pourquoi vous croirait-on ?', required: true, audience: 'PANEL' }],
  criteria: [{ label: 'Dit ce qui ne va pas', weight: 1 }], reviewers: [], seen: 58,
  applications: ([
    ['oncle_paul', 'Parce que je n’ai jamais dit du bien d’une voiture sans m’en excuser ensuite.', 'Nous vous croyons déjà.'],
    ['garage_mado', 'Parce que je démonte ce que vous vendez.', 'C’est la meilleure raison que nous ayons lue.'],
    ['prof_joule', 'Ne me croyez pas : mesurez, je vous dirai comment.', 'Nous mesurerons avec vous.'],
    ['mamie_volt', 'À 78 ans, on n’a plus le temps de faire plaisir.', 'Alors ne perdons pas de temps.'],
  ] as const).map(([member, answer, reason], at) => ({
    member, state: 'SELECTED' as const, daysAgo: 284 - at * 2, country: 'FR', answers: [answer], marks: { BRAND: [5 - (at % 2)] },
    decisions: [{ state: 'SELECTED' as const, daysAgo: 270, reason }],
    term: { state: 'ENDED' as const, offeredDaysAgo: 270, acceptedDaysAgo: 266 - at, endedDaysAgo: 84 - at, agreement: 1 },
  })),
  declined: { count: 6, reasons: ['Quatre places seulement. L’appel suivant viendra plus vite que vous ne pensez.'], answers: [['Demandez à ma famille.'], ['Je roule beaucoup.']] },
};

export const calls = [printemps, joint, douze, quatre];
