/** A circle of a demo community. Handles and keys are those of the community's content. */
export interface DemoCircle {
  readonly slug: string;
  readonly name: string;
  readonly description: string;
  readonly joining: 'OPEN' | 'BY_REQUEST';
  readonly daysAgo: number;
  /** In the order they came; the first founded it. */
  readonly members: readonly string[];
  readonly recognised?: { readonly daysAgo: number; readonly note: string };
  readonly posts: readonly DemoCirclePost[];
  /** Closed; the first of the candidates won. */
  readonly election?: { readonly daysAgo: number; readonly candidates: readonly { readonly handle: string; readonly statement: string; readonly votes: number }[] };
  /** Somebody waits for an answer. */
  readonly request?: { readonly handle: string; readonly message: string; readonly daysAgo: number };
}

export interface DemoCirclePost {
  readonly author: string;
  readonly daysAgo: number;
  readonly body: string;
  /** Key of an idea it shares. */
  readonly idea?: string;
  readonly replies?: readonly { readonly author: string; readonly daysAgo: number; readonly body: string }[];
}

export const demoCircles: Readonly<Record<string, readonly DemoCircle[]>> = {
  brindlebrick: [
    {
      slug: 'night-builders',
      name: 'Night builders',
      description: 'For those who sort bricks when the house is asleep. We share **what is on the table**, the ideas we would love to see made, and on the first Sunday we build the same page together.',
      joining: 'OPEN',
      daysAgo: 120,
      members: ['gus_farrow', 'wren_builds', 'pieter_v', 'ottilie', 'yuki_trains', 'captain_bello', 'plaidcat', 'carla_spares'],
      recognised: { daysAgo: 60, note: 'Our oldest night shift, and the reason our instructions say “quietly”. Thank you for the first Sundays.' },
      election: {
        daysAgo: 20,
        candidates: [
          { handle: 'ottilie', statement: 'I answer at two in the morning anyway.', votes: 4 },
          { handle: 'pieter_v', statement: 'Less talk, more lamps.', votes: 2 },
          { handle: 'yuki_trains', statement: '', votes: 1 },
        ],
      },
      posts: [
        { author: 'wren_builds', daysAgo: 9, idea: 'first-sunday', body: 'This is our Sunday, for everybody. Who is in?', replies: [
          { author: 'captain_bello', daysAgo: 8.8, body: 'In. I bring the grey.' },
          { author: 'ottilie', daysAgo: 8.2, body: 'In, and I ask the shop in the harbour for a table.' },
        ] },
        { author: 'carla_spares', daysAgo: 4, body: 'Found eleven dark brown plates behind the radiator. The *library tower* stands, at last.', replies: [
          { author: 'plaidcat', daysAgo: 3.9, body: 'Behind the radiator is where all brown plates are born.' },
        ] },
        { author: 'ottilie', daysAgo: 1.5, body: 'Thank you for the votes! First thing as your spokesperson: a list of lamps that do not wake anybody. Say yours below.' },
      ],
    },
    {
      slug: 'by-touch',
      name: 'By touch',
      description: 'Builders who see little or nothing, and those who write instructions for them. We test every text with our hands before we recommend it. By request, so that people can speak about their eyes among themselves.',
      joining: 'BY_REQUEST',
      daysAgo: 75,
      members: ['lou_by_touch', 'tilda_moss', 'nanna_pem', 'aoife_ot'],
      request: { handle: 'mei_lin', message: 'I write manuals for a living and would like to learn from you.', daysAgo: 2 },
      posts: [
        { author: 'lou_by_touch', daysAgo: 12, idea: 'text-instructions', body: 'They asked how long a good text takes. Bring your numbers.' },
        { author: 'nanna_pem', daysAgo: 5, body: 'Forty minutes for sixteen pages, with tea.', replies: [{ author: 'lou_by_touch', daysAgo: 4.6, body: 'With tea counts.' }] },
      ],
    },
  ],
  elivane: [
    {
      slug: 'rouleurs-d-hiver',
      name: 'Rouleurs d’hiver',
      description: 'Celles et ceux qui roulent électrique là où il gèle. On compare **les vraies autonomies**, on partage nos trajets et les idées qui nous feraient gagner des kilomètres.',
      joining: 'OPEN',
      daysAgo: 110,
      members: ['mamie_volt', 'bastien_lm', 'capucine_r', 'garage_mado', 'youssef_b', 'lucie_amp', 'oncle_paul', 'solene_k'],
      recognised: { daysAgo: 45, note: 'Leurs relevés de janvier ont corrigé les nôtres. Merci à ce cercle, chiffres à l’appui.' },
      election: {
        daysAgo: 15,
        candidates: [
          { handle: 'garage_mado', statement: 'Je sais lire un relevé et tenir une réunion courte.', votes: 4 },
          { handle: 'bastien_lm', statement: 'Pour que la Bretagne compte aussi comme un pays froid.', votes: 2 },
          { handle: 'oncle_paul', statement: '', votes: 1 },
        ],
      },
      posts: [
        { author: 'mamie_volt', daysAgo: 10, idea: 'autonomie-honnete', body: 'On en parle depuis deux hivers, la voilà écrite. Allez la lire.', replies: [
          { author: 'youssef_b', daysAgo: 9.7, body: 'Lue. J’ajoute mes relevés du col ce soir.' },
        ] },
        { author: 'capucine_r', daysAgo: 5, body: 'Annecy–Grenoble par −6 °C : 21 % de plus que l’affichage. Le chauffage fait la moitié, les pneus le reste.', replies: [
          { author: 'garage_mado', daysAgo: 4.8, body: 'Gonfle à 2,7 et refais-le, tu verras.' },
        ] },
        { author: 'garage_mado', daysAgo: 2, body: 'Merci pour vos voix. Premier chantier : une feuille de relevés commune, la même pour tout le monde.' },
      ],
    },
    {
      slug: 'premieres-brises',
      name: 'Premières Brises',
      description: 'Le petit cercle de celles et ceux qui ont eu une Brise parmi les cinq cents premières. On y parle franchement des défauts de jeunesse, entre nous d’abord.',
      joining: 'BY_REQUEST',
      daysAgo: 80,
      members: ['oncle_paul', 'agathe_p', 'remi_t', 'sandrine_v'],
      request: { handle: 'thibault_c', message: 'La mienne porte le numéro 412. Je peux venir ?', daysAgo: 1 },
      posts: [
        { author: 'agathe_p', daysAgo: 14, idea: 'trappe-avant', body: 'Qui d’autre se gare toujours à l’envers ?' },
        { author: 'oncle_paul', daysAgo: 6, body: 'Le joint de ma portière siffle à 90. Le vôtre aussi ?', replies: [{ author: 'remi_t', daysAgo: 5.5, body: 'À 85 chez moi. Un point de colle et plus rien.' }] },
      ],
    },
  ],
};
