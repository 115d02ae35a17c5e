import type { IdeaStatus } from '@fanfare/ideas';
import type { EvidenceKind } from '@fanfare/identity';
import { de } from '@fanfare/kernel';
import type { MailLanguage } from '@fanfare/mail';
import type { MailedMatter } from './mailing.reader.js';
import type { NotificationKind, NotificationReason } from './notification.kinds.js';

/** What mails about matters say, in one language. */
export interface MailingWords {
  readonly greeting: (name: string) => string;
  readonly opening: (count: number, community: string) => string;
  /** What is said of something, in a subject. */
  readonly about: (title: string, said: string) => string;
  readonly subject: (count: number, first: string, community: string) => string;
  /** What happened, in a sentence. */
  readonly line: (matter: MailedMatter, community: string) => string;
  /** A proof, as its owner calls it. */
  readonly evidence: Readonly<Record<EvidenceKind, string>>;
  /** What matters of moderators are called. */
  readonly headings: Readonly<Partial<Record<NotificationKind, string>>>;
  readonly reason: Readonly<Record<NotificationReason, string>>;
  readonly meter: (verified: string, next: string | null) => string;
  readonly more: (count: number) => string;
  readonly inbox: string;
  readonly settings: string;
  readonly stop: (community: string) => string;
  readonly stopKind: string;
  readonly locale: string;
}

type Answer = Readonly<Partial<Record<IdeaStatus, (community: string) => string>>>;

const ANSWERS_EN: Answer = {
  OPEN: (brand) => `${brand} opened it again: it takes votes.`,
  UNDER_REVIEW: (brand) => `${brand} is looking into it.`,
  PLANNED: (brand) => `${brand} plans to do it!`,
  IN_PROGRESS: (brand) => `${brand} is working on it.`,
  DELIVERED: (brand) => `${brand} did it!`,
  DECLINED: (brand) => `${brand} will not do it, and says why.`,
};

const ANSWERS_FR: Answer = {
  OPEN: (brand) => `${brand} la rouvre : on peut de nouveau la soutenir.`,
  UNDER_REVIEW: (brand) => `${brand} l’étudie.`,
  PLANNED: (brand) => `${brand} a prévu de la réaliser !`,
  IN_PROGRESS: (brand) => `${brand} y travaille.`,
  DELIVERED: (brand) => `${brand} l’a réalisée !`,
  DECLINED: (brand) => `${brand} ne la réalisera pas, et explique pourquoi.`,
};

const en: MailingWords = {
  locale: 'en',
  greeting: (name) => `Hello ${name},`,
  opening: (count, community) => (count === 1 ? `here is news from ${community}.` : `here is what happened in ${community} since your last visit.`),
  about: (title, said) => `${title}: ${said}`,
  subject: (count, first, community) => (count === 1 ? first : `${first} (and ${count - 1} more from ${community})`),
  line: (matter, community) => lineEn(matter, community, matter.actor?.name ?? 'Somebody'),
  evidence: { EMAIL: 'Your e-mail address', LINKED_ACCOUNT: 'Your account elsewhere', WEBSITE: 'Your website', PURCHASE: 'Your purchase', REAL_NAME: 'Your name' },
  headings: {
    DECIDED: 'A decision of the moderators', WARNED: 'A warning', REPORT_JUDGED: 'Your report', APPEAL_ANSWERED: 'Your appeal', APPEAL_DECIDED: 'Your appeal',
    REVIEW_WAITS: 'The moderators’ desk', AMBASSADOR_APPEAL_WAITS: 'The moderators’ desk', AMBASSADOR_APPEAL_DECIDED: 'Your appeal',
  },
  reason: {
    YOU: 'It is addressed to you.',
    AUTHOR: 'You posted this idea.',
    BACKED: 'You back this idea.',
    COMMENTED: 'You took part in the discussion.',
    CIRCLE: 'You are in this circle.',
    FOLLOWED_IDEA: 'You follow this idea.',
    FOLLOWED_MEMBER: 'You follow its author.',
    FOLLOWED_CATEGORY: 'You follow its category.',
    FOLLOWED_COMMUNITY: 'You follow the changelog.',
    STAFF: 'You are part of the team here.',
  },
  meter: (verified, next) => (next ? `${verified} verified supporters, next step at ${next}` : `${verified} verified supporters`),
  more: (count) => `… and ${count} more in your inbox.`,
  inbox: 'Open my inbox',
  settings: 'Choose what reaches you, and how',
  stop: (community) => `No more mails from ${community}`,
  stopKind: 'No more mails of this kind',
};

