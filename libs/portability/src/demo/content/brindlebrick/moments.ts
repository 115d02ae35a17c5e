import type { DemoMoments } from '../demo-moments.types.js';

export const moments: DemoMoments = {
  duplicates: [
    {
      idea: {
        key: 'second-booklet',
        title: `A second booklet, so that my sister and I stop fighting over page 12`,
        body: `There is one book and there are two of us. She reads ahead, I lose my place, and somebody cries (me).

Put **two thinner booklets** in the box: one for the left half, one for the right, with a page where the halves meet. It would cost you some paper and it would save us several birthdays.`,
        category: 'instructions',
        author: 'arlo_j',
        daysAgo: 23,
        status: 'OPEN',
        votes: 31,
        heat: 'steady',
        comments: [{ author: 'bo_and_bea', daysAgo: 22, body: `Brother! We asked for the same thing a month ago. Come over, we have biscuits.`, helpful: 12 }],
      },
      into: 'split-book',
      note: 'Both ask for a set that two people can build at once, with a book each.',
      mergedDaysAgo: 1.6,
    },
    {
      idea: {
        key: 'without-the-song',
        title: `Turn the song off on weekdays, for whoever works there`,
        body: `I stood at a toy counter for nine Christmases. The song is charming for a visitor, who hears it once. Whoever works there hears it **some two hundred times a day**.

Weekdays without the song, please. Keep it for Saturdays, when the place is loud anyway.`,
        category: 'shop',
        author: 'vera_k',
        daysAgo: 15,
        status: 'OPEN',
        votes: 26,
        heat: 'steady',
        comments: [{ author: 'quiet_builder', daysAgo: 14, body: `Two hundred times. I had never counted from that side.`, helpful: 19 }],
      },
      into: 'quiet-hour',
      note: 'A quiet hour and a quieter week are asked for by the same people; we answer them together.',
      mergedDaysAgo: 9,
      contest: {
        reason: `The quiet hour is for visitors, one hour on a Sunday. Mine is for the people behind the counter, all week. If they are one idea, the staff will be forgotten first.`,
        daysAgo: 8.4,
        decision: `I see the difference, and I asked the brand before deciding. The shops will answer both in one go, and the staff’s week is now the first line of what they are asked. Every vote counts there, so it stays merged; if the answer leaves the staff out, tell me and I undo it.`,
        decidedDaysAgo: 7.5,
      },
    },
  ],
  survey: {
    ideas: [{ key: 'turning-lighthouse', lowest: 90, highest: 190 }, { key: 'night-market', lowest: 60, highest: 130 }],
    currency: 'GBP',
    forWhom: ['Me, and nobody else may touch it', 'My daughter, who is nine', 'My father, a retired keeper', 'The brick club at the library', 'Both of us, on rainy Sundays', 'A shelf that has been waiting for it'],
  },
  portraits: ['wren_builds', 'gus_farrow', 'lou_by_touch', 'nanna_pem', 'pieter_v', 'thursday_club', 'theo_lindgren'],
  newcomer: {
    follows: { ideas: ['split-book', 'second-booklet', 'library-box'], members: ['wren_builds', 'nanna_pem'], categories: ['clubs'] },
    comment: {
      idea: 'split-book',
      body: `My flatmate and I build with one phone photo each. Two books would be lovely; where would you put the seam in a lighthouse?`,
      daysAgo: 1.2,
      reply: { author: 'bo_and_bea', body: `At the gallery, @robin! One builds the tower, the other the lamp, and the click when they meet is the best part.`, daysAgo: 0.7 },
    },
    answer: {
      idea: 'library-box',
      author: 'theo_lindgren',
      body: `A word on where we are: the two crates are packed, and the six libraries have a date each. The first leaves for Leeds on Monday. We count pieces before and after every trip, and the numbers will stand here, the embarrassing ones too.`,
      daysAgo: 0.4,
    },
    follower: 'wren_builds',
  },
};
