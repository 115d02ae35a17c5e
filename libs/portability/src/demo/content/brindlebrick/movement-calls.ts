import type { DemoCall } from '../demo-movement.types.js';
import { first } from './movement-calls-first.js';
import { wheel } from './movement-calls-short.js';

const questions: DemoCall['questions'] = [
  { kind: 'TEXT', text: 'Show us one thing you built that nobody asked for. What did it teach you?', help: 'Three sentences are plenty. Failures count double.', required: true, audience: 'COMMUNITY' },
  { kind: 'TEXT', text: 'What is the worst thing we sell, and why?', help: 'We read these answers first.', required: true, audience: 'COMMUNITY' },
  { kind: 'CHOICE', text: 'How much time could you give us in a month?', choices: ['An evening', 'Two or three evenings', 'A week-end or more'], required: true, audience: 'PANEL' },
  { kind: 'LINK', text: 'Where can people see what you make?', help: 'A site, an album, a channel: whatever you would send to a friend.', required: false, audience: 'COMMUNITY' },
];
const [SOME, MORE, MOST] = questions[2]!.choices as [string, string, string];

const criteria = [
  { label: 'Says what does not work', weight: 3 },
  { label: 'Makes something of their own', weight: 2 },
  { label: 'Brings others along', weight: 2 },
];

