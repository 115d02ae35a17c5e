import type { DemoIdea } from '../demo-content.types.js';

export const accessIdeas: DemoIdea[] = [
  {
    key: 'text-instructions',
    title: `Instructions in words, so that blind people can build without a sighted helper`,
    category: 'everyone',
    author: 'lou_by_touch',
    daysAgo: 280,
    status: 'DELIVERED',
    votes: 356,
    heat: 'cold',
    body: `I lost my sight at nineteen. The bricks still fit, the books don’t.

What works is text, read aloud by my phone or under my fingers in braille:

> Step 14. Take two 2 by 4 bricks, dark red. Lay them side by side, long edges touching, on the far left corner of the plate, so that two studs hang over the front.

A friend and I have written eighty books like that, by hand, in the evenings. Each took about nine hours. You have every model as data. Much of it could be generated, then corrected by a person who builds by touch.

**What it needs from you:** sorted bags (one bag per chapter), the data, and a reader who pays attention to *left*.`,
    response: { author: 'marguerite', daysAgo: 110, body: `Delivered, and Lou made us do it properly. Since today **214 sets** have text and audio instructions, in English, French, German and Spanish, free at the archive and in the app. They are generated from our models by a program, and every one is built once by a blind tester before it goes out; the team is Lou and four others, paid.

New sets get theirs on the day of release. And the bags have been packed by chapter since March; it turned out that everybody likes it.` },
    comments: [
      { author: 'aoife_ot', daysAgo: 276, body: `Also wonderful for people after a stroke, who can follow a sentence but not a drawing.`, helpful: 29 },
      { author: 'thursday_club', daysAgo: 260, body: `We tried one of Lou’s texts with sighted members and blindfolds. Two hours, one hut, twelve people in tears of laughter. Backed by the lot of us.`, helpful: 34 },
      { author: 'gus_farrow', daysAgo: 255, body: `I’m sceptical that a machine can write “left” and mean it. Show me.`, helpful: 6, replies: [
        { author: 'lou_by_touch', daysAgo: 254, body: `So am I. That’s why the idea says “corrected by a person”.`, helpful: 18 },
        { author: 'gus_farrow', daysAgo: 108, body: `I built the Fish Market from the text with my eyes shut. It meant left. I take it back.`, helpful: 47 },
      ] },
      { author: 'lou_by_touch', daysAgo: 109, body: `I read the announcement three times because my phone’s voice kept sounding bored. I’m not bored. I’m on the floor with the Harbour Inn and nobody is helping me. Thank you all.`, helpful: 83 },
      { author: 'tilda_moss', daysAgo: 105, body: `The audio for Moss & Mortar is read by somebody who clearly does voices. More voices.`, helpful: 13 },
    ],
  },
  {
    key: 'ramps-and-aids',
    title: `Brindlings with hearing aids, sticks and prostheses, and doors a wheelchair fits through`,
    category: 'everyone',
    author: 'noor_e',
    daysAgo: 38,
    status: 'OPEN',
    votes: 146,
    heat: 'hot',
    body: `You introduced a wheelchair Brindling in 2022. I bought six. The chair is five studs wide with its wheels. **Every door you make is four.**

So in Harbour Town my Brindling sits outside the inn, outside the market and outside the post office. Very realistic. Not what I play for.

1. A door frame of 1 × 6 × 6, and one in every public building.
2. A ramp element: one brick up in eight studs along. No steeper.
3. Faces with hearing aids, a cochlear implant, an eye patch that isn’t a pirate’s, a white stick, one leg prosthesis.
4. And please, not as a “diversity pack”. Just among the passengers of the tram.`,
    comments: [
      { author: 'pieter_v', daysAgo: 37, body: `One in eight is steeper than any code allows (1:12 or flatter), but at scale a 1:12 ramp is 12 studs for one brick. A folded ramp with a landing fits on 8 × 8. I’ll draw it.`, helpful: 21, replies: [
        { author: 'noor_e', daysAgo: 37, body: `A landing! With a bench! Draw it, I’ll furnish it.`, helpful: 9 },
      ] },
      { author: 'wren_builds', daysAgo: 36, body: `Embarrassed that in thirteen years of Harbour Town I never noticed the doors. The lighthouse can’t be helped, but its keeper’s cottage will have a wide one.`, helpful: 18 },
      { author: 'zed_ninety', daysAgo: 33, body: `Does a toy need a building code? Honest question, not a dig.`, helpful: 3, replies: [
        { author: 'noor_e', daysAgo: 33, body: `Fair to ask. A toy needs nothing. But a child who uses a chair notices which doors are for them, long before anyone explains it.`, helpful: 51 },
        { author: 'zed_ninety', daysAgo: 32, body: `Yeah. OK. Backed.`, helpful: 26 },
      ] },
      { author: 'mei_lin', daysAgo: 21, body: `All seven stalls of the night market now have counters at two heights because of this post.`, helpful: 16 },
      { author: 'lou_by_touch', daysAgo: 14, body: `White stick: make it the 4 mm bar with a ridge at the tip, so that I can find it in the bag.`, helpful: 12 },
    ],
  },
  {
    key: 'easy-separator',
    title: `A brick separator for hands that hurt`,
    category: 'everyone',
    author: 'aoife_ot',
    daysAgo: 75,
    status: 'PLANNED',
    votes: 121,
    heat: 'steady',
    body: `The orange separator needs a pinch of roughly 30 N between thumb and finger. Many of my patients with arthritis can manage eight.

A version with a longer lever (12 cm), a soft handle 28 mm thick and a curved heel that rocks on the table would need no pinch at all: you push down with the palm. I have 3D-printed three generations of it at the clinic, the files are free: [example.org/aoife/separator](https://example.org/aoife/separator).

Sell it separately for £4, or put it in all the big sets. It’s nicer for everyone.`,
    response: { author: 'theo_lindgren', daysAgo: 34, body: `Planned for next autumn. We tried Aoife’s third generation in the office, and people with perfectly healthy hands refused to give it back. It will be £3.50 on its own and included in sets above 1,500 pieces. Aoife chose the one-off sum and has asked for it to go to her clinic’s toy cupboard.` },
    comments: [
      { author: 'nanna_pem', daysAgo: 74, body: `I use my teeth. Don’t tell my dentist or my grandchildren.`, helpful: 22, replies: [
        { author: 'aoife_ot', daysAgo: 74, body: `Hilary, I’m posting you one today.`, helpful: 30 },
      ] },
      { author: 'gus_farrow', daysAgo: 70, body: `Boiler-fitter’s thumbs. I’d have paid ten.`, helpful: 8 },
      { author: 'nanna_pem', daysAgo: 65, body: `It came. It works. My dentist is relieved.`, helpful: 36 },
    ],
  },
  {
    key: 'quiet-hour',
    title: `A quiet hour in the Brindle shops`,
    category: 'everyone',
    author: 'rahul_of_three',
    daysAgo: 13,
    status: 'OPEN',
    votes: 44,
    heat: 'steady',
    body: `My middle one is autistic and adores the shop in Bristol for exactly nine minutes. Then the screens, the song (*the song!*) and the smell of popcorn win.

One hour a week, before opening: lights at half, no music, no screens, no demonstrations, ten families at most. Supermarkets manage it.`,
    comments: [
      { author: 'vera_k', daysAgo: 12, body: `We did this at my old counter on Tuesday mornings. Staff loved it more than anyone. The song does something to a person over nine Christmases.`, helpful: 20 },
      { author: 'quiet_builder', daysAgo: 11, body: `I’m 34 and I would come.`, helpful: 27 },
      { author: 'theo_lindgren', daysAgo: 5, body: `The Bristol team read this over coffee and would like to try four Sundays without waiting for a rung. Details follow. They also asked me to say that they have no control over the song.`, helpful: 31 },
    ],
  },
];
