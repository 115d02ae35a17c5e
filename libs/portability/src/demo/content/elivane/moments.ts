import type { DemoMoments } from '../demo-moments.types.js';

export const moments: DemoMoments = {
  duplicates: [
    {
      idea: {
        key: 'cabas-qui-sonne',
        title: `Le cabas du marché ne devrait pas déclencher l’alarme de ceinture`,
        body: `Samedi, trois kilos de courgettes sur le siège passager : bip jusqu’à la maison. J’ai fini par **attacher les courgettes**.

Un seuil un peu plus haut, ou un bouton « je sais, merci », et la voiture redevient fréquentable.`,
        category: 'securite',
        author: 'rose_t',
        daysAgo: 19,
        status: 'OPEN',
        votes: 28,
        heat: 'steady',
        comments: [{ author: 'sandrine_v', daysAgo: 18, body: `Bienvenue au club. Les miennes étaient des aubergines.`, helpful: 14 }],
      },
      into: 'bip-ceinture',
      note: 'Les deux idées demandent que la voiture distingue un sac d’un passager.',
      mergedDaysAgo: 1.6,
    },
    {
      idea: {
        key: 'borne-lampadaire-cour',
        title: `Des prises sur les lampadaires de nos cours d’immeuble`,
        body: `Soixante-quatre logements, trois prises, et dans la cour **onze lampadaires** qui ne servent que la nuit. Le câble est déjà là.

Que la marque fournisse un boîtier simple, à poser par un électricien du quartier, et les copropriétés feront le reste.`,
        category: 'autonomie-recharge',
        author: 'mariam_s',
        daysAgo: 16,
        status: 'OPEN',
        votes: 34,
        heat: 'steady',
        comments: [{ author: 'bastien_lm', daysAgo: 15, body: `Techniquement c’est le même boîtier que dans la rue, avec un autre compteur.`, helpful: 17 }],
      },
      into: 'lampadaire',
      note: 'Même boîtier, même demande : nous y répondrons d’un seul tenant, rue et cour.',
      mergedDaysAgo: 9,
      contest: {
        reason: `Dans la rue, c’est la ville qui décide ; dans la cour, c’est l’assemblée générale. Si l’on mélange les deux, on attendra la mairie pour une prise que nous pourrions poser demain.`,
        daysAgo: 8.2,
        decision: `Vous avez raison sur qui décide, et la marque s’engage à répondre aux deux cas séparément dans sa réponse. Le boîtier, lui, est bien le même et les soutiens s’additionnent : la fusion est maintenue. Si la cour est oubliée, écrivez-moi et je l’annule.`,
        decidedDaysAgo: 7.3,
      },
    },
  ],
  survey: {
    ideas: [{ key: 'batterie-amovible', lowest: 900, highest: 2400 }, { key: 'lampadaire', lowest: 150, highest: 450 }],
    currency: 'EUR',
    forWhom: ['Pour moi, au troisième sans ascenseur', 'Pour ma mère, qui se gare dans la rue', 'Pour toute la copropriété', 'Pour mes tournées', 'Pour les week-ends seulement', 'Pour la voiture que nous partageons à onze'],
  },
  portraits: ['mamie_volt', 'capucine_r', 'oncle_paul', 'garage_mado', 'remi_t', 'leonie_f', 'julien_abadie'],
  newcomer: {
    follows: { ideas: ['bip-ceinture', 'cabas-qui-sonne', 'son-approche'], members: ['mamie_volt', 'violette_a'], categories: ['couleurs'] },
    comment: {
      idea: 'bip-ceinture',
      body: `Chez moi c’est la contrebasse d’un ami qui sonne. Elle est attachée, pourtant. Un capteur qui sait compter jusqu’à deux, ce serait possible ?`,
      daysAgo: 1.2,
      reply: { author: 'sandrine_v', body: `@robin, une contrebasse attachée mérite surtout une photo ! Mais oui : poids et ceinture ensemble, et tout le monde se tait.`, daysAgo: 0.7 },
    },
    answer: {
      idea: 'son-approche',
      author: 'julien_abadie',
      body: `Un point d’étape : trois sons ont été enregistrés la semaine dernière, dont un qui ne doit rien aux extraterrestres. Nous les ferons écouter à des personnes malvoyantes avant tout le monde, car c’est pour elles qu’il existe. Le résultat sera publié ici, même s’il nous donne tort.`,
      daysAgo: 0.4,
    },
    follower: 'mamie_volt',
  },
};
