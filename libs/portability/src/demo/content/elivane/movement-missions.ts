import type { DemoMission, DemoPeriod } from '../demo-movement.types.js';

export const periods: DemoPeriod[] = [
  { key: 'ville', theme: 'La ville à trente', story: 'Ce qu’on voit à trente kilomètres à l’heure : les gens, les portes, les trous. Un mois pour ralentir et prendre des notes.', startsDaysAgo: 50, endsDaysAgo: 20 },
  { key: 'froid', theme: 'Premiers froids', story: 'Il gèle le matin, la nuit tombe à cinq heures, et c’est maintenant qu’une voiture dit ce qu’elle vaut.', startsDaysAgo: 18, endsDaysAgo: -17 },
];

const essai = [{ criterion: 'Essayé plus d’un jour', points: 4 }, { criterion: 'Dit pour qui ce n’est pas fait', points: 3 }, { criterion: 'Des images ou des chiffres', points: 3 }];
const recit = [{ criterion: 'Dit ce qui ne va pas', points: 4 }, { criterion: 'On s’y voit', points: 3 }, { criterion: 'Nous apprend quelque chose', points: 3 }];
const aide = [{ criterion: 'La personne a pu continuer', points: 6 }, { criterion: 'Sans jargon', points: 4 }];

export const missions: DemoMission[] = [
  {
    key: 'cinq-matins', period: 'froid', kind: 'REVIEW', state: 'PUBLISHED', title: 'Cinq matins au-dessous de zéro',
    brief: `Cinq matins de gel, la voiture dehors. Notez ce que l’écran annonce avant de partir, ce qu’il reste à l’arrivée, et **la minute où la vitre arrière redevient une vitre**.

Publiez-les comme ils sont, sans moyenne si la moyenne cache le pire. Ce que vous en pensez ne change rien à la récompense.`,
    audience: 'Qui dort au froid, sa voiture aussi.', places: 8, opensDaysAgo: 18, closesDaysAgo: -12, evidence: ['LINK'], tracked: true,
    rubric: essai, points: 160, budget: 'saison', perk: 'raclette', joined: ['dimitri_w'],
  },
  {
    key: 'la-nuit', period: 'froid', kind: 'CREATE', state: 'PUBLISHED', title: 'Rentrer de nuit',
    brief: `Une image et quelques lignes : un retour, un vrai, quand il fait nuit à cinq heures. Ce qu’on voit, ce qu’on ne voit plus, ce que la voiture éclaire pour rien.

Si nos phares gênent quelqu’un, photographiez-le.`,
    audience: 'Celles et ceux qui rentrent tard.', places: 12, opensDaysAgo: 17, closesDaysAgo: -13, evidence: ['TEXT', 'IMAGE'],
    rubric: recit, points: 120, budget: 'saison', joined: ['youssef_b', 'mariam_s'],
  },
  {
    key: 'premiere-borne', period: 'froid', kind: 'HELP', state: 'PUBLISHED', title: 'La première borne de quelqu’un',
    brief: `Accompagnez une personne qui n’a jamais branché de voiture. Ne touchez ni au câble ni à l’écran. Dites-nous à quel mot elle s’est arrêtée.

Si la borne est en panne, c’est une réponse aussi.`,
    audience: 'Les patients.', opensDaysAgo: 16, closesDaysAgo: -14, evidence: ['TEXT'],
    rubric: aide, points: 70, budget: 'saison', joined: ['sandrine_v', 'bastien_lm'],
  },
  {
    key: 'tous-dehors', period: 'froid', kind: 'RALLY', state: 'PUBLISHED', title: 'Tout le monde mesure, à la même heure',
    brief: `Samedi, pendant une heure, chacune et chacun relève **le même chiffre au même moment** : l’autonomie affichée et la température dehors. Une photo du tableau de bord suffit.

Le compteur de cette page montre où nous en sommes. Le lendemain, la carte est à tout le monde.`,
    audience: 'Toute personne qui a un tableau de bord.', opensDaysAgo: 8, closesDaysAgo: -12, rally: { weekday: 6, hour: 17 }, evidence: ['IMAGE'],
    rubric: [], points: 40, budget: 'saison', joined: ['capucine_r', 'bastien_lm', 'youssef_b', 'solene_k', 'lucie_amp', 'clementine_d', 'dimitri_w', 'remi_t'],
  },
  {
    key: 'parking-ouvert', period: 'froid', kind: 'EVENT', state: 'PUBLISHED', title: 'Un parking ouvert, un après-midi',
    brief: `Trois places, un samedi, du café. On laisse les gens s’asseoir, ouvrir, fermer, poser les questions qu’ils n’osent pas poser en concession.

Racontez qui est venu, ce qu’ils ont touché en premier, et la question à laquelle vous n’avez pas su répondre.`,
    audience: 'Une rue, une cour, un parking d’école.', places: 4, opensDaysAgo: 15, closesDaysAgo: -15, evidence: ['TEXT', 'LINK'],
    rubric: [{ criterion: 'Des gens qui ne nous connaissaient pas', points: 5 }, { criterion: 'La question sans réponse', points: 5 }], points: 220, budget: 'saison', perk: 'malle', joined: ['mariam_s'],
  },
  {
    key: 'pompe-a-chaleur', period: 'froid', kind: 'REVIEW', state: 'PUBLISHED', title: 'Pompe à chaleur : avec, sans',
    brief: `Le même trajet, deux matins de suite, à deux degrés près : l’un avec la pompe, l’autre sans. Donnez les deux consommations et **ce que vous portiez**.

Si l’écart est nul, dites qu’il est nul.`,
    audience: 'Qui refait volontiers deux fois la même chose.', places: 10, opensDaysAgo: 13, closesDaysAgo: -11, evidence: ['TEXT'],
    rubric: essai, points: 90, budget: 'saison', joined: ['dimitri_w'],
  },
  {
    key: 'une-minute', period: 'froid', kind: 'CREATE', state: 'PUBLISHED', title: 'Une minute sans parler',
    brief: `Une minute de vidéo, sans un mot et sans musique : ce que la voiture fait comme bruit, dehors, dedans, à l’arrêt, au démarrage.

On garde les essuie-glaces.`,
    audience: 'Une oreille et un téléphone.', places: 6, opensDaysAgo: 11, closesDaysAgo: -17, evidence: ['LINK'], tracked: true,
    rubric: recit, points: 180, budget: 'saison', joined: ['solene_k'],
  },
  {
    key: 'copro', period: 'froid', kind: 'HELP', state: 'DRAFT', title: 'Faire voter une prise en assemblée générale',
    brief: 'Accompagner une copropriété jusqu’au vote, dire ce qui a fait pencher. À publier quand le guide est relu.',
    audience: '', places: 6, opensDaysAgo: -9, closesDaysAgo: -40, evidence: ['TEXT'], rubric: aide, points: 200, budget: 'saison', joined: [],
  },
  {
    key: 'rue-a-trente', period: 'ville', kind: 'CREATE', state: 'PUBLISHED', title: 'Votre rue, vue de la voiture',
    brief: 'Une image et dix lignes : ce qu’on voit de votre rue à trente à l’heure, et ce que le montant du pare-brise vous cache.',
    audience: 'Les riverains.', places: 10, opensDaysAgo: 50, closesDaysAgo: 20, evidence: ['TEXT', 'IMAGE'], rubric: recit, points: 120, budget: 'saison', joined: ['remi_t'],
  },
  {
    key: 'courses', period: 'ville', kind: 'REVIEW', state: 'PUBLISHED', title: 'Un mois de courses, coffre compris',
    brief: 'Un mois de vraies courses. Dites ce qui a versé, ce qui n’est pas entré, et ce que vous avez fini par mettre devant.',
    audience: 'Celles et ceux qui portent.', places: 8, opensDaysAgo: 49, closesDaysAgo: 20, evidence: ['LINK'], tracked: true, rubric: essai, points: 160, budget: 'saison', joined: [],
  },
  {
    key: 'creneau', period: 'ville', kind: 'HELP', state: 'PUBLISHED', title: 'Apprendre un créneau à quelqu’un',
    brief: 'Une personne, une place trop petite, une heure. Sans l’aide au stationnement, puis avec.',
    audience: 'Les calmes.', opensDaysAgo: 48, closesDaysAgo: 20, evidence: ['TEXT'], rubric: aide, points: 80, budget: 'saison', joined: [],
  },
  {
    key: 'cafe-dimanche', period: 'ville', kind: 'EVENT', state: 'CLOSED', title: 'Café du dimanche, place de la mairie',
    brief: 'Une table, un thermos, une voiture ouverte, qui veut s’asseoir s’assoit.', audience: 'Les lève-tôt.', places: 4, opensDaysAgo: 47, closesDaysAgo: 23, evidence: ['TEXT', 'IMAGE'],
    rubric: aide, points: 150, budget: 'saison', joined: [], closed: { daysAgo: 26, notice: 'Trois mairies ont demandé une autorisation que nous n’avions pas. Celles et ceux qui avaient déjà installé leur table ont été payés ; nous recommencerons au printemps, en règle.' },
  },
];
