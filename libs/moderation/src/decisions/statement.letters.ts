import { de } from '@fanfare/kernel';
import type { Letter, Letters } from '@fanfare/mail';
import type { DecisionAction, DecisionSource, MemberRight, ReviewSubjectKind } from '../moderation.enums.js';
import type { DecisionScope } from './decision.row.js';

/** What a statement of reasons says by mail. Facts and passage are in the words and the language of whoever decided. */
export interface StatementFacts {
  readonly name: string;
  readonly community: string;
  readonly action: DecisionAction;
  readonly right: MemberRight | null;
  readonly scope: DecisionScope;
  readonly subjectKind: ReviewSubjectKind;
  /** The rule with its number, or the law. */
  readonly ground: { readonly rule: number; readonly title: string } | { readonly law: string };
  readonly facts: string | null;
  readonly passage: string | null;
  readonly source: DecisionSource;
  readonly automatedDetection: boolean;
  readonly automatedDecision: boolean;
  readonly endsAt: Date | null;
  readonly appealUntil: Date;
  readonly url: string;
}

const date = (locale: string, at: Date) => at.toLocaleDateString(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

type Things = Readonly<Record<ReviewSubjectKind, string>>;

const THINGS_EN: Things = {
  IDEA: 'Your idea', COMMENT: 'Your comment', CREATION: 'Your creation', CREATION_RESPONSE: 'Your response', CIRCLE_POST: 'Your post in a circle',
  MEMBER: 'What your profile says', REPUTATION_ENTRY: 'The entry you dispute', MERGE: 'The merge you contest', ENTRY: 'Your mission entry', APPLICATION: 'Your application',
};
const THINGS_FR: Things = {
  IDEA: 'Votre idée', COMMENT: 'Votre commentaire', CREATION: 'Votre création', CREATION_RESPONSE: 'Votre réaction', CIRCLE_POST: 'Votre message dans un cercle',
  MEMBER: 'Ce que dit votre profil', REPUTATION_ENTRY: 'La ligne que vous contestez', MERGE: 'La fusion que vous contestez', ENTRY: 'Votre réalisation', APPLICATION: 'Votre candidature',
};

const RIGHTS_EN: Readonly<Record<MemberRight, string>> = { POSTING: 'post ideas and works', VOTING: 'vote', COMMENTING: 'comment', REPORTING: 'report' };
const RIGHTS_FR: Readonly<Record<MemberRight, string>> = { POSTING: 'publier d’idées ni de créations', VOTING: 'voter', COMMENTING: 'commenter', REPORTING: 'signaler' };

function whatEn({ action, scope, subjectKind, right, endsAt, community }: StatementFacts): string {
  const [thing, until] = [THINGS_EN[subjectKind], endsAt ? ` until ${date('en-GB', endsAt)}` : ''];
  switch (action) {
    case 'KEEP':
      return `${thing} stays as it is.`;
    case 'ASK_CHANGE':
      return `${thing} is hidden until you change the passage below. Once you have, it is shown again, and looked at once more.`;
    case 'HIDE':
      return `${thing} is hidden${until}.`;
    case 'REMOVE':
      return `${thing} was removed.`;
    case 'LABEL':
      return `${thing} stays. Beside it now stands that it does not disclose whose interest it serves.`;
    case 'WARN':
      return `You are warned. Until you have read and acknowledged it, you cannot write in ${community}.`;
    case 'MUTE':
      return `You cannot ${RIGHTS_EN[right!]} in ${community}${until}.`;
    case 'HOLD':
      return scope === 'TEXT' ? `${thing} is not shown${until}, unless somebody has looked at it before.` : `What you write in ${community} is looked at before it is shown${until}.`;
    case 'SUSPEND':
      return `You are suspended from ${community}${until}: you can read, and take no part.`;
    case 'BAN':
      return `You are banned from ${community}${until || ' for good'}: you can read what is public, and take no part.`;
  }
}

function whatFr({ action, scope, subjectKind, right, endsAt, community }: StatementFacts): string {
  const [thing, until] = [THINGS_FR[subjectKind], endsAt ? ` jusqu’au ${date('fr-FR', endsAt)}` : ''];
  switch (action) {
    case 'KEEP':
      return `${thing} : rien ne change.`;
    case 'ASK_CHANGE':
      return `${thing} : affichage suspendu jusqu’à ce que vous ayez modifié le passage ci-dessous. Ensuite, tout réapparaît et sera relu.`;
    case 'HIDE':
      return `${thing} : affichage suspendu${until}.`;
    case 'REMOVE':
      return `${thing} : retrait.`;
    case 'LABEL':
      return `${thing} : rien n’est retiré. Une mention indique désormais que l’intérêt servi n’est pas déclaré.`;
    case 'WARN':
      return `Vous recevez un avertissement. Tant que vous n’en avez pas pris acte, vous ne pouvez plus écrire chez ${community}.`;
    case 'MUTE':
      return `Vous ne pouvez plus ${RIGHTS_FR[right!]} chez ${community}${until}.`;
    case 'HOLD':
      return scope === 'TEXT' ? `${thing} : mise en attente${until} au plus tard, le temps d’une relecture.` : `Ce que vous écrivez chez ${community} est relu avant de paraître${until}.`;
    case 'SUSPEND':
      return `Votre participation chez ${community} est suspendue${until} : vous pouvez lire, sans prendre part.`;
    case 'BAN':
      return `Vous êtes exclu·e ${de(community)}${until || ' définitivement'} : vous pouvez lire ce qui est public, sans prendre part.`;
  }
}

const SOURCE_EN: Readonly<Record<DecisionSource, string>> = {
  OWN_INITIATIVE: 'The moderators came upon it themselves.', REPORT: 'A member reported it.', NOTICE: 'Somebody filed a notice of illegal content.', AUTOMATED: 'A program brought it up.',
};
const SOURCE_FR: Readonly<Record<DecisionSource, string>> = {
  OWN_INITIATIVE: 'La modération l’a constaté elle-même.', REPORT: 'Un membre l’a signalé.', NOTICE: 'Une notification de contenu illicite a été reçue.', AUTOMATED: 'Un programme l’a relevé.',
};

function en(f: StatementFacts): Letter {
  const ground = 'law' in f.ground ? `The law it is based on: ${f.ground.law}.` : `The rule it is based on: rule ${f.ground.rule}, “${f.ground.title}”.`;
  return {
    subject: `${f.community}: a decision of the moderators, and why`,
    greeting: `Hello ${f.name},`,
    paragraphs: [
      whatEn(f),
      ground,
      ...(f.facts ? [`Why: ${f.facts}`] : []),
      ...(f.passage ? [`The passage: “${f.passage}”`] : []),
      `${SOURCE_EN[f.source]} ${f.automatedDecision ? 'A program decided this, for a fortnight at most; a person looks at it.' : 'A person decided this.'}`,
      `You can appeal until ${date('en-GB', f.appealUntil)}. Somebody who took no part decides, and answers within a week. Beyond that, a certified out-of-court dispute settlement body and the courts remain open to you.`,
    ],
    button: { label: f.action === 'WARN' ? 'Read and acknowledge it, or appeal' : 'Read it, or appeal', url: f.url },
  };
}

function fr(f: StatementFacts): Letter {
  const ground = 'law' in f.ground ? `Fondement légal : ${f.ground.law}.` : `Règle appliquée : règle ${f.ground.rule}, « ${f.ground.title} ».`;
  return {
    subject: `${f.community} : une décision de la modération, et ses motifs`,
    greeting: `Bonjour ${f.name},`,
    paragraphs: [
      whatFr(f),
      ground,
      ...(f.facts ? [`Les faits : ${f.facts}`] : []),
      ...(f.passage ? [`Le passage : « ${f.passage} »`] : []),
      `${SOURCE_FR[f.source]} ${f.automatedDecision ? 'La mesure a été prise par un programme, pour deux semaines au plus ; une personne va la relire.' : 'La décision a été prise par une personne.'}`,
      `Vous pouvez faire appel jusqu’au ${date('fr-FR', f.appealUntil)}. Une personne qui n’y a pris aucune part tranchera, sous une semaine. Au-delà, un organe certifié de règlement extrajudiciaire des litiges et les tribunaux vous restent ouverts.`,
    ],
    button: { label: f.action === 'WARN' ? 'Lire, en prendre acte ou faire appel' : 'Lire la décision ou faire appel', url: f.url },
  };
}

/** To whoever a decision restricts, the moment it takes effect. */
export const statementLetters: Letters<StatementFacts> = { en, fr };
