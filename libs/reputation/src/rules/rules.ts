import type { Rule, RuleCode } from './rule.js';

/**
 * Every rule of reputation, in every version there was. To change one, add a version below the last: it holds for what
 * happens from then on, and past entries stay as they are. The page "How reputation works" and `Community.reputationRules`
 * show the last version of each.
 */
export const RULES: readonly Rule[] = [
  {
    code: 'VOTE_RECEIVED',
    version: 1,
    points: 4,
    perPair: [4, 2, 1],
    dailyCap: 40,
    condition: {
      en: 'From a member who is confirmed or more. Not from staff, not from yourself, not while the vote is suspected of coordination.',
      fr: 'De la part d’un membre au moins confirmé. Ni de l’équipe, ni de vous-même, ni tant que le vote est soupçonné d’être coordonné.',
    },
    sentence: { en: 'Somebody votes for your idea', fr: 'Quelqu’un vote pour votre idée' },
  },
  {
    code: 'RUNG_REACHED',
    version: 1,
    points: 25,
    condition: { en: 'For each rung of the ladder, once.', fr: 'Pour chaque échelon, une seule fois.' },
    sentence: { en: 'Your idea reaches a rung of the ladder', fr: 'Votre idée atteint un échelon' },
  },
  {
    code: 'IDEA_PLANNED',
    version: 1,
    points: 50,
    condition: {
      en: 'As long as the brand keeps it in its plan. Not by a decision of your own.',
      fr: 'Tant que la marque la garde dans son plan. Pas par une décision de votre part.',
    },
    sentence: { en: 'The brand plans your idea', fr: 'La marque planifie votre idée' },
  },
  {
    code: 'IDEA_DELIVERED',
    version: 1,
    points: 100,
    condition: {
      en: 'As long as it counts as delivered. Not by a decision of your own.',
      fr: 'Tant qu’elle compte comme réalisée. Pas par une décision de votre part.',
    },
    sentence: { en: 'The brand delivers your idea', fr: 'La marque réalise votre idée' },
  },
  {
    code: 'HELPFUL_TO_AUTHOR',
    version: 1,
    points: 6,
    perPair: [6, 3, 1],
    dailyCap: 30,
    condition: {
      en: 'When the author of the idea under discussion says so, and is not you.',
      fr: 'Quand l’auteur de l’idée discutée le dit, et que ce n’est pas vous.',
    },
    sentence: { en: 'The author of an idea finds your comment helpful', fr: 'L’auteur d’une idée trouve votre commentaire utile' },
  },
  {
    code: 'HELPFUL_TO_STAFF',
    version: 1,
    points: 6,
    dailyCap: 30,
    condition: { en: 'When somebody of the staff says so, and is not you.', fr: 'Quand quelqu’un de l’équipe le dit, et que ce n’est pas vous.' },
    sentence: { en: 'The staff find your comment helpful', fr: 'L’équipe trouve votre commentaire utile' },
  },
  {
    code: 'REPORT_UPHELD',
    version: 1,
    points: 5,
    dailyCap: 25,
    condition: { en: 'When a moderator decides that you were right.', fr: 'Quand la modération vous donne raison.' },
    sentence: { en: 'You report something that breaks a rule', fr: 'Vous signalez un contenu contraire aux règles' },
  },
  {
    code: 'REPORT_ABUSIVE',
    version: 1,
    points: -10,
    condition: {
      en: 'When a moderator decides that the report was made to harm. A report in good faith costs nothing, even when it is wrong.',
      fr: 'Quand la modération décide que le signalement visait à nuire. Un signalement de bonne foi ne coûte rien, même à tort.',
    },
    sentence: { en: 'You report somebody in bad faith', fr: 'Vous signalez quelqu’un de mauvaise foi' },
  },
  {
    code: 'CONTENT_REMOVED',
    version: 1,
    points: -20,
    condition: {
      en: 'When a moderator removes it for breaking a rule; given back when it is restored. What it had brought is taken back meanwhile.',
      fr: 'Quand la modération le retire pour non-respect d’une règle ; rendu s’il est rétabli. Entre-temps, ce qu’il avait apporté est repris.',
    },
    sentence: { en: 'Something you wrote is removed by moderators', fr: 'Un de vos contenus est retiré par la modération' },
  },
  {
    code: 'MISSION_ACCEPTED',
    version: 1,
    points: 20,
    condition: { en: 'When staff accept what you submitted.', fr: 'Quand l’équipe accepte ce que vous avez remis.' },
    sentence: { en: 'You complete a mission as an ambassador', fr: 'Vous accomplissez une mission d’ambassadeur' },
  },
  {
    code: 'IDENTITY',
    version: 1,
    points: 0,
    condition: {
      en: 'Merit counts half once your address is confirmed, eight tenths with an account or website of your own linked, in full once you are verified. It counts nothing while you are anonymous.',
      fr: 'Le mérite compte pour moitié une fois votre adresse confirmée, pour huit dixièmes avec un compte ou un site à vous relié, en entier une fois votre identité vérifiée. Il ne compte pas tant que vous êtes anonyme.',
    },
    sentence: { en: 'Your identity here changes', fr: 'Votre identité ici évolue' },
  },
];

/** The last version of each rule, in the order of the file. */
export const CURRENT_RULES: readonly Rule[] = RULES.filter((rule) => !RULES.some(({ code, version }) => code === rule.code && version > rule.version));

/** A rule as it was in a version. */
export function ruleOf(code: string, version: number): Rule {
  const rule = RULES.find((known) => known.code === code && known.version === version);
  if (!rule) throw new Error(`No version ${version} of the rule ${code} was ever written`);
  return rule;
}

/** Which version of each rule holds. */
export type InForce = (code: RuleCode) => Rule;
