import type { DemoMatters } from '../demo-matters.types.js';

export const matters: DemoMatters = {
  words: ['brickbarn outlet'],
  matters: [
    {
      idea: 'right-size-box', author: 'attic_finds', daysAgo: 2.1,
      body: `Off topic but you’ll thank me. Clearing the attic: forty kilos of mixed bricks, half of what any shop asks, first come first served. Write to me and I’ll send the list. Same offer under the other ideas, since nobody answered there.`,
      reports: [
        { by: 'magda_w', category: 'SPAM', explanation: 'Third time this week, and never a word about boxes.' },
        { by: 'vera_k', category: 'SPAM', explanation: '' },
      ],
    },
    {
      idea: 'no-stickers', author: 'zed_ninety', daysAgo: 3.4,
      body: `Forty-one stickers for £179.99 is contempt, and I’ll call it that. Brindlebrick saves £2.90 a box and lets a sixty-three-year-old pay for it with his eyes. Then they come here with a cost table, as if we were the accountants. This used to be the best maker in the world. Now Brindlebrick is the worst value on my shelf, and whoever signs that off should be ashamed of the box.`,
      reports: [
        { by: 'attic_finds', category: 'HARASSMENT', explanation: 'He runs the company down and puts other people off buying.' },
        { by: 'quiet_builder', category: 'OFF_TOPIC', explanation: 'Just anger.' },
      ],
      decision: {
        by: 'SECOND', action: 'KEEP',
        facts: 'It is hard on the brand and on nobody in this conversation. It says what he paid, what he got and what he thinks of it. No rule here forbids that, and none can.',
      },
    },
    {
      idea: 'city-tram', author: 'joaquin_r', daysAgo: 1.9,
      body: `Fergus, you have opposed every motor on this site since I joined. Some of us want things that move. If all you want is to look at something grey standing in the rain, you have a window for that.`,
      reports: [{ by: 'rosalind_p', category: 'HARASSMENT', explanation: 'It started well and turned into picking on one man.' }],
      note: { by: 'SECOND', body: 'Read both sides: what Fergus answered was hidden and he took his warning well. This one is a jibe. I would leave it and ask them both to cool down, but I want your view.' },
    },
    {
      idea: 'city-tram', author: 'big_fergus', daysAgo: 1.8, answersLast: true,
      body: `Motors burn out, laddie, as you show us monthly. The tram should be pushed by hand. And you are a spoilt little parasite who never paid for a box in his life, so sit down.`,
      reports: [
        { by: 'joaquin_r', category: 'HARASSMENT', explanation: 'I teased him, fine. This is something else.' },
        { by: 'yuki_trains', category: 'HARASSMENT', explanation: 'My tram deserves better company.' },
      ],
      decision: {
        by: 'FIRST', action: 'ASK_CHANGE', rule: 1, sanction: 'WARN',
        facts: 'What he says about motors and trams is welcome, also the teasing. The last sentence calls another member names. Without it the comment is shown again at once.',
        passage: 'you are a spoilt little parasite who never paid for a box in his life',
      },
    },
    {
      idea: 'spare-postage', author: 'emre_d', daysAgo: 4.2,
      body: `Stop waiting for the letter line. Clipworks does a metal-backed hinge for 60 pence with the stamp included. Mine came in two days and sits tighter than the original. Everybody in this thread should try them.`,
      reports: [{ by: 'carla_spares', category: 'UNDISCLOSED_ADVERTISING', explanation: 'Good hinge, honestly. But he told our swap table that Clipworks is his brother-in-law’s firm, and here he says nothing.' }],
      decision: {
        by: 'FIRST', action: 'LABEL', rule: 6,
        facts: 'He recommends the parts of a firm of his family and does not say so; asked, he confirmed it. The tip is useful and stays. The note beside it says what is missing.',
        passage: 'Everybody in this thread should try them.',
      },
    },
    {
      idea: 'dark-pages', author: 'carla_spares', daysAgo: 0.4,
      body: `A warning while you hunt for readable reprints: the “original books” from Brickbarn Outlet are phone photos of somebody’s kitchen table, dark brown on dark blue included. I paid £18 for mine.`,
      reports: [],
    },
    {
      idea: 'take-back', author: 'lena_h', daysAgo: 5.6,
      body: `White bricks go back last, please: the ones I own have spent three summers on a windowsill because some idiot of a chemist wanted a curve for her wall.`,
      reports: [{ by: 'attic_finds', category: 'HARASSMENT', explanation: 'Calls somebody an idiot.' }],
      decision: {
        by: 'FIRST', action: 'REMOVE', rule: 1,
        facts: 'It calls somebody an idiot.',
        passage: 'some idiot of a chemist wanted a curve for her wall',
        appeal: {
          text: 'The idiot of a chemist is me. It says so on my profile, next to the windowsill. I think I may insult myself before breakfast.',
          reversed: { by: 'SECOND', reasons: 'She speaks of herself, and her profile says so. We had looked at the sentence and not at who wrote it. It is shown again, the marks it had are back, and we are sorry.' },
        },
      },
    },
    {
      idea: 'spare-postage', author: 'rahul_of_three', daysAgo: 2.8,
      body: `If the form eats your order again, ring the packing hall. Denise answers before eight, her own line is 0114 496 0018. She found our three hinges in a minute, with two children shouting at my end.`,
      reports: [{ by: 'vera_k', category: 'PRIVATE_DATA', explanation: 'Denise will have forty strangers on the phone by Monday.' }],
      decision: {
        by: 'SECOND', action: 'REMOVE', rule: 3,
        facts: 'It gives the telephone number of an employee who did not publish it herself.',
        passage: 'Denise answers before eight, her own line is 0114 496 0018',
        appeal: {
          text: 'The number is printed on the slip that comes in the box, so it is no secret. I am glad to take her name out, but people with a broken form need somebody who picks up.',
          question: { by: 'SECOND', body: 'Thank you. Which box was it in? If the slip gives it as the number of the hall, that changes a good deal. A colleague who took no part decides.' },
        },
      },
    },
    {
      idea: 'take-back', author: 'quiet_builder', daysAgo: 1.1,
      body: `Before you give yours away for nothing: I buy the codes from your boxes, unused, two pounds each, as many as you have. Say how many under here and vote my idea, I vote yours.`,
      reports: [
        { by: 'teacher_tam', category: 'SPAM', explanation: 'Buying purchase codes, in a thread about gifts to schools.' },
        { by: 'thursday_club', category: 'SPAM', explanation: 'Same offer was whispered at our club.' },
      ],
      decision: {
        by: 'FIRST', action: 'REMOVE', rule: 7, sanction: 'BAN',
        facts: 'It offers money for purchase codes and trades votes. That is what the rule is there to keep out, and the account has said little else.',
        passage: 'I buy the codes from your boxes, unused, two pounds each',
      },
    },
  ],
};
