import { de } from '@fanfare/kernel';
import type { Letters } from '@fanfare/mail';
import type { ReportOutcome } from './report.category.js';

interface Received {
  /** As they gave it. */
  readonly name: string;
  readonly community: string;
  readonly reference: string;
  readonly url: string;
}

interface Judged extends Received {
  readonly outcome: ReportOutcome;
}

/** That a notice of illegal content arrived (Digital Services Act, Article 16, 4). */
export const noticeReceivedLetters: Letters<Received> = {
  en: ({ name, community, reference, url }) => ({
    subject: `Your notice ${reference} has arrived`,
    greeting: `Hello ${name},`,
    paragraphs: [
      `Your notice of illegal content in ${community} is with its moderators. Its reference is ${reference}.`,
      'A person will look at it and decide. We will write to you again when they have; until then, the reference tells you where it stands.',
    ],
    button: { label: 'See where it stands', url },
    closing: 'If you did not send this notice, somebody gave your address by mistake or in your name: write to us, and quote the reference.',
  }),
  fr: ({ name, community, reference, url }) => ({
    subject: `Votre signalement ${reference} est bien arrivé`,
    greeting: `Bonjour ${name},`,
    paragraphs: [
      `Votre signalement d’un contenu illicite chez ${community} est entre les mains de la modération. Sa référence : ${reference}.`,
      'Une personne va l’examiner et décider. Nous vous écrirons alors de nouveau ; d’ici là, la référence vous permet de savoir où il en est.',
    ],
    button: { label: 'Voir où il en est', url },
    closing: 'Si ce signalement ne vient pas de vous, quelqu’un a donné votre adresse par erreur ou en votre nom : écrivez-nous en citant la référence.',
  }),
};

const REDRESS = {
  en: 'If you do not agree, you can go to a certified out-of-court dispute settlement body (Article 21 of the Digital Services Act), or to a court.',
  fr: 'Si vous n’êtes pas d’accord, vous pouvez saisir un organe certifié de règlement extrajudiciaire des litiges (article 21 du règlement sur les services numériques), ou un tribunal.',
};

/** What was decided about a notice (Article 16, 5). */
export const noticeJudgedLetters: Letters<Judged> = {
  en: ({ name, community, reference, url, outcome }) => ({
    subject: `Your notice ${reference} has been decided`,
    greeting: `Hello ${name},`,
    paragraphs: [
      outcome === 'UPHELD'
        ? `A moderator of ${community} looked at what you notified, and it has been restricted.`
        : `A moderator of ${community} looked at what you notified, and it stays: they found that it breaks neither the law you named nor a rule of the community.`,
      'The decision was made by a person, not by a machine.',
    ],
    button: { label: 'See the outcome', url },
    closing: REDRESS.en,
  }),
  fr: ({ name, community, reference, url, outcome }) => ({
    subject: `Votre signalement ${reference} a été examiné`,
    greeting: `Bonjour ${name},`,
    paragraphs: [
      outcome === 'UPHELD'
        ? `La modération ${de(community)} a examiné le contenu que vous avez signalé, et en a restreint l’accès.`
        : `La modération ${de(community)} a examiné le contenu que vous avez signalé : il reste en ligne, car il n’enfreint selon elle ni la loi que vous citez, ni une règle de la communauté.`,
      'La décision a été prise par une personne, pas par une machine.',
    ],
    button: { label: 'Voir la décision', url },
    closing: REDRESS.fr,
  }),
};
