import type { Letter, Letters } from '@fanfare/mail';
import type { AppealOutcome, Appellant } from '../moderation.enums.js';

/** What an appeal came to, by mail. */
export interface AppealFacts {
  readonly name: string;
  readonly community: string;
  readonly outcome: AppealOutcome;
  readonly as: Appellant;
  readonly reasons: string;
  /** Whether nothing more can be done about it here. */
  readonly isLast: boolean;
  readonly url: string;
}

const OUTCOME_EN: Readonly<Record<Appellant, Readonly<Record<AppealOutcome, string>>>> = {
  AFFECTED: {
    UPHELD: 'Somebody who had no part in it read it all again. The decision stands.',
    REVERSED: 'You were right: the decision fell, and all it did is undone.',
    CHANGED: 'The decision was changed: another one took its place, of which you hear by itself.',
  },
  REPORTER: {
    UPHELD: 'Somebody who had no part in it read it all again. What you reported stays.',
    REVERSED: 'You were right to insist: what you reported will be looked at again.',
    CHANGED: 'You were right: the moderators have acted on what you reported.',
  },
};

const OUTCOME_FR: typeof OUTCOME_EN = {
  AFFECTED: {
    UPHELD: 'Une personne qui n’y avait pris aucune part a tout relu. La décision est maintenue.',
    REVERSED: 'Vous aviez raison : la décision est annulée, avec tous ses effets.',
    CHANGED: 'La décision est modifiée : une autre la remplace, qui vous est envoyée à part.',
  },
  REPORTER: {
    UPHELD: 'Une personne qui n’y avait pris aucune part a tout relu. Ce que vous aviez signalé reste en ligne.',
    REVERSED: 'Vous aviez raison d’insister : ce que vous aviez signalé sera réexaminé.',
    CHANGED: 'Vous aviez raison : la modération a pris une mesure sur ce que vous aviez signalé.',
  },
};

function en({ name, community, outcome, as, reasons, isLast, url }: AppealFacts): Letter {
  const outside = 'That was the last appeal here. A certified out-of-court dispute settlement body, and the courts, remain open to you.';
  return {
    subject: `${community}: your appeal is decided`,
    greeting: `Hello ${name},`,
    paragraphs: [OUTCOME_EN[as][outcome], `Why: ${reasons}`, ...(outcome === 'UPHELD' && isLast ? [outside] : [])],
    button: { label: 'Read it all', url },
  };
}

function fr({ name, community, outcome, as, reasons, isLast, url }: AppealFacts): Letter {
  const outside = 'C’était le dernier appel possible ici. Un organe certifié de règlement extrajudiciaire des litiges et les tribunaux vous restent ouverts.';
  return {
    subject: `${community} : votre appel est tranché`,
    greeting: `Bonjour ${name},`,
    paragraphs: [OUTCOME_FR[as][outcome], `Les motifs : ${reasons}`, ...(outcome === 'UPHELD' && isLast ? [outside] : [])],
    button: { label: 'Tout lire', url },
  };
}

/** To whoever appealed. */
export const appealLetters: Letters<AppealFacts> = { en, fr };