function lineEn({ kind, reason, status, amount, rungSupport, evidence, actor: withActor }: MailedMatter, brand: string, actor: string): string {
  switch (kind) {
    case 'ANSWERED':
      return (status && ANSWERS_EN[status]?.(brand)) ?? `${brand} answered.`;
    case 'RUNG':
      return rungSupport ? `It reached ${rungSupport.toLocaleString('en')} verified supporters: one step further.` : 'It reached the next step.';
    case 'EXPIRED':
      return 'Its time ran out before it reached the next step.';
    case 'MERGED':
      return 'It was merged into a like idea. Every vote for it counts there.';
    case 'UNMERGED':
      return 'It stands by itself again.';
    case 'EDITED':
      return 'Its author changed the text after you voted. Is it still what you back?';
    case 'REPLIED':
      return `${actor} replied to you:`;
    case 'MENTIONED':
      return `${actor} mentioned you:`;
    case 'COMMENTED':
      return amount > 1 ? `${amount} new comments, the last by ${actor}:` : `${actor} commented:`;
    case 'CREDITED':
      return `${brand} credits you: it began with you.`;
    case 'POSTED':
      return `A new idea by ${actor}.`;
    case 'FOLLOWED':
      return `${actor} follows you now.`;
    case 'CONTESTED':
      return 'Its author contests a merge, and waits for a moderator.';
    case 'CONTEST_DECIDED':
      if (reason === 'STAFF') return status === 'MERGED' ? 'A moderator decided: the merge you made stays.' : 'A moderator undid the merge you made.';
      return status === 'MERGED' ? 'A moderator decided: the merge you contested stays.' : 'A moderator agrees with you: your idea stands by itself again.';
    case 'CIRCLE_REQUESTED':
      return `${actor} would like to join your circle. It is yours to decide.`;
    case 'CIRCLE_ACCEPTED':
      return 'You are in: come and say hello.';
    case 'CIRCLE_DECLINED':
      return 'Your request to join was not accepted. You can ask again in a week.';
    case 'CIRCLE_REMOVED':
      return 'You are no longer in this circle. The reason given:';
    case 'CIRCLE_ELECTION':
      return 'Your circle is choosing who speaks for it. Stand, or vote, within seven days.';
    case 'CIRCLE_ELECTED':
      return withActor ? `The votes are counted: ${actor} speaks for your circle now.` : 'The election is over. Nobody was elected.';
    case 'CIRCLE_RECOGNISED':
      return `${brand} recognises your circle!`;
    case 'CREATION_SHOWN':
      return `A new creation by ${actor}.`;
    case 'RESPONDED':
      return amount > 1 ? `${amount} new responses to your creation, the last by ${actor}:` : `${actor} responded to your creation:`;
    case 'REMIXED':
      return `${actor} built on your creation.`;
    case 'APPRECIATED':
      return amount > 1 ? `${amount} people appreciate your creation, ${actor} among them.` : `${actor} appreciates your creation.`;
    case 'EVIDENCE_ENDING':
      if (!evidence?.expiresAt) return 'We could not read your page for three days. If that lasts for a week, it stops counting for your identity.';
      return `It counts for your identity until ${dateIn('en', evidence.expiresAt)}. Show it once more, and it stays.`;
    case 'EVIDENCE_ENDED':
      return `${endedEn(evidence, brand)} It no longer counts for your identity.`;
    case 'NAME_ATTESTED':
      return withActor ? `${actor} of the team vouches that you are who you say.` : `The team at ${brand} vouches that you are who you say.`;
    case 'CODES_GUESSED':
      return `Many wrong purchase codes were tried at ${brand} today: a misprint, or somebody guessing. None of them worked.`;
    case 'DECIDED':
      return 'The moderators decided about you or something you wrote. Read why, and how to appeal.';
    case 'WARNED':
      return 'The moderators warn you. Read why, and acknowledge it before you write again.';
    case 'REPORT_JUDGED':
      return 'What you reported was looked at. Read what came of it.';
    case 'APPEAL_ANSWERED':
      return 'The moderators have answered you.';
    case 'APPEAL_DECIDED':
      return 'It is decided. Read what became of it, and why.';
    case 'CALL_OPENED':
      return 'A call for ambassadors is open.';
    case 'CALL_CHANGED':
      return 'The call you are applying to has changed:';
    case 'APPLICATION_SELECTED':
      return 'You are selected! Read the agreement and accept it to begin.';
    case 'APPLICATION_WAITING':
      return 'You are on the waiting list. Seats that become free go to it in order.';
    case 'APPLICATION_DECLINED':
      return 'You were not selected this time. The reason:';
    case 'APPLICATION_REVIEWED':
      return 'Your application was looked at again. The answer stands:';
    case 'APPLICATION_REVIEW_ASKED':
      return 'An applicant asks you to look at an answer again.';
    case 'TERM_ENDED':
      return 'Your term as an ambassador is over. Thank you! The credit stays yours.';
    case 'TERM_REVOKED':
      return 'Your term as an ambassador was ended. Read why, and how to appeal:';
    case 'TERM_RENEWAL':
      return 'The other side would like to go on. It takes your yes as well.';
    case 'TERM_LAPSED':
      return 'The time to accept your seat is over, and it went on to the waiting list. You are welcome to apply again.';
    case 'WAITING_LIST_MOVED':
      return 'A seat became free and went to the next. You moved up on the waiting list.';
    case 'REVIEW_WAITS':
      return amount > 1 ? `${amount} things came that wait for a moderator.` : 'Something waits for a moderator.';
    case 'ENTRY_RETURNED':
      return 'Your page does not say what you receive as an ambassador, or lacks your link. Add it and hand it in again: nothing is lost.';
    case 'ENTRY_REVIEWED':
      return 'The team answered what you handed in. Read the answer and its reason.';
    case 'ENTRY_DISCLOSURE_LOST':
      return 'We read your page again, and it does not say any more what you receive. Please put it back.';
    case 'MISSION_CLOSED':
      return 'This mission was closed early. Read why; what you handed in is still reviewed.';
    case 'AMBASSADOR_APPEAL_WAITS':
      return 'An ambassador appeals against a decision of the brand. A moderator decides.';
    case 'AMBASSADOR_APPEAL_DECIDED':
      return 'A moderator decided your appeal. Read the outcome and the reasons.';
    case 'REWARD_PAID':
      return 'Your work was accepted, and what this mission brings is yours.';
    case 'REWARD_TAKEN_BACK':
      return 'What this mission brought you was taken back. Read why.';
    case 'PERK_SENT':
      return 'It is on its way to you.';
    case 'PERK_RETURNED':
      return 'It is with the team again. What you gave for it is yours again.';
  }
}

