import type { Letters } from '@fanfare/mail';
import type { SecurityChange } from './account.events.js';

interface Recipient {
  readonly name: string;
}

/** The letter with a code that makes an address the account's own. */
export const confirmationLetters: Letters<Recipient & { code: string; url: string }> = {
  en: ({ name, code, url }) => ({
    subject: `${code} is your confirmation code`,
    greeting: `Hello ${name},`,
    paragraphs: ['Welcome! Please confirm that this address is yours: enter this code, or press the button in the browser you signed up with.'],
    code,
    button: { label: 'Confirm my address', url },
    closing: 'The code works for one day. If you did not sign up, ignore this mail: nothing happens without the code.',
  }),
  fr: ({ name, code, url }) => ({
    subject: `${code} est votre code de confirmation`,
    greeting: `Bonjour ${name},`,
    paragraphs: ['Bienvenue ! Confirmez que cette adresse est bien la vôtre : saisissez ce code, ou utilisez le bouton dans le navigateur de votre inscription.'],
    code,
    button: { label: 'Confirmer mon adresse', url },
    closing: 'Ce code est valable un jour. Cette inscription ne vient pas de vous ? Ignorez ce message : sans le code, rien ne se passera.',
  }),
};

/** To the owner of an address with which somebody, perhaps they, signed up again. */
export const alreadyYoursLetters: Letters<Recipient & { signInUrl: string; resetUrl: string }> = {
  en: ({ name, signInUrl, resetUrl }) => ({
    subject: 'You already have an account',
    greeting: `Hello ${name},`,
    paragraphs: [
      'Someone just signed up with your address. If it was you: you already have an account and can simply sign in.',
      `Forgot your password? Choose a new one here: ${resetUrl}`,
    ],
    button: { label: 'Sign in', url: signInUrl },
    closing: 'If it was not you, there is nothing to do: your address stays yours.',
  }),
  fr: ({ name, signInUrl, resetUrl }) => ({
    subject: 'Vous avez déjà un compte',
    greeting: `Bonjour ${name},`,
    paragraphs: [
      'Quelqu’un vient de s’inscrire avec votre adresse. Si c’était vous : vous avez déjà un compte, il suffit de vous connecter.',
      `Mot de passe oublié ? Choisissez-en un nouveau ici : ${resetUrl}`,
    ],
    button: { label: 'Me connecter', url: signInUrl },
    closing: 'Si ce n’était pas vous, vous n’avez rien à faire : votre adresse reste la vôtre.',
  }),
};

/** The letter with a code for choosing a new password. */
export const resetLetters: Letters<Recipient & { code: string; url: string }> = {
  en: ({ name, code, url }) => ({
    subject: 'Choose a new password',
    greeting: `Hello ${name},`,
    paragraphs: ['You asked for a new password. Press the button, or enter this code where you asked for it.'],
    code,
    button: { label: 'Choose a new password', url },
    closing: 'The code works once, for one hour. If you did not ask for it, ignore this mail: your password stays as it is.',
  }),
  fr: ({ name, code, url }) => ({
    subject: 'Choisissez un nouveau mot de passe',
    greeting: `Bonjour ${name},`,
    paragraphs: ['Vous avez demandé un nouveau mot de passe. Utilisez le bouton, ou saisissez ce code sur la page de la demande.'],
    code,
    button: { label: 'Choisir un mot de passe', url },
    closing: 'Ce code sert une seule fois, pendant une heure. Vous n’avez rien demandé ? Ignorez ce message : votre mot de passe ne change pas.',
  }),
};

/** Tells the owner that the password is another one now. */
export const passwordChangedLetters: Letters<Recipient & { url: string }> = {
  en: ({ name, url }) => ({
    subject: 'Your password was changed',
    greeting: `Hello ${name},`,
    paragraphs: ['Your password was just changed, and you were signed out everywhere else.'],
    closing: `If it was not you, choose a new password at once: ${url}`,
  }),
  fr: ({ name, url }) => ({
    subject: 'Votre mot de passe a été changé',
    greeting: `Bonjour ${name},`,
    paragraphs: ['Votre mot de passe vient d’être changé, et vos autres sessions ont été fermées.'],
    closing: `Si ce n’était pas vous, choisissez tout de suite un nouveau mot de passe : ${url}`,
  }),
};

