import { de } from '@fanfare/kernel';
import type { Letters } from '@fanfare/mail';

interface TakenDown {
  readonly name: string;
  readonly community: string;
  readonly reason: string;
  readonly url: string;
}

/** Tells a member that a moderator took their picture down, and why. */
export const avatarRemovedLetters: Letters<TakenDown> = {
  en: ({ name, community, reason, url }) => ({
    subject: `Your picture in ${community} was taken down`,
    greeting: `Hello ${name},`,
    paragraphs: [`A moderator of ${community} took your picture down. They wrote:`, reason, 'Nobody sees it any more, and it is kept in case you object. Everything else of yours stays as it is.'],
    button: { label: 'Choose another picture', url },
    closing: 'If you think this is a mistake, write to the moderators of the community.',
  }),
  fr: ({ name, community, reason, url }) => ({
    subject: `Votre image chez ${community} a été retirée`,
    greeting: `Bonjour ${name},`,
    paragraphs: [`La modération ${de(community)} a retiré votre image. Voici pourquoi :`, reason, 'Plus personne ne la voit ; elle est conservée au cas où vous contesteriez cette décision. Rien d’autre ne change pour vous.'],
    button: { label: 'Choisir une autre image', url },
    closing: 'Si vous pensez qu’il s’agit d’une erreur, écrivez à la modération de la communauté.',
  }),
};