function endedEn(evidence: MailedMatter['evidence'], brand: string): string {
  if (evidence?.ending === 'EXPIRED') return 'Its time is over.';
  if (evidence?.ending === 'LAPSED') return 'The page does not link to your profile any more, or could not be read for a week.';
  return evidence?.kind === 'REAL_NAME' ? `The team at ${brand} took its word back.` : `${brand} took it back.`;
}

const fr: MailingWords = {
  locale: 'fr',
  greeting: (name) => `Bonjour ${name},`,
  opening: (count, community) => (count === 1 ? `du nouveau chez ${community}.` : `voici ce qui s’est passé chez ${community} depuis votre dernier passage.`),
  about: (title, said) => `${title} : ${said}`,
  subject: (count, first, community) => {
    if (count === 1) return first;
    return `${first} (et ${count === 2 ? 'une autre nouvelle' : `${count - 1} autres nouvelles`} ${de(community)})`;
  },
  line: (matter, community) => lineFr(matter, community, matter.actor?.name ?? 'Quelqu’un'),
  evidence: { EMAIL: 'Votre adresse e-mail', LINKED_ACCOUNT: 'Votre compte ailleurs', WEBSITE: 'Votre site web', PURCHASE: 'Votre achat', REAL_NAME: 'Votre nom' },
  headings: {
    DECIDED: 'Une décision de la modération', WARNED: 'Un avertissement', REPORT_JUDGED: 'Votre signalement', APPEAL_ANSWERED: 'Votre appel', APPEAL_DECIDED: 'Votre appel',
    REVIEW_WAITS: 'Le bureau de la modération', AMBASSADOR_APPEAL_WAITS: 'Le bureau de la modération', AMBASSADOR_APPEAL_DECIDED: 'Votre recours',
  },
  reason: {
    YOU: 'Ce message vous est adressé.',
    AUTHOR: 'Cette idée est la vôtre.',
    BACKED: 'Vous soutenez cette idée.',
    COMMENTED: 'Vous avez pris part à la discussion.',
    CIRCLE: 'Vous faites partie de ce cercle.',
    FOLLOWED_IDEA: 'Vous suivez cette idée.',
    FOLLOWED_MEMBER: 'Vous suivez la personne qui l’a proposée.',
    FOLLOWED_CATEGORY: 'Vous suivez son thème.',
    FOLLOWED_COMMUNITY: 'Vous suivez les réponses de la marque.',
    STAFF: 'Vous faites partie de l’équipe ici.',
  },
  meter: (verified, next) => (next ? `${verified} soutiens vérifiés, prochaine étape à ${next}` : `${verified} soutiens vérifiés`),
  more: (count) => `… et ${count} de plus dans votre boîte de réception.`,
  inbox: 'Ouvrir ma boîte de réception',
  settings: 'Choisir ce que vous recevez, et comment',
  stop: (community) => `Ne plus recevoir de messages ${de(community)}`,
  stopKind: 'Ne plus recevoir ce genre de messages',
};