const SECURITY_EN: Readonly<Record<SecurityChange, { subject: string; happened: string }>> = {
  PASSKEY_ADDED: { subject: 'A passkey was added to your account', happened: 'A passkey was just added to your account. It opens the account without your password.' },
  PASSKEY_REMOVED: { subject: 'A passkey was removed from your account', happened: 'A passkey of your account was just removed. It no longer opens anything.' },
  TOTP_ADDED: { subject: 'Codes from an app now protect your account', happened: 'From now on, signing in with your password also asks for a code from your authenticator app.' },
  TOTP_REMOVED: { subject: 'Codes from an app no longer protect your account', happened: 'Your authenticator app was just removed: signing in no longer asks for its codes.' },
  RECOVERY_CODES_RENEWED: { subject: 'You have new recovery codes', happened: 'New recovery codes were just made for your account. The ones from before no longer work.' },
  RECOVERY_CODE_USED: { subject: 'A recovery code opened your account', happened: 'Somebody just signed in to your account with your password and one of your recovery codes.' },
  CODES_GUESSED: { subject: 'Somebody is guessing the codes of your account', happened: 'Somebody knows your password and has typed several wrong codes after it. They did not get in, and further tries have to wait.' },
  REMOVED_BY_OPERATOR: { subject: 'The second step of your account was removed', happened: 'Whoever runs this site just removed the passkeys, the authenticator app and the recovery codes of your account, and signed you out everywhere. Sign in with your password and set up a new second step.' },
};

const SECURITY_FR: Readonly<Record<SecurityChange, { subject: string; happened: string }>> = {
  PASSKEY_ADDED: { subject: 'Une clé d’accès a été ajoutée à votre compte', happened: 'Une clé d’accès vient d’être ajoutée à votre compte. Elle l’ouvre sans mot de passe.' },
  PASSKEY_REMOVED: { subject: 'Une clé d’accès a été retirée de votre compte', happened: 'Une clé d’accès vient d’être retirée de votre compte. Elle n’ouvre plus rien.' },
  TOTP_ADDED: { subject: 'Une application protège désormais votre compte', happened: 'Désormais, après votre mot de passe, un code de votre application d’authentification vous sera demandé.' },
  TOTP_REMOVED: { subject: 'Votre application ne protège plus votre compte', happened: 'Votre application d’authentification vient d’être retirée : ses codes ne sont plus demandés à la connexion.' },
  RECOVERY_CODES_RENEWED: { subject: 'Vous avez de nouveaux codes de secours', happened: 'De nouveaux codes de secours viennent d’être créés pour votre compte. Les précédents ne servent plus.' },
  RECOVERY_CODE_USED: { subject: 'Un code de secours a ouvert votre compte', happened: 'Quelqu’un vient de se connecter à votre compte avec votre mot de passe et l’un de vos codes de secours.' },
  CODES_GUESSED: { subject: 'Quelqu’un cherche à deviner les codes de votre compte', happened: 'Quelqu’un connaît votre mot de passe et a saisi plusieurs codes erronés à sa suite. Votre compte est resté fermé, et il faut maintenant attendre pour essayer encore.' },
  REMOVED_BY_OPERATOR: { subject: 'La seconde étape de votre compte a été retirée', happened: 'Qui gère ce site vient de retirer les clés d’accès, l’application et les codes de secours de votre compte, et de fermer toutes vos sessions. Connectez-vous avec votre mot de passe, puis choisissez une nouvelle seconde étape.' },
};

/** Tells the owner that something else, or nothing else, opens the account now. */
export const securityChangedLetters: Letters<Recipient & { what: SecurityChange; url: string; resetUrl: string }> = {
  en: ({ name, what, url, resetUrl }) => ({
    subject: SECURITY_EN[what].subject,
    greeting: `Hello ${name},`,
    paragraphs: [SECURITY_EN[what].happened],
    button: { label: 'See your security settings', url },
    closing: `If it was not you, choose a new password at once, which signs everybody out: ${resetUrl}`,
  }),
  fr: ({ name, what, url, resetUrl }) => ({
    subject: SECURITY_FR[what].subject,
    greeting: `Bonjour ${name},`,
    paragraphs: [SECURITY_FR[what].happened],
    button: { label: 'Voir mes réglages de sécurité', url },
    closing: `Ce n’était pas vous ? Choisissez tout de suite un nouveau mot de passe, ce qui ferme toutes les sessions : ${resetUrl}`,
  }),
};
