import { de, type StaffRole } from '@fanfare/kernel';
import type { Letters } from '@fanfare/mail';

interface Invited {
  /** Who asks; null when nobody can say any more. */
  readonly inviter: string | null;
  readonly community: string;
  readonly role: StaffRole;
  readonly url: string;
  readonly days: number;
}

const DUTIES = {
  en: {
    OWNER: 'as an owner: you decide its settings and who is on the team',
    BRAND_MANAGER: 'as a brand manager: you answer fans’ ideas in the name of the brand',
    MODERATOR: 'as a moderator: you keep the conversation fair',
  },
  fr: {
    OWNER: 'comme propriétaire : vous décidez de ses réglages et de son équipe',
    BRAND_MANAGER: 'dans l’équipe de la marque : vous répondez aux idées des fans en son nom',
    MODERATOR: 'à la modération : vous veillez à des échanges équitables',
  },
} as const satisfies Record<string, Record<StaffRole, string>>;

/** Asks somebody, who may have no account yet, to join a community's staff. */
export const invitationLetters: Letters<Invited> = {
  en: ({ inviter, community, role, url, days }) => ({
    subject: `Join the team of ${community}`,
    greeting: 'Hello,',
    paragraphs: [
      `${inviter ? `${inviter} invites you` : 'You are invited'} to join the team of ${community} ${DUTIES.en[role]}.`,
      'Open the invitation, then sign in, or sign up with this address. Who is on the team is public.',
    ],
    button: { label: 'See the invitation', url },
    closing: `The link is yours alone and works for ${days} days. If you do not know ${community}, ignore this mail: nothing happens until you accept.`,
  }),
  fr: ({ inviter, community, role, url, days }) => ({
    subject: `Rejoignez l’équipe ${de(community)}`,
    greeting: 'Bonjour,',
    paragraphs: [
      `${inviter ? `${inviter} vous invite` : 'On vous invite'} à rejoindre ${community} ${DUTIES.fr[role]}.`,
      'Ouvrez l’invitation, puis connectez-vous, ou créez un compte avec cette adresse. La composition de l’équipe est publique.',
    ],
    button: { label: 'Voir l’invitation', url },
    closing: `Ce lien est à vous seul et reste valable ${days} jours. Vous ne connaissez pas ${community} ? Ignorez ce message : rien ne se passe sans votre accord.`,
  }),
};
