import type { DemoIdea } from '../demo-content.types.js';

export const clubIdeas: DemoIdea[] = [
  {
    key: 'library-box',
    title: `Lending boxes for libraries: big sets that travel`,
    category: 'clubs',
    author: 'thursday_club',
    daysAgo: 57,
    status: 'UNDER_REVIEW',
    votes: 127,
    heat: 'steady',
    body: `Nobody in my Thursday club will ever own the Grand Terminus. Twelve of them would love to build it once.

- A sturdy crate with the bricks in numbered **tins** instead of bags
- A set of scales: weigh each tin at the end, and you know whether pieces are missing
- Four weeks per library, then on to the next one by the inter-library van, which drives anyway
- A guest book that travels along

Cost for you: ten sets, ten crates and some spare parts per year. In return several hundred people build your best work, sign the book, and some of them will buy the next one. We do the rest. We’re librarians; lending things is what we’re for.`,
    response: { author: 'theo_lindgren', daysAgo: 9, body: `Weighing the tins is so simple that nobody here had thought of it. In review: we would like to run it with two crates and six libraries first, and we need to know how many pieces go missing per trip before we promise ten. Ifeanyi has found the six libraries in one afternoon. Librarians!` },
    comments: [
      { author: 'teacher_tam', daysAgo: 56, body: `Schools in the summer term? Please?`, helpful: 9 },
      { author: 'nanna_pem', daysAgo: 42, body: `I’d join that club, and I would read the guest book from cover to cover.`, helpful: 13 },
      { author: 'pieter_v', daysAgo: 39, body: `1,900 pieces in tins at ±0.1 g: you can detect one missing 2 × 4, but not one missing 1 × 1. Put the tiny ones in a tin of their own, with finer scales.`, helpful: 17 },
      { author: 'emre_d', daysAgo: 8, body: `The guest book is the best part. Imagine one that has been through sixty towns.`, helpful: 11 },
    ],
  },
  {
    key: 'film-night',
    title: `A brick-film festival with a maximum of ninety seconds`,
    category: 'clubs',
    author: 'stopmotion_sid',
    daysAgo: 5,
    status: 'OPEN',
    votes: 22,
    heat: 'hot',
    body: `Ninety seconds at twelve frames is 1,080 pictures: a week of evenings, so anyone with patience and a phone can enter.

Three prizes: under 13 (sent in by a parent), over 13, and *best sound made with the mouth*. Jury: two members, one animator, one child with veto power. Shown in the shops, with quiet hour respected.`,
    comments: [
      { author: 'rahul_of_three', daysAgo: 5, body: `Best sound made with the mouth: my youngest has been in training since birth.`, helpful: 12 },
      { author: 'lou_by_touch', daysAgo: 4, body: `Audio description as part of the ninety seconds? Could be a category. Could be hilarious.`, helpful: 10, replies: [
        { author: 'stopmotion_sid', daysAgo: 4, body: `“Best described film.” Added. You’re on the jury.`, helpful: 7 },
      ] },
    ],
  },
  {
    key: 'first-sunday',
    title: `First Sunday build-along: one page of instructions, everybody on the same day`,
    category: 'clubs',
    author: 'nanna_pem',
    daysAgo: 2,
    status: 'OPEN',
    votes: 9,
    heat: 'hot',
    body: `On the first Sunday of each month you publish a single page: something small, out of the fifty commonest bricks. We all build it, change one thing about it, and show it here. My grandchildren live in four countries. It would be our Sunday lunch.`,
    comments: [
      { author: 'ines_moc', daysAgo: 1, body: `“Change one thing about it” is the whole hobby in five words.`, helpful: 6 },
    ],
  },
  {
    key: 'swap-table',
    title: `A swap table at every meet-up: grey for colour, kilo for kilo`,
    category: 'clubs',
    author: 'gus_farrow',
    daysAgo: 1,
    status: 'OPEN',
    votes: 6,
    heat: 'hot',
    body: `One table, one set of kitchen scales, no money. You bring a kilo of what you have too much of and leave with a kilo of what you haven’t. I supply the grey.`,
    comments: [],
  },
];
