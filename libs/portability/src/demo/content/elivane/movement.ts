import type { DemoMovement } from '../demo-movement.types.js';
import { calls } from './movement-calls.js';
import { entries } from './movement-entries.js';
import { missions, periods } from './movement-missions.js';

const premier = `# Ce dont nous convenons

**Ce que vous recevez.** Une Brise, six mois.

**Ce que vous dites.** Ce que vous constatez. Dites chaque fois que nous vous prêtons la voiture.

**Comment cela finit.** Au bout de six mois, ou quand vous voulez.`;

const second = `# Ce dont nous convenons

**Ce que vous recevez.** Ce qu’indique votre profil, le temps du mandat. Un travail honnête est payé, qu’il nous soit favorable ou non.

**Ce que vous décidez.** Les missions que vous prenez, et ce que vous en pensez. Ce que vous créez reste à vous ; nous pouvons le montrer ici, tel quel, sous votre nom.

**Ce que vous faites toujours.** Quand vous parlez de nous en public, vous dites au même endroit et dans la même langue que vous êtes notre ambassadrice ou notre ambassadeur, et que la voiture est prêtée. La mention sur votre profil ne suffit pas. Vous n’achetez ni abonnés, ni votes, ni mentions « j’aime ».

**Ce que nous ne demandons jamais.** Un avis favorable, le silence sur un défaut, une note. Si l’un de nous vous le demande, dites-le à la modération, qui ne travaille pas pour nous.

**La voiture.** Vous la rendez comme une voiture qui a servi. Les rayures jusqu’à 300 € sont pour nous, les amendes sont pour vous.

**Ce que nous voyons.** Votre candidature, vos missions, ce que vous remettez, et le nombre de personnes qu’amènent vos liens. Ni vos trajets, ni vos messages, ni qui vous lit.

**Comment cela finit.** À la date prévue, ou quand vous le dites, aussitôt et sans motif : vos points, vos textes et le mérite vous restent. Nous ne pouvons y mettre fin plus tôt que si cet accord n’est pas tenu ; vous lisez alors quel passage, ce qui s’est passé, où, et en cas de désaccord c’est la modération qui tranche.`;

/** Les ambassadrices et ambassadeurs d’Élivane : ce qu’on leur a demandé, ce qu’ils ont fait, ce que cela leur a valu. */
export const movement: DemoMovement = {
  agreements: [{ daysAgo: 290, text: premier }, { daysAgo: 155, text: second }],
  calls,
  budgets: [
    { key: 'saison', name: 'Missions d’automne et d’hiver', funds: [{ points: 6_500, daysAgo: 55, reason: 'Deux périodes de missions' }, { points: 1_200, daysAgo: 6, reason: 'La pompe à chaleur a eu plus de succès que prévu' }] },
    { key: 'colis', name: 'Colis de remerciement', funds: [{ points: 400, daysAgo: 55, reason: 'Frais d’envoi' }] },
  ],
  perks: [
    { key: 'gants', budget: 'colis', title: 'Des gants qui branchent', description: 'En laine, avec deux doigts conducteurs : on ouvre la trappe et on touche l’écran sans les enlever.', cost: 150, stock: 18, daysAgo: 48 },
    { key: 'journee', budget: 'colis', title: 'Une journée à la soufflerie', description: 'Avec l’équipe, à Lyon, train payé. Apportez un défaut, on le regarde dans le vent.', cost: 700, stock: 2, daysAgo: 48 },
    { key: 'raclette', budget: 'colis', title: 'Une raclette à givre en buis', description: 'Tournée dans le Jura. Elle ne raye pas, nous avons essayé.', cost: null, stock: 20, daysAgo: 20 },
    { key: 'malle', budget: 'colis', title: 'La malle du parking ouvert', description: 'Panneau, tapis, thermos de cinq litres, trente gobelets. Elle reste chez vous.', cost: null, stock: 5, daysAgo: 20 },
  ],
  periods,
  disclosures: [
    { channel: 'Blog', language: 'fr', words: ['prêtée par Élivane', 'Élivane me prête', '#AmbassadeurÉlivane', 'ambassadrice d’Élivane'] },
    { channel: 'Vidéo', language: 'fr', words: ['que me prête Élivane', '#AmbassadeurÉlivane'] },
    { channel: 'Photos', language: 'fr', words: ['#AmbassadeurÉlivane', 'Élivane me prête'] },
    { channel: 'Blog', language: 'en', words: ['on loan from Élivane', '#ElivaneAmbassador'] },
  ],
  missions,
  entries,
  redemptions: [
    { member: 'solene_k', perk: 'gants', daysAgo: 5, state: 'SENT', note: 'Colis 6A 115 044', changedDaysAgo: 2 },
    { member: 'youssef_b', perk: 'gants', daysAgo: 4, state: 'OWED', changedDaysAgo: 4 },
    { member: 'mariam_s', perk: 'gants', daysAgo: 8, state: 'RECEIVED', changedDaysAgo: 3 },
    { member: 'lucie_amp', perk: 'gants', daysAgo: 4.5, state: 'RETURNED', note: 'Revenus : la boîte aux lettres porte l’autre nom. De nouveau en stock, écrivez-nous.', changedDaysAgo: 1.2 },
    { member: 'clementine_d', perk: 'gants', daysAgo: 1.5, state: 'OWED', changedDaysAgo: 1.5 },
  ],
  links: [
    { mission: 'cinq-matins', member: 'capucine_r', channel: 'Blog', daysAgo: 11.3, best: 176 },
    { mission: 'cinq-matins', member: 'lucie_amp', channel: 'Blog', daysAgo: 8.4, best: 91 },
    { mission: 'cinq-matins', member: 'bastien_lm', channel: 'Blog', daysAgo: 9.6, best: 244 },
    { mission: 'une-minute', member: 'clementine_d', channel: 'Vidéo', daysAgo: 7.1, best: 361 },
    { mission: 'une-minute', member: 'solene_k', channel: 'Vidéo', daysAgo: 2.7, best: 47 },
    { mission: 'parking-ouvert', member: 'sandrine_v', channel: 'Photos', daysAgo: 6.7, best: 58 },
    { mission: 'courses', member: 'agathe_p', channel: 'Blog', daysAgo: 31, best: 132 },
    { mission: 'courses', member: 'gwen_breizh', channel: 'Blog', daysAgo: 28, best: 207 },
  ],
  feeds: [
    {
      member: 'clementine_d', url: 'https://eps-grenoble.example/fil.xml', title: 'Montées, descentes, ballons',
      items: [
        { title: 'Chamrousse, deux mardis de suite', url: 'https://eps-grenoble.example/chamrousse', daysAgo: 4.7 },
        { title: 'Combien de ballons dans une Brise ? (41)', url: 'https://eps-grenoble.example/ballons', daysAgo: 16 },
      ],
    },
    {
      member: 'capucine_r', url: 'https://lyon-sans-parking.example/atom', title: 'Lyon sans parking',
      items: [
        { title: 'La rue de neuf minutes', url: 'https://lyon-sans-parking.example/neuf-minutes', daysAgo: 3.1 },
        { title: 'Ce que coûte une place qu’on ne trouve pas', url: 'https://lyon-sans-parking.example/place', daysAgo: 21 },
      ],
    },
    {
      member: 'remi_t', url: 'https://notes-de-version.example/rss', title: 'Notes de version',
      items: [{ title: '« Bonjour Rémi », ou quatre secondes de trop', url: 'https://notes-de-version.example/bonjour', daysAgo: 6.4 }],
    },
  ],
};