/** Open: the community and a panel choose, half and half. */
const winter: DemoCall = {
  key: 'winter',
  title: 'Eight builders for a long winter',
  story: `From January to June we open three boxes nobody has seen yet: a **night train**, a **greenhouse that folds flat**, and one we are not allowed to name. Eight of you get them before the shops do, build them badly, build them well, and tell everybody what you found.

## What you would do

Every month has a theme and eight or nine missions. You choose those you like and leave the rest: film a build, review a box, answer questions of people who are stuck, hold a table at your library. Nobody counts how many you do.

## What we do not want

Applause. Our last twelve ambassadors sent us **forty-one faults in three months**; we mended twenty-six of them before the moulds were cut. The review that called our first lighthouse lamp *“a sad yellow button”* was paid like every other one, and you now know why the lamp turns.

## Who chooses

Half of the decision is yours: the votes of confirmed members count. The other half is a panel of five: two of us and three ambassadors whose term is over. You see everybody’s marks added up in the open, and everybody gets an answer with a reason, by 20 days after we close.`,
  perks: `The three boxes of the season, before they are sold, yours to keep
A place at the table of the design room in June, train paid
25% off spare parts while your term lasts
Your name in the instruction book of whatever your work changed`,
  receives: 'Three sets before release, a design-room day with travel paid, and 25% off spare parts.',
  seats: 8, selection: 'HALF', blind: false, termMonths: 6,
  opensDaysAgo: 16, closesDaysAgo: -9, votingDaysAgo: -14,
  leastLevel: 'NEWCOMER', leastIdentity: 'CONFIRMED', leastAge: 16, regions: [],
  questions, criteria,
  reviewers: ['tilda_moss', 'gus_farrow', 'thursday_club'],
  extended: { daysAgo: 3, notice: 'Schools asked for one more week after their exams. You have it; nothing else changes.' },
  seen: 318,
  applications: [
    {
      member: 'kwame_a', state: 'SUBMITTED', daysAgo: 15.2, country: 'GH', votes: 74,
      answers: [
        'Accra’s general post office, twice, because the first one leaned. It taught me that a façade is a wall that has to stand up by itself.',
        'The sloped roof packs. Twelve slopes of one angle and none of the corner that every roof needs. I order corners from four countries.',
        MORE, 'https://kwame-in-plates.example/',
      ],
      reach: [{ channel: 'Photos', url: 'https://photos.example/kwame-in-plates', followers: 2_140 }],
      marks: { BRAND: [5, 5, 3], tilda_moss: [4, 5, 4], gus_farrow: [5, 4, 3] },
    },
    {
      member: 'noor_e', state: 'SUBMITTED', daysAgo: 14.6, country: 'GB', votes: 91,
      answers: [
        'A theatre with a fly tower you can work from a wheelchair: every rope ends at 40 cm. It taught me that “accessible” is a set designer’s problem, not a doctor’s.',
        'The Harbour Inn. A ramp on the box picture, three steps in the bag. I wrote to you in March; I still would like to know who drew the ramp.',
        SOME, 'https://small-theatres.example/noor',
      ],
      marks: { BRAND: [5, 5, 4], tilda_moss: [5, 5, 5], thursday_club: [5, 4, 5] },
    },
    {
      member: 'stopmotion_sid', state: 'SUBMITTED', daysAgo: 13.9, country: 'IN', votes: 66,
      answers: [
        'A four-minute film about a brick that does not fit. 2,900 frames. It taught me that brindling hands slip on frame 11, always.',
        'Brindling hands. See above. A hand that slips is not a toy fault, it is a continuity fault.',
        MOST, 'https://twelve-frames.example/',
      ],
      reach: [{ channel: 'Video', url: 'https://video.example/twelve-frames', followers: 8_900 }],
      marks: { BRAND: [4, 5, 5], gus_farrow: [4, 5, 4], tilda_moss: [3, 5, 5] },
    },
    {
      member: 'vera_k', state: 'SUBMITTED', daysAgo: 12.4, country: 'PL', votes: 48,
      answers: [
        'A counter. Nine Christmases at a real one, so I built ours, with the queue. It taught me that the queue is the best part of the model.',
        'The advent box. Parents ask for it in the second week of December and it has sold out since October. I have been shouted at for it nine times. Nine Christmases.',
        MORE, '',
      ],
      marks: { BRAND: [5, 3, 4], thursday_club: [5, 3, 4] },
    },
    {
      member: 'hexagon_hal', state: 'SUBMITTED', daysAgo: 11.8, country: 'GB', votes: 39,
      answers: [
        'A beehive, full size, of nothing but six-sided plates. It taught me that you make no six-sided plates, and that 3 × 120° is a lot of hinges.',
        'Anything with a right angle. More seriously: the hinge plate. It opens by itself after a summer in the sun, and all my hexagons become flowers.',
        SOME, 'https://sixty-degrees.example/',
      ],
      marks: { BRAND: [4, 4, 2], tilda_moss: [4, 4, 3] },
      conflict: { by: 'gus_farrow', reason: 'Hal and I share a workshop and a kettle.' },
    },
    {
      member: 'emre_d', state: 'SUBMITTED', daysAgo: 10.5, country: 'TR', votes: 35,
      answers: [
        'A bed for my daughter’s brindlings, who have slept in a shoe. It taught me that she counts beds.',
        'Numbered bags that tear downwards, so that bag 3 is always also bag 4. My daughter now says “bag three-and-four”.',
        SOME, '',
      ],
      marks: { BRAND: [3, 3, 3] },
    },
    {
      member: 'magda_w', state: 'SUBMITTED', daysAgo: 9.1, country: 'PL', votes: 52,
      answers: [
        'A box that becomes the harbour wall of the set inside it. No glue, no plastic window. It taught me that a packaging engineer never rests, and that the board you use is 30 g heavier than it has to be.',
        'The window in the lid of the tram. A window that shows the box that is inside the box.',
        MORE, 'https://bottom-of-the-box.example/',
      ],
      reach: [{ channel: 'Blog', url: 'https://bottom-of-the-box.example/', followers: 640 }],
      marks: { BRAND: [5, 4, 3] },
    },
    {
      member: 'rahul_of_three', state: 'SUBMITTED', daysAgo: 7.7, country: 'GB', votes: 44,
      answers: [
        'A brick vacuum. It sorts by pain: what hurts most when stepped on goes first. It taught me that the 1 × 1 cone is a weapon.',
        'The 1 × 1 cone.',
        SOME, '',
      ],
    },
    {
      member: 'arlo_j', state: 'SUBMITTED', daysAgo: 6.2, country: 'PL', votes: 57,
      answers: [
        'Eleven alternate builds of the smallest van, all with the pieces of the van. It taught me that nineteen and broke is a good design brief.',
        'Sets you cannot build into anything else, because half of it is one big printed panel. The space station’s dome: forty pounds of dome.',
        MOST, 'https://eleven-vans.example/',
      ],
    },
    {
      member: 'priya_nair', state: 'SUBMITTED', daysAgo: 4.9, country: 'IE', votes: 28,
      answers: [
        'A brick that tells my phone which page we are on. It taught me that children turn pages before phones do.',
        'The Brindle app. It asks me to sign in to look at a picture of a wheel.',
        MORE, '',
      ],
    },
    {
      member: 'tomasz_g', state: 'SUBMITTED', daysAgo: 3.1, country: 'PL', votes: 33,
      answers: [
        'A mould. A real one, in brick, that opens and lets the part fall. It taught my grandson what I did for eighteen years, better than I ever could.',
        'The tan plates of last year: you can see where the gate was cut. Somebody ran that tool too hot to save a second.',
        SOME, '',
      ],
    },
    {
      member: 'big_fergus', state: 'SUBMITTED', daysAgo: 1.6, country: 'GB', votes: 19,
      answers: [
        'My father’s lighthouse, with him in it. It taught me that he was shorter than I remember.',
        'Your gull. I checked it against the real thing. The real thing is insulted.',
        MORE, '',
      ],
    },
    { member: 'lena_h', state: 'WITHDRAWN', daysAgo: 8, country: 'DE', answers: ['A white brick on a windowsill, for two summers.', 'White bricks.', SOME, ''] },
    { member: 'robin', state: 'DRAFT', daysAgo: 0.9, country: 'GB', answers: ['A lamp for reading under the blanket: six bricks, a torch, and one clear tile from a', '', '', ''] },
  ],
};