function lineFr({ kind, reason, status, amount, rungSupport, evidence, actor: withActor }: MailedMatter, brand: string, actor: string): string {
  switch (kind) {
    case 'ANSWERED':
      return (status && ANSWERS_FR[status]?.(brand)) ?? `${brand} a répondu.`;
    case 'RUNG':
      return rungSupport ? `Elle a réuni ${rungSupport.toLocaleString('fr')} soutiens vérifiés : une étape de plus.` : 'Elle a franchi une étape.';
    case 'EXPIRED':
      return 'Le temps lui a manqué pour atteindre l’étape suivante.';
    case 'MERGED':
      return 'Elle a rejoint une idée semblable. Chaque soutien y compte.';
    case 'UNMERGED':
      return 'Elle est de nouveau une idée à part entière.';
    case 'EDITED':
      return 'Son texte a changé depuis votre soutien. Est-ce toujours l’idée que vous soutenez ?';
    case 'REPLIED':
      return `${actor} vous a répondu :`;
    case 'MENTIONED':
      return `${actor} parle de vous :`;
    case 'COMMENTED':
      return amount > 1 ? `${amount} nouveaux commentaires, le dernier ${de(actor)} :` : `${actor} a commenté :`;
    case 'CREDITED':
      return `${brand} vous en attribue le mérite : tout a commencé avec vous.`;
    case 'POSTED':
      return `Une nouvelle idée ${de(actor)}.`;
    case 'FOLLOWED':
      return `${actor} vous suit désormais.`;
    case 'CONTESTED':
      return 'Sa fusion est contestée par la personne qui l’a proposée ; une décision est attendue.';
    case 'CONTEST_DECIDED':
      if (reason === 'STAFF') return status === 'MERGED' ? 'La modération a tranché : votre fusion est maintenue.' : 'La modération a annulé votre fusion.';
      return status === 'MERGED'
        ? 'La modération a tranché : la fusion que vous contestiez est maintenue.'
        : 'La modération vous donne raison : votre idée est de nouveau une idée à part entière.';
    case 'CIRCLE_REQUESTED':
      return `${actor} souhaite rejoindre votre cercle. À vous de décider.`;
    case 'CIRCLE_ACCEPTED':
      return 'Vous en faites partie : venez dire bonjour.';
    case 'CIRCLE_DECLINED':
      return 'Votre demande n’a pas été acceptée. Vous pourrez la renouveler dans une semaine.';
    case 'CIRCLE_REMOVED':
      return 'Vous ne faites plus partie de ce cercle. La raison donnée :';
    case 'CIRCLE_ELECTION':
      return 'Votre cercle choisit qui parle en son nom. Vous avez sept jours pour vous présenter ou voter.';
    case 'CIRCLE_ELECTED':
      return withActor ? `Le vote est dépouillé : ${actor} parle désormais au nom de votre cercle.` : 'L’élection est terminée. Personne n’a été élu.';
    case 'CIRCLE_RECOGNISED':
      return `${brand} reconnaît votre cercle !`;
    case 'CREATION_SHOWN':
      return `Une nouvelle création ${de(actor)}.`;
    case 'RESPONDED':
      return amount > 1 ? `${amount} nouvelles réactions à votre création, la dernière ${de(actor)} :` : `${actor} a réagi à votre création :`;
    case 'REMIXED':
      return `Votre création en a inspiré une autre, signée ${actor}.`;
    case 'APPRECIATED':
      return amount > 1 ? `${amount} personnes apprécient votre création, dont ${actor}.` : `${actor} apprécie votre création.`;
    case 'EVIDENCE_ENDING':
      if (!evidence?.expiresAt) return 'Votre page reste illisible depuis trois jours. Si cela dure une semaine, elle ne comptera plus pour votre identité.';
      return `Cette preuve compte jusqu’au ${dateIn('fr', evidence.expiresAt)}. Montrez-la de nouveau pour la garder.`;
    case 'EVIDENCE_ENDED':
      return `${endedFr(evidence, brand)} Cela ne compte plus pour votre identité.`;
    case 'NAME_ATTESTED':
      return withActor ? `${actor}, de l’équipe, se porte garant de votre nom.` : `L’équipe ${de(brand)} se porte garante de votre nom.`;
    case 'CODES_GUESSED':
      return `Beaucoup de codes d’achat erronés ont été essayés aujourd’hui chez ${brand} : une coquille, ou quelqu’un qui cherche à deviner. Aucun n’a fonctionné.`;
    case 'DECIDED':
      return 'La modération a pris une décision à votre sujet ou sur l’un de vos textes. Lisez-en les motifs, et comment faire appel.';
    case 'WARNED':
      return 'La modération vous adresse un avertissement. Lisez-en les motifs et prenez-en acte avant d’écrire de nouveau.';
    case 'REPORT_JUDGED':
      return 'Ce que vous aviez signalé a été examiné. Voyez ce qui en est résulté.';
    case 'APPEAL_ANSWERED':
      return 'La modération vous a répondu.';
    case 'APPEAL_DECIDED':
      return 'Votre appel est tranché. Voyez la décision et ses motifs.';
    case 'CALL_OPENED':
      return 'Un appel à ambassadeurs est ouvert.';
    case 'CALL_CHANGED':
      return 'L’appel auquel vous répondez a changé :';
    case 'APPLICATION_SELECTED':
      return 'Votre candidature est retenue ! Lisez l’accord et acceptez-le pour commencer.';
    case 'APPLICATION_WAITING':
      return 'Vous êtes sur la liste d’attente. Les places qui se libèrent lui reviennent, dans l’ordre.';
    case 'APPLICATION_DECLINED':
      return 'Votre candidature n’a pas été retenue cette fois-ci. La raison :';
    case 'APPLICATION_REVIEWED':
      return 'Votre candidature a été réexaminée. La réponse est maintenue :';
    case 'APPLICATION_REVIEW_ASKED':
      return 'Une personne vous demande de réexaminer la réponse à sa candidature.';
    case 'TERM_ENDED':
      return 'Votre mandat d’ambassadeur est terminé. Merci ! Le mérite vous en reste.';
    case 'TERM_REVOKED':
      return 'Il a été mis fin à votre mandat d’ambassadeur. Lisez pourquoi, et comment faire appel :';
    case 'TERM_RENEWAL':
      return 'L’autre partie souhaite continuer. Il faut aussi votre accord.';
    case 'TERM_LAPSED':
      return 'Le délai pour accepter votre place est passé ; elle est revenue à la liste d’attente. Vous pourrez candidater de nouveau.';
    case 'WAITING_LIST_MOVED':
      return 'Une place s’est libérée et a trouvé preneur. Vous avancez sur la liste d’attente.';
    case 'REVIEW_WAITS':
      return amount > 1 ? `${amount} éléments attendent la modération.` : 'Un élément attend la modération.';
    case 'ENTRY_RETURNED':
      return 'Votre page ne dit pas ce que vous recevez en tant qu’ambassadeur, ou il y manque votre lien. Ajoutez-le et remettez-la : rien n’est perdu.';
    case 'ENTRY_REVIEWED':
      return 'L’équipe a répondu à ce que vous avez remis. Lisez la réponse et sa raison.';
    case 'ENTRY_DISCLOSURE_LOST':
      return 'Nous avons relu votre page, et elle ne dit plus ce que vous recevez. Merci de le rétablir.';
    case 'MISSION_CLOSED':
      return 'Cette mission a été close avant l’heure. Lisez pourquoi ; ce que vous avez remis sera quand même examiné.';
    case 'AMBASSADOR_APPEAL_WAITS':
      return 'Une décision de la marque est contestée par la personne qu’elle vise. C’est à la modération de trancher.';
    case 'AMBASSADOR_APPEAL_DECIDED':
      return 'La modération a tranché votre recours. Lisez la décision et ses motifs.';
    case 'REWARD_PAID':
      return 'Votre réalisation est acceptée : ce que cette mission rapporte est à vous.';
    case 'REWARD_TAKEN_BACK':
      return 'Ce que cette mission vous avait rapporté a été repris. Lisez pourquoi.';
    case 'PERK_SENT':
      return 'C’est en route vers vous.';
    case 'PERK_RETURNED':
      return 'L’équipe l’a de nouveau. Ce que vous aviez donné vous revient.';
  }
}

function endedFr(evidence: MailedMatter['evidence'], brand: string): string {
  if (evidence?.ending === 'EXPIRED') return 'Le délai est écoulé.';
  if (evidence?.ending === 'LAPSED') return 'La page ne renvoie plus à votre profil, ou est restée illisible pendant une semaine.';
  return evidence?.kind === 'REAL_NAME' ? `L’équipe ${de(brand)} a retiré son attestation.` : `${brand} est revenue dessus.`;
}

function dateIn(locale: string, at: Date): string {
  return at.toLocaleDateString(locale === 'en' ? 'en-GB' : 'fr-FR', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
}

export const MAILING_WORDS: Readonly<Record<MailLanguage, MailingWords>> = { en, fr };
