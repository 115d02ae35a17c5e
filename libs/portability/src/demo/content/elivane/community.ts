import type { DemoCommunity } from '../demo-content.types.js';
import { elivaneMembers } from './members.js';
import { achatIdeas } from './ideas-achat.js';
import { autonomieIdeas } from './ideas-autonomie.js';
import { couleursIdeas } from './ideas-couleurs.js';
import { entretienIdeas } from './ideas-entretien.js';
import { habitacleIdeas } from './ideas-habitacle.js';
import { logicielIdeas } from './ideas-logiciel.js';
import { securiteIdeas } from './ideas-securite.js';
import { villeIdeas } from './ideas-ville.js';

const guidelines = `## Comment on se parle ici

- **Soyez précis.** « Le chauffage met onze minutes à désembuer par 2 °C » aide un ingénieur. « C’est nul » n’aide personne.
- **Critiquez-nous franchement.** Aucun message n’est masqué parce qu’il est négatif envers Élivane. On masque les attaques contre des personnes.
- **Une idée par message.** Si la vôtre existe déjà, soutenez-la et ajoutez en commentaire ce qui manque.
- **Dites d’où vous parlez.** Salarié, concurrent, professionnel de l’automobile : déclarez-le à côté de votre texte. C’est bienvenu, pourvu que ce soit dit.
- **Pas de plaques, pas d’adresses.** Floutez vos photos, les vôtres et celles des autres.

Les modérateurs ne font pas partie de l’équipe de la marque. Si l’un de vos messages est masqué, vous saurez quelle règle, quel passage, et comment faire appel.`;

const rules = [
  { title: 'Parlez de la voiture, pas des gens', body: 'Ni insultes, ni menaces, ni acharnement d’une page à l’autre. Dites d’une finition qu’elle est bâclée si vous le pensez ; celui qui l’aime reste un lecteur comme vous.' },
  { title: 'Personne n’est au bord de la route', body: 'Nul n’est attaqué pour son origine, sa foi, sa façon de vivre, ses amours ou un handicap.' },
  { title: 'Ni plaques, ni adresses', body: 'Floutez les plaques et les visages. Pas de numéros, d’adresses, de dossiers de garage ni de messages privés.' },
  { title: 'Pas de spam', body: 'Le même texte sous dix idées, un lien de parrainage, une annonce de vente : ce n’est pas l’endroit.' },
  { title: 'Une idée, un endroit', body: 'Écrivez sous l’idée dont vous parlez. Les doublons sont réunis, avec leurs soutiens.' },
  { title: 'Dites d’où vous parlez', body: 'Salarié, garagiste, vendeur, employé d’une autre marque : dites-le à côté de votre texte, vous restez le bienvenu.' },
  { title: 'Un conducteur, une voix', body: 'Pas de seconds comptes, pas de votes échangés, pas de textes copiés en série, pas de signalements pour nuire à quelqu’un.' },
  { title: 'Sous votre nom ou votre pseudonyme', body: 'Ne vous faites pas passer pour un ingénieur de la maison, pour un autre membre ou pour l’équipe.' },
  { title: 'La route d’abord', body: 'Ne conseillez ni un montage dangereux, ni de rouler sans ce que la loi exige.' },
] as const;

const terms = `## Conditions de la communauté Élivane

1. **Votre idée reste la vôtre.** En la publiant, vous nous autorisez à l’afficher ici et à en discuter, rien de plus.
2. **Si nous la réalisons, nous le disons.** Votre nom figure sur la page de l’idée et dans les notes de version ou la fiche du véhicule. Si l’idée est brevetable, nous vous proposons un contrat écrit avant toute démarche ; vous pouvez refuser.
3. **Des idées se ressemblent.** Si nous travaillions déjà sur le sujet, nous le disons publiquement, avec la date.
4. **La sécurité d’abord.** Une idée qui touche aux freins, à la direction ou à la batterie n’est jamais une consigne de bricolage.
5. **Vous pouvez partir.** Vos données privées sont effacées ; les idées soutenues par d’autres restent, signées « un ancien membre », sauf si vous les supprimez avant.

Il faut avoir 16 ans ou plus.`;

const ideaTemplate = `**Le problème, en situation :** où, quand, avec qui dans la voiture ?

**Ce que je propose :**

**Ce que je fais aujourd’hui à la place :**

**Modèle concerné :** Brise, Rive, application, les deux ?`;

export const elivane: DemoCommunity = {
  slug: 'elivane',
  name: 'Élivane',
  locale: 'fr',
  tagline: `La ville change de rythme. Dessinons-\u2060la ensemble.`,
  description: `La communauté d’Élivane, petites voitures électriques de ville : proposez, soutenez, discutez, et lisez les réponses du bureau d’études.`,
  guidelines,
  rules,
  terms,
  minAge: 16,
  theme: {
    accent: '#0B6E8F',
    headingFace: 'sleek',
    corners: 'sharp',
    hero: '/demo/elivane/hero.svg',
    logo: '/demo/elivane/logo.svg',
    favicon: '/demo/elivane/favicon.svg',
  },
  ideaTemplate,
  categories: [
    { slug: 'autonomie-recharge', name: 'Autonomie et recharge', description: `Kilomètres réels, prises, câbles, bornes et factures.` },
    { slug: 'habitacle', name: 'Habitacle et rangement', description: `Ce qu’on touche, ce qu’on range, ce qu’on cherche sous le siège.` },
    { slug: 'logiciel', name: 'Application et logiciel', description: `L’appli, l’écran, les mises à jour, la clé dans le téléphone.` },
    { slug: 'securite', name: 'Sécurité et conduite', description: `Voir, être vu, freiner, tourner, arriver.` },
    { slug: 'ville', name: 'Vivre en ville', description: `Stationner, partager, livrer, cohabiter avec les autres.` },
    { slug: 'entretien', name: 'Entretien et réparation', description: `Pièces, ateliers, délais, et le droit de réparer soi-même.` },
    { slug: 'achat', name: 'Achat et prix', description: `Essai, prix, location, reprise : du clair, du net.` },
    { slug: 'couleurs', name: 'Couleurs et matières', description: `Peintures, tissus, textures, tout ce qui n’est pas gris.` },
  ],
  members: elivaneMembers,
  ideas: [
    ...autonomieIdeas,
    ...habitacleIdeas,
    ...logicielIdeas,
    ...securiteIdeas,
    ...villeIdeas,
    ...entretienIdeas,
    ...achatIdeas,
    ...couleursIdeas,
  ],
};