/** Decided: the twelve who serve now, with one who gave up the seat, one who left, and those who came after. */
const twelve: DemoCall = {
  key: 'twelve',
  title: 'Twelve pairs of hands for Harbour Town’s tenth year',
  story: `Harbour Town turns ten. We asked for twelve people who would take the anniversary boxes apart in public: a clockmaker’s shop, a ferry, and the lighthouse that finally turns.

Two hundred of you looked, **thirty-nine** wrote to us. The panel read every word without names or pictures, marked by three criteria, and answered each of you.`,
  perks: `The three anniversary sets, before they are sold, yours to keep
20% off spare parts while your term lasts
Your name in the instruction book of whatever your work changed`,
  receives: 'The three anniversary sets before release and 20% off spare parts.',
  seats: 12, selection: 'PANEL', blind: true, termMonths: 9,
  opensDaysAgo: 142, closesDaysAgo: 121,
  leastLevel: 'FAN', leastIdentity: 'CONFIRMED', leastAge: 16, regions: [],
  questions: [
    { kind: 'TEXT', text: 'What would you take apart first, and whom would you tell?', required: true, audience: 'PANEL' },
    { kind: 'LINK', text: 'Where can we see what you make?', required: false, audience: 'PANEL' },
  ],
  criteria, reviewers: ['tilda_moss', 'nanna_pem'], seen: 204,
  applications: [
    ...([
      ['wren_builds', 'The breakwater. It floats, and a breakwater that floats is a raft. I would tell the whole dining table.', [5, 5, 4], 'You wrote about a fault for half of your answer and then drew the repair. That is the job.'],
      ['pieter_v', 'Every bridge, with weights. I would publish the weights.', [5, 4, 3], 'You will measure what we only claim. Please publish the weights.'],
      ['mei_lin', 'The shop signs: they are stickers, and stickers are a promise you cannot keep. I would tell people how to build letters.', [4, 5, 4], 'Your letters made of cheese slopes settled it. Bring them.'],
      ['ottilie', 'The window boxes. No plant grows like that, and I have receipts.', [4, 4, 5], 'A botanist who answers beginners at two in the morning: yes, please.'],
      ['samira_k', 'The colour key in the book. I see four browns; there are seven. I would tell everybody who sees four.', [5, 4, 4], 'Seven browns became four because of you, before you even began.'],
      ['joaquin_r', 'The lamp. It should turn. I would tell you first and film it second.', [5, 5, 3], 'The lamp turns now. We would like you near the next thing that should.'],
      ['aoife_ot', 'The lid. Half of my patients cannot open it. I would tell the other half.', [5, 3, 5], 'You bring people to the table who are not in our pictures yet.'],
      ['lou_by_touch', 'The instructions, obviously. Into words.', [4, 5, 5], 'We have one question: how soon?'],
      ['yuki_trains', 'The harbour railway: its curve is too tight for its own train. I would tell my landlord, who measures everything.', [4, 4, 3], 'The curve is too tight. Thank you. Come and help us widen it.'],
    ] as const).map(([member, answer, marks, reason], at) => ({
      member, state: 'SELECTED' as const, daysAgo: 140 - at * 1.7, country: 'GB', answers: [answer, ''],
      marks: { BRAND: marks, nanna_pem: marks.map((mark) => Math.max(mark - (at % 2), 2)) },
      decisions: [{ state: 'SELECTED' as const, daysAgo: 114, reason }],
      term: { state: 'ACTIVE' as const, offeredDaysAgo: 114, acceptedDaysAgo: 111 - at * 0.7, agreement: 2 },
    })),
    {
      member: 'captain_bello', state: 'SELECTED', daysAgo: 133, country: 'GB', answers: ['The ferry’s hull. Strictly.', ''], marks: { BRAND: [5, 4, 3] },
      decisions: [{ state: 'SELECTED', daysAgo: 114, reason: 'A hull deserves a captain.' }], seatLeftDaysAgo: 109,
      term: { state: 'LAPSED', offeredDaysAgo: 114, endedDaysAgo: 109 },
    },
    {
      member: 'teacher_tam', state: 'SELECTED', daysAgo: 128, country: 'GB', answers: ['Nothing. I would give it to 28 nine-year-olds and write down what they say.', ''], marks: { BRAND: [4, 3, 5], nanna_pem: [5, 4, 5] },
      decisions: [{ state: 'SELECTED', daysAgo: 114, reason: 'Twenty-eight reviewers for the seat of one.' }], seatLeftDaysAgo: 4,
      term: { state: 'RESIGNED', offeredDaysAgo: 114, acceptedDaysAgo: 110, endedDaysAgo: 4, agreement: 2 },
    },
    {
      member: 'ines_moc', state: 'SELECTED', daysAgo: 126, country: 'PT', answers: ['The façades: they have a front and nothing behind it. I would tell the street.', ''], marks: { BRAND: [4, 5, 3] },
      decisions: [
        { state: 'WAITING', daysAgo: 114, reason: 'Your tiles are a delight; we missed a word about what does not work. You are first in line.' },
        { state: 'SELECTED', daysAgo: 109, reason: 'A seat became free, and you were the next on the waiting list.', byNobody: true },
      ],
      term: { state: 'ACTIVE', offeredDaysAgo: 109, acceptedDaysAgo: 108, agreement: 2 },
    },
    {
      member: 'bo_and_bea', state: 'SELECTED', daysAgo: 127, country: 'SE', answers: ['The instruction book, page by page, aloud, one of us reading and one of us building. We would tell our album, where 1,900 people argue with us.', ''], marks: { BRAND: [4, 4, 5] },
      reach: [{ channel: 'Photos', url: 'https://photos.example/bo-and-bea', followers: 1_900 }],
      decisions: [{ state: 'SELECTED', daysAgo: 114, reason: 'One reads, one builds, and we hear about both.' }], seatLeftDaysAgo: 64,
      term: {
        state: 'REVOKED', offeredDaysAgo: 114, acceptedDaysAgo: 112, endedDaysAgo: 64, agreement: 2,
        revocation: {
          clause: '“You buy no followers, votes or likes.”',
          facts: `The album you named in your application had 1,900 followers when the panel read it. Between one evening and the next morning it had 5,900. Of the four thousand who came that night, none has a picture and none has come back since.

We asked you about it twice. You answered the second time, with the sentence below, and we thank you for saying it plainly. It is what this line of the agreement is about.`,
          passage: '“Yes, we bought them. Four thousand for £29. It looked so lonely at 1,900.”',
          appeal: {
            daysAgo: 60,
            text: 'We bought them for our own album, with our own money, and we told you when you asked. Nothing we built was false. Nobody was told a lie about a brick. Please say whether a number beside an album is worth a term.',
            upheld: {
              daysAgo: 56,
              reasons: `I read the agreement, your letters and the album. You were honest when you were asked, and I say so here because it counts.

But the line has no exception for one’s own money. Readers take that number for people who trust you, and four thousand of them do not exist. The brand named the clause, asked before it acted, and left you what you earned. The revocation stands; it does not stop you from answering a later call.`,
            },
          },
        },
      },
    },
    {
      member: 'carla_spares', state: 'SELECTED', daysAgo: 124.7, country: 'IT', answers: ['The hinges. I have a jar of yours, all cracked in the same place. I would tell the next hinge.', ''], marks: { BRAND: [5, 3, 3], nanna_pem: [4, 3, 3] },
      decisions: [
        { state: 'WAITING', daysAgo: 114, reason: 'We would like you, and the jar. Second in line.' },
        { state: 'SELECTED', daysAgo: 64, reason: 'A seat became free, and you were the next on the waiting list.', byNobody: true },
      ],
      term: { state: 'ACTIVE', offeredDaysAgo: 64, acceptedDaysAgo: 63.4, agreement: 2 },
    },
    {
      member: 'plaidcat', state: 'SELECTED', daysAgo: 124, country: 'GB', answers: ['I build, the cat dismantles. I would tell the cat.', ''], marks: { BRAND: [4, 4, 3] },
      decisions: [
        { state: 'WAITING', daysAgo: 114, reason: 'We laughed, and then we wanted to read more. Third in line.' },
        { state: 'SELECTED', daysAgo: 4, reason: 'A seat became free, and you were the next on the waiting list.', byNobody: true },
      ],
      term: { state: 'OFFERED', offeredDaysAgo: 4 },
    },
    {
      member: 'rosalind_p', state: 'WAITING', daysAgo: 125, country: 'GB', answers: ['The gulls. I would tell the gulls.', ''], marks: { BRAND: [4, 3, 3] }, waitingPlace: 4,
      decisions: [{ state: 'WAITING', daysAgo: 114, reason: 'One good idea, and we would have liked a second. Fourth in line.' }],
    },
    {
      member: 'zed_ninety', state: 'DECLINED', daysAgo: 130, country: 'US', answers: ['All of it. Bring back the nineties.', ''], marks: { BRAND: [2, 1, 1] },
      decisions: [{ state: 'DECLINED', daysAgo: 114, reason: 'We know what you miss, and not yet what you would do. Do write again with one set and one fault.' }],
    },
  ],
  declined: {
    count: 22,
    reasons: [
      'Twelve seats and thirty-nine of you: yours was close. Tell us next time what you would change, not only what you love.',
      'You show beautiful models. We looked for a sentence about one of our faults and did not find it.',
      'You would have little time this season, and said so. Thank you for saying so. You may apply again in 90 days.',
      'We missed whom you would tell: a club, a class, a street. That is a third of the marks.',
    ],
    answers: [
      ['The ferry, and I would tell my building club.', ''],
      ['I would open the lighthouse first, because it is the one I dreamt about as a child.', ''],
      ['The clockmaker’s shop. I repair clocks, so I would count the teeth.', ''],
      ['Honestly, I would build it once exactly as the book says, and then tell my sister that she was wrong.', ''],
      ['Whatever has the most grey.', ''],
    ],
  },
};

export const calls = [winter, wheel, twelve, first];
