import type { Letters } from '@fanfare/mail';

interface Facts {
  readonly name: string;
}

/** Right after somebody asked to be forgotten: when it happens, and how to stay. */
export const deletionRequestedLetters: Letters<Facts & { day: string; erase: boolean; url: string }> = {
  en: ({ name, day, erase, url }) => ({
    subject: `Your account will be deleted on ${day}`,
    greeting: `Hello ${name},`,
    paragraphs: [
      `You asked us to delete your account. It happens on ${day}; until then nothing changes and you can still change your mind.`,
      `Then your profile, your votes and everything about you go. ${
        erase ? 'What you wrote is erased too.' : 'What you wrote stays, signed “Former member”.'
      }`,
    ],
    button: { label: 'Keep my account', url },
    closing: 'If it was not you who asked: press the button, then change your password at once.',
  }),
  fr: ({ name, day, erase, url }) => ({
    subject: `Votre compte sera supprimé le ${day}`,
    greeting: `Bonjour ${name},`,
    paragraphs: [
      `Vous nous avez demandé de supprimer votre compte. Ce sera fait le ${day} ; d’ici là, rien ne change et vous pouvez encore changer d’avis.`,
      `Votre profil, vos votes et tout ce qui vous concerne disparaîtront alors. ${
        erase ? 'Vos textes seront effacés eux aussi.' : 'Vos textes resteront, signés « Ancien membre ».'
      }`,
    ],
    button: { label: 'Garder mon compte', url },
    closing: 'Cette demande ne vient pas de vous ? Utilisez le bouton, puis changez tout de suite de mot de passe.',
  }),
};

/** The last letter. Nobody is left to answer it. */
export const farewellLetters: Letters<Facts> = {
  en: ({ name }) => ({
    subject: 'Your account has been deleted',
    greeting: `Hello ${name},`,
    paragraphs: ['As you asked, your account is gone, and this address with it. This is the last mail you get from us.'],
    closing: 'Thank you for your ideas. You are welcome back any time.',
  }),
  fr: ({ name }) => ({
    subject: 'Votre compte a été supprimé',
    greeting: `Bonjour ${name},`,
    paragraphs: ['Comme vous l’avez demandé, votre compte n’existe plus, et votre adresse est effacée avec lui. Ce message est le dernier.'],
    closing: 'Merci pour vos idées. Si l’envie vous reprend, vous serez toujours bienvenu.',
  }),
};
