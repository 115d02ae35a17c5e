import type { DemoIdea } from '../demo-content.types.js';

export const instructionIdeas: DemoIdea[] = [
  {
    key: 'pattern-for-colour',
    title: `Show colours with a pattern as well: one man in twelve can’t see yours`,
    category: 'instructions',
    author: 'samira_k',
    daysAgo: 125,
    status: 'IN_PROGRESS',
    votes: 176,
    heat: 'steady',
    body: `Step 112 of the Grand Terminus asks for two dark brown and two dark green plates. To me it asks for four identical plates. (Colour-blind women exist. Hello.)

A tiny mark beside each part in the call-out box would do: a letter code, **DB** and **DG**, or a hatch. Metro maps do it, card games do it, it costs a bit of ink.`,
    response: { author: 'theo_lindgren', daysAgo: 29, body: `Letter codes won over hatches in a test with fourteen colour-blind builders, Samira among them: 31 % fewer wrong picks, and nobody else felt disturbed. All books that go to print from February carry them. The app gets a switch earlier, in the next release. Old books will follow as new PDFs, most-owned sets first.` },
    comments: [
      { author: 'bo_and_bea', daysAgo: 120, body: `Bea is red-green colour-blind and I’m the one who does the sorting. With codes she could do it alone, and I’d have to find another job in this marriage.`, helpful: 15 },
      { author: 'teacher_tam', daysAgo: 101, body: `Statistically one or two of my boys in every class. They think they’re bad at building. They’re not.`, helpful: 32 },
      { author: 'samira_k', daysAgo: 28, body: `Test report: there were fourteen of us, one table, and not one argument about what colour anything was. Bliss.`, helpful: 23 },
    ],
  },
  {
    key: 'offline-app',
    title: `The Brindle app should work in a tent`,
    category: 'instructions',
    author: 'bo_and_bea',
    daysAgo: 100,
    status: 'PLANNED',
    votes: 134,
    heat: 'steady',
    body: `We build on holiday. In a cottage, on a ferry, once in a tent in the rain in Jämtland. The app downloads each page when you turn it, so at step 40 it stops and shows a sad Brindling holding a cable.

One button: **Keep this book on my device.** A book is 30 MB. My podcast app keeps three hundred times that.`,
    response: { author: 'theo_lindgren', daysAgo: 44, body: `Planned for the spring release: a “keep” button per book, no account needed, works until you remove it. The sad Brindling with the cable will be retired with honours; someone in the studio asked to keep him as a sticker. (Gus: a *voluntary* sticker.)` },
    comments: [
      { author: 'priya_nair', daysAgo: 99, helpful: 12, interest: { kind: 'PROFESSIONAL', note: `Mobile developer, no tie to Brindlebrick` }, body: `From the outside it looks as if pages are already cached for an hour. So the hard part is built, they only need to keep it longer and let the reader choose.` },
      { author: 'captain_bello', daysAgo: 81, body: `There is no reception between Harwich and the Hook. I had four hours, a canal boat’s worth of bricks and no page 12.`, helpful: 8 },
      { author: 'gus_farrow', daysAgo: 43, body: `I saw that.`, helpful: 27 },
    ],
  },
  {
    key: 'split-book',
    title: `Two books in the box, so two people can build`,
    category: 'instructions',
    author: 'bo_and_bea',
    daysAgo: 54,
    status: 'OPEN',
    votes: 71,
    heat: 'steady',
    body: `For sets over 800 pieces: split the book into a left half and a right half that meet at the end. Bags 1–4 for me, bags 5–8 for her, and a last chapter together.

We have been sawing books apart with a bread knife since 2009. It works until page 60, where my half needs a roof that her half hasn’t built.

Six days left on the clock and about thirty votes short, so if you have a partner, a parent or a best friend: please.`,
    edited: {
      daysAgo: 0.9,
      previousBody: `For sets over 800 pieces: split the book into a left half and a right half that meet at the end. Bags 1–4 for me, bags 5–8 for her, and a last chapter together.

We have been sawing books apart with a bread knife since 2009. It works until page 60, where my half needs a roof that her half hasn’t built.`,
    },
    comments: [
      { author: 'rahul_of_three', daysAgo: 53, body: `Three books, please. I will not explain to the youngest why she’s only allowed to hand over bricks.`, helpful: 10 },
      { author: 'thursday_club', daysAgo: 39, body: `In our club four people share a set by photographing pages. A book that *plans* for it would be much better: someone has to decide where the seams are.`, helpful: 9, replies: [
        { author: 'bo_and_bea', daysAgo: 38, body: `Yes! The seams are the design work. The paper is cheap.`, helpful: 3 },
      ] },
      { author: 'zed_ninety', daysAgo: 22, body: `Counterpoint: I build to get away from people.`, helpful: 16 },
    ],
  },
  {
    key: 'dark-pages',
    title: `Dark brown parts on a dark blue page: I need a lamp, a lens and a priest`,
    category: 'instructions',
    author: 'nanna_pem',
    daysAgo: 17,
    status: 'OPEN',
    votes: 52,
    heat: 'hot',
    body: `The witchy sets have gorgeous night-blue pages. I’m seventy-four and I can’t see a black piece on them, nor a brown one. My optician says that nothing is wrong with me that white paper wouldn’t cure.

Keep the pretty blue for the borders. Put the building on white.`,
    comments: [
      { author: 'samira_k', daysAgo: 16, body: `Measured one page: contrast of 1.3 to 1 between part and paper. Anything below 3 is a guess.`, helpful: 14 },
      { author: 'tilda_moss', daysAgo: 15, body: `I adore the blue and I’ve put the wrong brick in at step 77 three times. Both can be true.`, helpful: 9 },
      { author: 'priya_nair', daysAgo: 10, body: `The app could offer “paper white” right away, the parts are separate images.`, helpful: 6 },
    ],
  },
  {
    key: 'archive',
    title: `Open the archive: every old instruction book, as a scan`,
    category: 'instructions',
    author: 'carla_spares',
    daysAgo: 200,
    status: 'DELIVERED',
    votes: 133,
    heat: 'cold',
    body: `Sets from before 2005 have no PDF. People sell photocopies for £15. You own the originals (I hope), so scan them and put them online for nothing. It keeps old sets alive and out of the bin, which is the greenest thing a toy company can do.

I’ll lend you the forty-one books that I’ve got and you haven’t.`,
    response: { author: 'marguerite', daysAgo: 92, body: `The archive is open: 1,163 books from 1981 to 2005, free, no account. Thirty-eight of them exist only because Carla lent us hers; they arrived in a suitcase, each one in tissue paper, and they have gone back the same way.

We are still missing four. If you own *Mill at Wend* (1984), *Ice Lorry* (1986) or either of the 1989 *Pocket Zoos*, we will pay the postage both ways and throw in a tin of biscuits.` },
    comments: [
      { author: 'zed_ninety', daysAgo: 91, body: `My moon base. Page one. I was seven again for about a minute.`, helpful: 39 },
      { author: 'attic_finds', daysAgo: 14, body: `I think I have the Ice Lorry. The book has a jam stain on the cover. Does that count?`, helpful: 18, replies: [
        { author: 'theo_lindgren', daysAgo: 14, body: `It counts double. I’m writing to you now, please open your messages!`, helpful: 22 },
        { author: 'carla_spares', daysAgo: 13, body: `A jam stain is provenance.`, helpful: 31 },
      ] },
    ],
  },
  {
    key: 'child-account',
    title: `Why does a six-year-old need an account to turn a page?`,
    category: 'instructions',
    author: 'priya_nair',
    daysAgo: 40,
    status: 'UNDER_REVIEW',
    votes: 158,
    heat: 'hot',
    body: `We opened the app for the Witch’s Tower. It asked for a name, a date of birth, an e-mail, whether it may send notifications and whether it may “personalise our journey”. My son is six. His journey is from step 1 to step 64.

- Instructions must work without an account. A paper book doesn’t ask who I am.
- If you want accounts for the gallery and the club, fine, ask then.
- Tell us what is stored about children today, and for how long.

I write apps for a living and I know why the screen is there. Take it out anyway.`,
    interest: { kind: 'PROFESSIONAL', note: `Mobile developer, no tie to Brindlebrick` },
    response: { author: 'marguerite', daysAgo: 18, body: `The criticism is right and I would have written it less kindly. The sign-up screen came with a statistics package in 2022. Our privacy officer is going through what has been stored; the result will be published here by the end of next month, whatever it says. Under review until then, because I do not want to announce a date for the change before I know how deep it goes. New installations already skip the date of birth.` },
    comments: [
      { author: 'rahul_of_three', daysAgo: 39, body: `According to your app my children are all 41 and called Rahul.`, helpful: 35 },
      { author: 'teacher_tam', daysAgo: 37, body: `Schools simply can’t use it as it is. We print the PDFs.`, helpful: 17 },
      { author: 'lou_by_touch', daysAgo: 30, body: `Also: the date wheel on that screen can’t be operated with a screen reader. I’m stuck in January 1900.`, helpful: 20, replies: [
        { author: 'priya_nair', daysAgo: 30, body: `You look great for your age, Lou.`, helpful: 24 },
        { author: 'theo_lindgren', daysAgo: 17, body: `That wheel is gone as of yesterday’s release.`, helpful: 9 },
      ] },
      { author: 'gus_farrow', daysAgo: 12, body: `“Personalise our journey.” I’d like to meet the person who wrote that, with a cup of tea and some questions.`, helpful: 15 },
    ],
  },
  {
    key: 'ar-dragon',
    title: `Augmented reality: let the dragon fly round the living room`,
    category: 'instructions',
    author: 'stopmotion_sid',
    daysAgo: 60,
    status: 'DECLINED',
    votes: 28,
    heat: 'cold',
    body: `Point the tablet at the finished dragon, and it takes off, lands on the lamp and burns the sofa (virtually). Every toy company is doing it and it would make great videos.`,
    response: { author: 'theo_lindgren', daysAgo: 36, body: `We built exactly this in 2021, for a castle. It cost as much as two new sets; it was used by 6 % of the buyers, for eleven minutes on average, and then never again. When the tablet makers changed their cameras it stopped working and we got angry letters from people who had never even opened it.

So it is not that we cannot imagine it. We think that the money is better spent on a dragon whose wings really move. No from us, and thank you for a clear, honest pitch, Sid.` },
    comments: [
      { author: 'joaquin_r', daysAgo: 35, body: `Dragon with a wing linkage from one crank. Four-bar mechanism. Say the word.`, helpful: 22 },
      { author: 'stopmotion_sid', daysAgo: 35, body: `Eleven minutes is brutal. OK, I withdraw the sofa. Joaquín, post yours, I’ll be vote number one.`, helpful: 13 },
    ],
  },
];
