import type { DemoEntry } from '../demo-movement.types.js';

const WE_SAY = '#BrindlebrickAmbassador';

/** The latest period first. */
export const entries: DemoEntry[] = [
  {
    mission: 'night-shop', member: 'samira_k', state: 'ACCEPTED', daysAgo: 12.2,
    pieces: [
      { kind: 'IMAGE', draw: 'lanternShop', alt: 'A small dark red shop of bricks at night, its window glowing yellow, a lantern on a post and a thin moon' },
      { kind: 'TEXT', text: `**The lantern shop.** By day it is the dullest thing on my shelf, which was the point: all of it is built for the light.\n\nYour clear tiles scratch when you look at them. Under a lamp every scratch is a hair. I turned nine of them inside out, and then it looked like frosted glass, so: thank you for the scratches, and please fix the scratches.` },
    ],
    reviews: [{ outcome: 'ACCEPT', daysAgo: 11.1, reason: 'Day, night, and nine tiles we will show to the people who pack them. The frosted trick goes into the book.', scores: [4, 4, 2] }],
  },
  {
    mission: 'night-shop', member: 'ines_moc', state: 'ACCEPTED', daysAgo: 9.4,
    pieces: [
      { kind: 'IMAGE', draw: 'marketStalls', alt: 'Three market stalls of bricks with red, green and yellow roofs in warm evening light' },
      { kind: 'TEXT', text: `Lisbon does not have shops that are open at night, it has **stalls that refuse to close**. Three roofs, one bulb behind, and the awnings do the rest.\n\nA fault for your list: the yellow slope lets light through and the green one does not. Same mould, same plastic, says the box. It is not.` },
    ],
    reviews: [{ outcome: 'ACCEPT', daysAgo: 8.6, reason: 'We held the green slope against a window. You are right, and the box will say so.', scores: [4, 3, 2] }],
  },
  {
    mission: 'night-shop', member: 'wren_builds', state: 'CHANGE_ASKED', daysAgo: 4.5, note: 'It fell over while I took the picture. I left it in.',
    pieces: [{ kind: 'TEXT', text: 'A chandler’s on the breakwater, open for whoever comes in late. The lamp is a bicycle light. The picture is dark because the harbour was.' }],
    reviews: [{ outcome: 'CHANGE', daysAgo: 3.6, reason: 'We believe you, and we cannot see it: a second picture by day, please. The text can stay as it is.', scores: [3, 2, 1] }],
  },
  {
    mission: 'night-shop', member: 'mei_lin', state: 'DRAFT', daysAgo: 1.4,
    pieces: [{ kind: 'TEXT', text: 'A pharmacy with a green cross that blinks. The cross is eleven cheese slopes and a lie: it does not blink yet.' }],
  },
  {
    mission: 'lamp-review', member: 'joaquin_r', state: 'ACCEPTED', daysAgo: 10.8,
    pieces: [{
      kind: 'LINK', channel: 'Blog', url: 'https://gears-and-cams.example/seven-evenings', title: 'Seven evenings with a lamp that turns',
      says: 'Brindlebrick gave me this set as their ambassador. Evening one: it hums. Evening three: it hums a third lower, the gear has worn in. Evening five: my neighbour asked whether we had a fridge on the balcony. It turns once in eleven seconds; the real one takes ten.',
      readings: [{ daysAgo: 10.7, verdict: 'FOUND' }, { daysAgo: 3.7, verdict: 'FOUND' }],
    }],
    reviews: [{ outcome: 'ACCEPT', daysAgo: 9.5, reason: 'Eleven seconds. We timed ours: eleven. The next batch gets the other gear.', scores: [4, 3, 3] }],
    delivery: { state: 'RECEIVED', note: 'Royal Post 4471 AH', daysAgo: 5 },
  },
  {
    mission: 'lamp-review', member: 'aoife_ot', state: 'ACCEPTED', daysAgo: 8.1,
    pieces: [
      { kind: 'LINK', channel: 'Blog', url: 'https://hands-in-cork.example/lamp', title: 'A lamp you can switch with a fist', says: 'I am an ambassador of Brindlebrick and was given the lighthouse. Its switch wants a fingertip. Six of my nine patients have none to spare. We glued a 2 × 4 on it, and now it wants a fist.', readings: [{ daysAgo: 8, verdict: 'FOUND' }] },
    ],
    reviews: [{ outcome: 'ACCEPT', daysAgo: 7.2, reason: 'A 2 × 4 costs us two pence. It is on the list for the second edition, with your name.', scores: [4, 3, 2] }],
    delivery: { state: 'SENT', note: 'Royal Post 4502 AH', daysAgo: 2 },
  },
  {
    mission: 'lamp-review', member: 'carla_spares', state: 'NEEDS_DISCLOSURE', daysAgo: 2.8,
    pieces: [{
      kind: 'LINK', channel: 'Blog', url: 'https://last-hinge.example/lighthouse-lamp', title: 'The lamp, after a week',
      says: 'Seven evenings, no flicker, one cracked clip, which I have glued. I would buy it again for the lens alone.', readings: [{ daysAgo: 2.7, verdict: 'MISSING' }],
    }],
  },
  {
    mission: 'lamp-review', member: 'ottilie', state: 'SUBMITTED', daysAgo: 1.9, note: 'My site is slow in the evening.',
    pieces: [{ kind: 'LINK', channel: 'Blog', url: 'https://plastic-botany.example/lamp-and-moss', title: 'Lamp and moss', says: '', readings: [{ daysAgo: 1.8, verdict: 'UNREACHABLE' }, { daysAgo: 0.8, verdict: 'UNREACHABLE' }] }],
  },
  {
    mission: 'lamp-review', member: 'pieter_v', state: 'REFUSED', daysAgo: 9.9, note: 'I did not have seven evenings; I had seven hours and an oscilloscope.',
    pieces: [{
      kind: 'LINK', channel: 'Blog', url: 'https://bridges-on-carpet.example/lamp-load', title: 'What the lamp draws',
      says: `I serve as an ambassador and was given this set. ${WE_SAY}. 84 mA at 4.5 V, rising to 131 mA when the gear binds, which it does every 31 turns. A drawing of the tooth that binds is below.`,
      readings: [{ daysAgo: 9.8, verdict: 'FOUND' }],
    }],
    reviews: [{ outcome: 'REFUSE', daysAgo: 8.8, reason: 'It is the best measurement we were sent, and the mission asked for seven evenings in a home. We cannot pay one as the other.', scores: [1, 1, 3] }],
    appeal: { daysAgo: 7.9, text: 'The brief asks what happens in seven evenings. I found what happens on every evening, at turn 31, and why. Joaquín’s gear “wore in” because the same tooth bound and lost. If the rubric says “tried for more than a day”, then the rubric asks for time and not for the answer. I ask somebody outside the brand to read both.' },
  },
  {
    mission: 'stuck', member: 'ottilie', state: 'ACCEPTED', daysAgo: 11.5,
    pieces: [{ kind: 'TEXT', text: `Emre asked why his ferry’s deck is one stud short. It isn’t: **page 34 shows the deck from below without saying so.**\n\nI told him to put the book on its head. He wrote back four minutes later: “It floats.” Please print an arrow.` }],
    reviews: [{ outcome: 'ACCEPT', daysAgo: 10.9, reason: 'Four minutes. The arrow is in the file since this morning.', scores: [6, 4] }],
  },
  {
    mission: 'stuck', member: 'lou_by_touch', state: 'ACCEPTED', daysAgo: 6.6,
    pieces: [{ kind: 'TEXT', text: `Somebody in the club had lost the line on page 34 as well, and she has never seen a page in her life.\n\nI said: *left thumb on the hinge, right hand walks six studs out, there is a hole, that is where the deck wants to be.* It took nine minutes and two cups of tea. **If it can be said in a sentence, it can be printed in a sentence.**` }],
    reviews: [{ outcome: 'ACCEPT', daysAgo: 6.1, reason: 'Your sentence is better than our page. We are printing your sentence.', scores: [6, 4] }],
  },
  {
    mission: 'stuck', member: 'mei_lin', state: 'SUBMITTED', daysAgo: 0.5, note: 'She said I may send you her question, not her name.',
    pieces: [{ kind: 'TEXT', text: 'A nurse on nights wrote that her ferry’s funnel leans. It leans on page 36 too, if you hold the page to the light: **the drawing is printed a millimetre off its own outline.**\n\nI told her to trust her eyes and not the page. She built it upright at four in the morning and sent me the sunrise behind it.' }],
  },
  {
    mission: 'stuck', member: 'wren_builds', state: 'SUBMITTED', daysAgo: 0.7,
    pieces: [{ kind: 'TEXT', text: 'A father wrote that bag 7 had no anchor. Bag 7 never has: it is in bag 8, because 8 is heavier. I sent him mine by post, because the boy’s birthday was the next day. He now has two anchors, which is a fleet.' }],
  },
  {
    mission: 'library-night', member: 'lou_by_touch', state: 'ACCEPTED', daysAgo: 7.4,
    pieces: [
      { kind: 'IMAGE', draw: 'touchMap', alt: 'A flat map of a street in bricks: black roads to feel, and five buildings of different heights and colours' },
      { kind: 'TEXT', text: `Nineteen people in the dark, twelve torches, and after twenty minutes **nobody used the torches**. We built the street outside the library, by hand, for hands.\n\nRan out first: black tiles, for the roads. Lay around: everything with a print on it. You cannot feel a print.` },
      { kind: 'LINK', channel: 'Photos', url: 'https://photos.example/lou/library-night', title: 'Nineteen people, twelve torches', says: `An evening with Brindlebrick, whose ambassador I am; they sent the crate. ${WE_SAY}`, readings: [{ daysAgo: 7.3, verdict: 'FOUND' }] },
    ],
    reviews: [{ outcome: 'ACCEPT', daysAgo: 6.5, reason: 'We had packed prints because they look good in a crate. We will not again.', scores: [5, 5] }],
    delivery: { state: 'RECEIVED', note: 'Crate 07, keep it', daysAgo: 4 },
  },
  {
    mission: 'library-night', member: 'mei_lin', state: 'CHANGE_ASKED', daysAgo: 2.6, note: 'The librarian has the list of who came; I can ask.',
    pieces: [{ kind: 'TEXT', text: 'The pub, not the library: it has better light and worse chairs. Fourteen people built a high street along the bar. The signs ran out first. They always do; you pack eleven letters and no second E.' }],
    reviews: [{ outcome: 'CHANGE', daysAgo: 1.4, reason: 'A second E is on its way to every crate. One thing is missing, and it is half of the marks: had any of the fourteen built with us before? A number is enough.', scores: [1, 5] }],
  },
  {
    mission: 'four-browns', member: 'samira_k', state: 'ACCEPTED', daysAgo: 5.7,
    pieces: [{ kind: 'TEXT', text: `**Me: 11 minutes 40, seven wrong.** My sister, who sees everything: 6 minutes 10, *five* wrong. Warm bulb, 40 watts.\n\nSo it is not my eyes. Dark tan and medium brown are the same piece after four o’clock, for everybody.` }],
    reviews: [{ outcome: 'ACCEPT', daysAgo: 5.2, reason: '“The same piece after four o’clock” is now a sentence in our colour office.', scores: [4, 3, 3] }],
  },
  {
    mission: 'four-browns', member: 'pieter_v', state: 'ACCEPTED', daysAgo: 4.4,
    pieces: [{ kind: 'TEXT', text: '4 min 05 under daylight, 9 min 50 under the lamp, 3 wrong and 8 wrong. I repeated it three times each; spread 12 %. The lamp costs you six minutes a bag. Over a 31-bag set that is three hours of somebody’s evening.' }],
    reviews: [{ outcome: 'ACCEPT', daysAgo: 3.9, reason: 'Three hours an evening nobody gets back. Thank you for the spread, too.', scores: [4, 2, 3] }],
  },
  {
    mission: 'four-browns', member: 'mei_lin', state: 'ACCEPTED', daysAgo: 3.3,
    pieces: [{ kind: 'TEXT', text: 'I sort signs all day and I was sure of myself: 5 minutes, **six wrong**, every one of them a roof tile. My remedy cost nothing: I sorted by *sound*. Tap a plate and a tile. Try it, you will never un-hear it.' }],
    reviews: [{ outcome: 'ACCEPT', daysAgo: 2.8, reason: 'We all tapped. The whole office tapped. Thank you.', scores: [3, 3, 2] }],
  },
  {
    mission: 'four-browns', member: 'yuki_trains', state: 'SUBMITTED', daysAgo: 1.1,
    pieces: [{ kind: 'TEXT', text: 'Seven minutes, four wrong, in a flat where the only lamp is also the kitchen. The browns were fine. The *greys* were not: two of them are one.' }],
  },
  {
    mission: 'night-film', member: 'mei_lin', state: 'ACCEPTED', daysAgo: 6.9,
    pieces: [{
      kind: 'LINK', channel: 'Video', url: 'https://video.example/mei-lin/the-last-customer', title: 'The last customer (0:58)',
      says: `The last customer, one minute. Made as an ambassador with bricks that Brindlebrick gave me. ${WE_SAY}. At 0:41 the baker’s hand slips; it is not a joke, it is the wrist.`,
      readings: [{ daysAgo: 6.8, verdict: 'FOUND' }],
    }],
    reviews: [{ outcome: 'ACCEPT', daysAgo: 6, reason: 'We watched 0:41 eleven times, then the people who make the wrist watched it. It is the wrist.', scores: [4, 4, 2] }],
  },
  {
    mission: 'night-film', member: 'ines_moc', state: 'WITHDRAWN', daysAgo: 5, pieces: [],
  },
  // The period before.
  {
    mission: 'shelf-town', member: 'pieter_v', state: 'ACCEPTED', daysAgo: 40,
    pieces: [
      { kind: 'IMAGE', draw: 'nightBridge', alt: 'A stone bridge of bricks over dark blue water at night, with three lit lamps on its deck' },
      { kind: 'TEXT', text: 'Thirty centimetres is one bridge. Somewhere to arrive: the left bank. Somewhere to sleep: under it. Somewhere to argue: the middle. It carries 6.2 kg; I stopped because the shelf did not.' },
    ],
    reviews: [{ outcome: 'ACCEPT', daysAgo: 38, reason: 'A town with one building, and we argued about it for an hour.', scores: [3, 4, 2] }],
  },
  {
    mission: 'shelf-town', member: 'yuki_trains', state: 'ACCEPTED', daysAgo: 36,
    pieces: [
      { kind: 'IMAGE', draw: 'snowStation', alt: 'A little red station of bricks in the snow, two rails, a lamp post and falling flakes' },
      { kind: 'TEXT', text: `**Kita-Hinode, one train a day.** The platform is eleven studs because the train is ten. Your straight rail is sixteen long and mine had to be twelve, so I sawed. I am sorry. *Sell a rail of four.*` },
    ],
    reviews: [
      { outcome: 'CHANGE', daysAgo: 34.5, reason: 'Lovely. The mission asked which plates would not fit; may we hear about more than the rail?', scores: [2, 4, 2] },
      { outcome: 'ACCEPT', daysAgo: 33, reason: 'Sawing noted. The rail of four has a drawing number.', scores: [4, 4, 2] },
    ],
  },
  {
    mission: 'shelf-town', member: 'ottilie', state: 'ACCEPTED', daysAgo: 31,
    pieces: [
      { kind: 'IMAGE', draw: 'windowsill', alt: 'A windowsill with brick flower pots before a bright window while it snows' },
      { kind: 'TEXT', text: 'My town is a windowsill: inhabitants, three. The geranium leans to the light, as they do; your stems do not lean, so I cheated with a hinge. **Please: a stem that leans.**' },
    ],
    reviews: [{ outcome: 'ACCEPT', daysAgo: 29.6, reason: 'The only town we know with photosynthesis.', scores: [3, 4, 2] }],
  },
  {
    mission: 'drawer-review', member: 'carla_spares', state: 'ACCEPTED', daysAgo: 33, lostDaysAgo: 2.1,
    pieces: [{
      kind: 'LINK', channel: 'Blog', url: 'https://last-hinge.example/drawers-and-jars', title: 'A month of drawers, and the jar I kept',
      says: 'Drawers 1 to 9: yes. Drawer 10 jams from day 6 on, because its front is a millimetre wider than its back. I keep hinges in a jar, where I can hear them.',
      readings: [{ daysAgo: 32.9, verdict: 'FOUND' }, { daysAgo: 25.9, verdict: 'FOUND' }, { daysAgo: 2.1, verdict: 'MISSING' }],
    }],
    reviews: [{ outcome: 'ACCEPT', daysAgo: 31, reason: 'The millimetre is real. Drawer 10 is being re-cut.', scores: [4, 3, 3] }],
  },
  {
    mission: 'drawer-review', member: 'teacher_tam', state: 'ACCEPTED', daysAgo: 29,
    pieces: [{
      kind: 'LINK', channel: 'Blog', url: 'https://year-four.example/drawers', title: 'Twenty-eight children, ten drawers',
      says: `We were given these drawers because I am an ambassador of theirs. ${WE_SAY}. By week two the children had renamed all the drawers. “Things that look like food” was the most used.`,
      readings: [{ daysAgo: 28.9, verdict: 'FOUND' }, { daysAgo: 21.9, verdict: 'FOUND' }],
    }],
    reviews: [{ outcome: 'ACCEPT', daysAgo: 27.4, reason: '“Things that look like food” will be on the label sheet.', scores: [4, 2, 2] }],
  },
  {
    mission: 'first-hour', member: 'aoife_ot', state: 'ACCEPTED', daysAgo: 34,
    pieces: [{ kind: 'TEXT', text: `Mr Daly, 71, left hand. He stopped at minute four (the bag), eleven (the second bag), and thirty (a wheel that needs two hands at once).\n\nHe did not stop because he could not. **He stopped because the page had already turned to somebody with two hands.**` }],
    reviews: [{ outcome: 'ACCEPT', daysAgo: 32.8, reason: 'We have read this aloud in three meetings. The wheel is first on the list.', scores: [6, 4] }],
  },
  {
    mission: 'first-hour', member: 'mei_lin', state: 'REFUSED', daysAgo: 27,
    pieces: [{ kind: 'TEXT', text: 'My neighbour, 80, first box. She stopped at the bag (scissors), at the book (glasses), and at the roof, which she had the wrong way round. I bore it for five minutes. Then I turned the roof.' }],
    reviews: [{ outcome: 'REFUSE', daysAgo: 25.5, reason: 'You write it yourself: you turned the roof. We need the hour in which nobody does, and what she would have done in minute six is the thing we cannot know any more. Up to the roof it is the best hour we were sent.', scores: [2, 4] }],
  },
  {
    mission: 'first-hour', member: 'ines_moc', state: 'ACCEPTED', daysAgo: 30,
    pieces: [{ kind: 'TEXT', text: 'My mother, 66, first box of her life. She laid all the pieces on the table by size and then asked: “And now who tells me when I may begin?” The book does not say *Begin*. It says 1.' }],
    reviews: [{ outcome: 'ACCEPT', daysAgo: 28.9, reason: 'The next book begins with “Begin”.', scores: [5, 4] }],
  },
  {
    mission: 'pavement-table', member: 'mei_lin', state: 'ACCEPTED', daysAgo: 27.5,
    pieces: [{ kind: 'TEXT', text: 'At nine the table stood on the pavement, at ten past nine the parasol stood in the canal, and from a quarter past we were in the window of the laundrette. Twenty-six people, eleven of them waiting for a wash. **A drum takes 38 minutes and so does your smallest house.**' }],
    reviews: [{ outcome: 'REFUSE', daysAgo: 26, reason: 'A lovely morning, and a laundrette is not a pavement.', scores: [4, 4] }],
    appeal: {
      daysAgo: 24,
      text: 'Your notice says that whoever had a table already was paid. I had one, on the pavement, for ten minutes, until the storm you closed the mission for took it. Going inside with the same people is what anybody would do with a box of cardboard and bricks.',
      overturned: {
        daysAgo: 21,
        reasons: 'The mission was closed because of the storm, and the notice promises payment to whoever had a table by then. The table stood at nine, as the brief asks, and the brand does not dispute it. That it went indoors is the storm’s doing. The entry is accepted and paid like the others.',
      },
    },
  },
  {
    mission: 'pavement-table', member: 'samira_k', state: 'ACCEPTED', daysAgo: 31,
    pieces: [{ kind: 'TEXT', text: 'Forty-one people stopped, four of them dogs. Most built a door. Nobody built a house. I have thought about it for a week.' }],
    reviews: [{ outcome: 'ACCEPT', daysAgo: 29, reason: 'So have we.', scores: [5, 4] }],
  },
];
