import type { DemoCall } from '../demo-movement.types.js';

/** Une journée, et tout juste décidé : le fan que jouent les visiteurs est sur la liste d’attente. */
export const joint: DemoCall = {
  key: 'joint',
  title: 'Deux oreilles pour un joint',
  story: `À trente-quatre secondes de son film, la portière de Clémentine **siffle**. Tout le monde ici l’a réécoutée, et tout le monde l’entend : c’est le joint de la portière droite.

Nous en avons fabriqué trois autres. Deux personnes les portent un mois sur leur propre Brise, dix jours chacun, et nous disent lequel se tait.

## Vite, et court

Le choix se fait dans cinq semaines : cet appel n’est donc ouvert qu’une journée et ne pose qu’une question. On pose le joint soi-même, en dix minutes, avec les deux mains et un gros mot.`,
  perks: 'Le joint qui se tait, posé sur votre voiture\nVotre nom dans les notes de version',
  receives: 'Trois joints à l’essai, et une heure avec l’acousticienne.',
  seats: 2, selection: 'PANEL', blind: false, termMonths: 1,
  opensDaysAgo: 2.4, closesDaysAgo: 1.3,
  leastLevel: 'NEWCOMER', leastIdentity: 'CONFIRMED', leastAge: 18, regions: ['FR', 'BE', 'CH', 'LU'],
  questions: [{ kind: 'TEXT', text: 'Quel bruit de votre voiture êtes-vous seul à entendre, et à quelle allure ?', help: 'Imitez-le par écrit si vous savez.', required: true, audience: 'PANEL' }],
  criteria: [{ label: 'A de l’oreille', weight: 2 }, { label: 'Dit ce qui ne va pas', weight: 1 }], reviewers: ['oncle_paul'],
  seen: 58,
  applications: [
    {
      member: 'octave_l', state: 'SELECTED', daysAgo: 2.2, country: 'FR', marks: { BRAND: [5, 5], oncle_paul: [5, 5] },
      answers: ['Le la bémol de cinquante kilomètres à l’heure. Je joue de la contrebasse, je m’accorde dessus le jeudi, faute de mieux. Si votre nouveau joint monte d’un demi-ton, prévenez l’orchestre.'],
      decisions: [{ state: 'SELECTED', daysAgo: 0.7, reason: 'Nous avons mesuré : 415 hertz, un la bémol. Nous ne mesurerons plus sans vous.' }],
      term: { state: 'OFFERED', offeredDaysAgo: 0.7 },
    },
    {
      member: 'marco_ttl', state: 'SELECTED', daysAgo: 1.9, country: 'FR', marks: { BRAND: [4, 5], oncle_paul: [5, 4] },
      answers: ['Un « fff » à quatre-vingt-dix, en bas à gauche. C’est le joint qui fait une vague de deux millimètres dans l’angle, parce qu’il a été plié pour entrer dans son carton. Je suis carrossier, j’en ai déplié.'],
      decisions: [{ state: 'SELECTED', daysAgo: 0.7, reason: 'Le carton. Personne ici n’avait pensé au carton.' }],
      term: { state: 'OFFERED', offeredDaysAgo: 0.7 },
    },
    {
      member: 'robin', state: 'WAITING', daysAgo: 2, country: 'FR', waitingPlace: 1, marks: { BRAND: [4, 4], oncle_paul: [3, 4] },
      answers: ['Je n’ai pas encore le permis, c’est ma sœur qui conduit : je passe donc ma vie à droite, l’oreille contre ce joint. À soixante-dix il fait « ouiii », et elle croit que c’est moi.'],
      decisions: [{
        state: 'WAITING', daysAgo: 0.7,
        reason: 'Vous voyagez à la bonne place et vous savez imiter. Il y avait deux sièges, et deux personnes qui savent aussi démonter la portière. Vous voilà en tête de la liste d’attente : elles ont deux semaines pour dire oui.',
      }],
    },
    {
      member: 'ines_bx', state: 'DECLINED', daysAgo: 1.6, country: 'FR', marks: { BRAND: [2, 2], oncle_paul: [1, 2] },
      answers: ['Un cliquetis à toutes les allures, dans le coffre. Je crois bien que c’est mon vélo.'],
      decisions: [{ state: 'DECLINED', daysAgo: 0.7, reason: 'C’est votre vélo, merci de l’avoir dit la première. Le prochain appel parle de coffres, pensez à nous.' }],
    },
  ],
};
