import type { DemoMatters } from '../demo-matters.types.js';

export const matters: DemoMatters = {
  words: ['boîtier kilomax'],
  matters: [
    {
      idea: 'lampadaire', author: 'curieux_du_27', daysAgo: 2.2,
      body: `Rien à voir avec le câble, mais ça peut servir : mon lien de parrainage pour une carte de recharge, vingt euros pour vous, vingt pour moi. Demandez-le-moi ici, je l’envoie à tout le monde, comme sous les autres idées.`,
      reports: [
        { by: 'kenza_o', category: 'SPAM', explanation: 'Il l’a mis sous quatre idées depuis lundi.' },
        { by: 'mariam_s', category: 'SPAM', explanation: '' },
      ],
    },
    {
      idea: 'onze-semaines', author: 'oncle_paul', daysAgo: 3.1,
      body: `Onze semaines pour un rétroviseur, c’est du mépris de la part d’Élivane, et je pèse mes mots. J’ai essayé des voitures pendant trente ans : jamais une marque ne m’a pris pour un imbécile avec autant de politesse. Vous vendez une voiture de ville et vous laissez les gens à pied en ville. Élivane a perdu la main, et celui qui signe ces délais devrait venir les expliquer ici.`,
      reports: [
        { by: 'curieux_du_27', category: 'HARASSMENT', explanation: 'Il s’acharne sur la marque, ça décourage d’acheter.' },
        { by: 'tchoupi_du_13', category: 'OFF_TOPIC', explanation: 'Il râle, c’est tout.' },
      ],
      decision: {
        by: 'SECOND', action: 'KEEP',
        facts: 'Le propos est dur pour la marque et ne vise personne ici. Il dit un délai, une expérience et un avis. Aucune règle ne l’interdit, et aucune ne pourra l’interdire.',
      },
    },
    {
      idea: 'vrais-boutons', author: 'ulysse_g', daysAgo: 1.9,
      body: `Hugo, chaque fois qu’on parle d’écran tu nous refais le couplet du bon vieux temps. Tout le monde ne conduit pas à quatre heures du matin avec des moufles. Les menus, ça s’apprend.`,
      reports: [{ by: 'sandrine_v', category: 'HARASSMENT', explanation: 'Ça commençait bien et ça finit en procès d’un seul homme.' }],
      note: { by: 'SECOND', body: 'À lire avec la réponse de Hugo, masquée depuis ; il a pris acte de l’avertissement. Ici c’est une pique, pas une attaque. Je la laisserais, en leur demandant de souffler à tous les deux. Ton avis ?' },
    },
    {
      idea: 'vrais-boutons', author: 'hugo_nuit', daysAgo: 1.8, answersLast: true,
      body: `Un bouton, on le trouve sans le regarder, et la nuit c’est une question de vie. Toi, tu es un petit parasite qui roule dans la voiture de mamie sans avoir jamais payé un plein. Reviens quand tu travailleras.`,
      reports: [
        { by: 'ulysse_g', category: 'HARASSMENT', explanation: 'Je l’ai taquiné, d’accord. Là, c’est autre chose.' },
        { by: 'agathe_p', category: 'HARASSMENT', explanation: 'Sous mon idée, non.' },
      ],
      decision: {
        by: 'FIRST', action: 'ASK_CHANGE', rule: 1, sanction: 'WARN',
        facts: 'Ce qu’il dit des boutons et de la nuit est utile, le ton vif aussi a sa place. Une phrase insulte un autre membre. Sans elle, le commentaire reparaît aussitôt.',
        passage: 'tu es un petit parasite qui roule dans la voiture de mamie sans avoir jamais payé un plein',
      },
    },
    {
      idea: 'pare-chocs-trois', author: 'flora_m', daysAgo: 4.3,
      body: `En attendant que la marque se réveille : la maison Galet, à Nice, coule des coins de pare-chocs à 68 €, teintés dans la masse, posés en une heure. Les miens ont un an et pas une fissure. Allez-y tous.`,
      reports: [{ by: 'marco_ttl', category: 'UNDISCLOSED_ADVERTISING', explanation: 'Beau travail, rien à dire. Mais Galet, c’est l’atelier de son mari, et elle n’en dit pas un mot.' }],
      decision: {
        by: 'FIRST', action: 'LABEL', rule: 6,
        facts: 'Elle recommande l’atelier de son mari sans le dire ; interrogée, elle l’a confirmé. Le conseil est utile et reste. La mention placée à côté dit ce qui manque.',
        passage: 'Allez-y tous.',
      },
    },
    {
      idea: 'reprise-batterie', author: 'prof_joule', daysAgo: 0.4,
      body: `Un mot de prudence avant de revendre : le boîtier Kilomax, qui promet d’afficher une batterie neuve à l’acheteur, ne fait que réécrire un chiffre. La cellule, elle, n’a rien oublié, et la fraude se voit en une charge complète.`,
      reports: [],
    },
    {
      idea: 'avis-apres-trajet', author: 'clementine_d', daysAgo: 5.4,
      body: `Hier, note demandée après 400 mètres. Deux étoiles, parce que l’abrutie au volant avait laissé le frein à main jusqu’au gymnase.`,
      reports: [{ by: 'curieux_du_27', category: 'HARASSMENT', explanation: 'Elle traite quelqu’un d’abrutie.' }],
      decision: {
        by: 'FIRST', action: 'REMOVE', rule: 1,
        facts: 'Le commentaire traite quelqu’un d’abrutie.',
        passage: 'l’abrutie au volant avait laissé le frein à main',
        appeal: {
          text: 'L’abrutie au volant, c’était moi : mon trajet, ma voiture, mon frein à main. Si l’on ne peut plus rire de soi avant le premier cours, je demande un recours.',
          reversed: { by: 'SECOND', reasons: 'Elle parle d’elle-même, et la phrase d’avant le montre. Nous avions lu le mot sans lire qui l’écrivait. Le commentaire reparaît, avec les mercis qu’il avait reçus. Nos excuses.' },
        },
      },
    },
    {
      idea: 'onze-semaines', author: 'mehdi_s', daysAgo: 2.7,
      body: `Si l’appli tourne en rond, appelez l’entrepôt : Nadège répond avant huit heures, sa ligne directe est le 04 65 71 00 18. Elle m’a retrouvé une optique en deux minutes, pendant que je livrais.`,
      reports: [{ by: 'bernard_h', category: 'PRIVATE_DATA', explanation: 'Quarante inconnus vont l’appeler lundi matin.' }],
      decision: {
        by: 'SECOND', action: 'REMOVE', rule: 3,
        facts: 'Le commentaire donne le numéro d’une salariée qui ne l’a pas publié elle-même.',
        passage: 'Nadège répond avant huit heures, sa ligne directe est le 04 65 71 00 18',
        appeal: {
          text: 'Le numéro est imprimé sur le bon de livraison : ce n’est un secret pour personne. J’enlève volontiers le prénom, mais quand on travaille avec la voiture, il faut quelqu’un qui décroche.',
          question: { by: 'SECOND', body: 'Merci. Sur quel bon figure-t-il ? S’il y est donné comme le numéro de l’entrepôt, cela change beaucoup. Une personne qui n’a pris aucune part à la décision tranchera.' },
        },
      },
    },
    {
      idea: 'couleur-690', author: 'tchoupi_du_13', daysAgo: 1.2,
      body: `Plutôt que de pleurer sur 690 € : j’achète vos codes de livraison Brise non utilisés, cinq euros pièce. Dites combien ici, soutenez mon idée et je soutiens la vôtre.`,
      reports: [
        { by: 'ngoc_anh', category: 'SPAM', explanation: 'Il achète des codes et des votes, sous une idée de peinture.' },
        { by: 'aurore_n', category: 'SPAM', explanation: 'Reçu la même offre en message.' },
      ],
      decision: {
        by: 'FIRST', action: 'REMOVE', rule: 7, sanction: 'BAN',
        facts: 'Le commentaire propose d’acheter des codes et d’échanger des votes. C’est exactement ce que la règle écarte, et ce compte n’a guère écrit autre chose.',
        passage: 'j’achète vos codes de livraison Brise non utilisés, cinq euros pièce',
      },
    },
  ],
};
