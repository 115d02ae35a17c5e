import type { DemoMission, DemoPeriod } from '../demo-movement.types.js';

export const periods: DemoPeriod[] = [
  { key: 'small', theme: 'Small spaces', story: 'One shelf, one drawer, one windowsill. What can a town be when it has 30 centimetres?', startsDaysAgo: 52, endsDaysAgo: 22 },
  { key: 'lights', theme: 'Lights on', story: 'It is dark at four. Build something that glows, help somebody who is stuck in the evening, and on Sunday we all switch on at once.', startsDaysAgo: 19, endsDaysAgo: -16 },
];

const made = [{ criterion: 'Says what does not work', points: 4 }, { criterion: 'Others could build on it', points: 4 }, { criterion: 'Ours to learn from', points: 2 }];
const reviewed = [{ criterion: 'Tried for more than a day', points: 4 }, { criterion: 'Says for whom it is not', points: 3 }, { criterion: 'Pictures or numbers', points: 3 }];
const helped = [{ criterion: 'The person could go on', points: 6 }, { criterion: 'Kind to beginners', points: 4 }];

export const missions: DemoMission[] = [
  {
    key: 'night-shop', period: 'lights', kind: 'CREATE', state: 'PUBLISHED', title: 'A shop that is open at night',
    brief: `Build a shop front that looks right **with the room light off**. Any set, any bricks, any lamp: a tea light behind a clear tile is fine.

Show us the shop by day and by night, and tell us what our clear bricks do to the light. If they scratch, say so; we think they do.`,
    audience: 'Builders who have a lamp and an evening.', places: 12, opensDaysAgo: 19, closesDaysAgo: -11, evidence: ['TEXT', 'IMAGE'],
    rubric: made, points: 120, budget: 'season', joined: ['aoife_ot', 'pieter_v'],
  },
  {
    key: 'lamp-review', period: 'lights', kind: 'REVIEW', state: 'PUBLISHED', title: 'Seven evenings with the Lighthouse lamp',
    brief: `You have the anniversary lighthouse. Leave the lamp on for **seven evenings** and write down what happens: the noise, the heat, the batteries, who in the house hates it.

Compare it with a lamp of somebody else’s if you have one. We pay for the seven evenings, whatever you think on the eighth.`,
    audience: 'Whoever got the lighthouse.', places: 8, opensDaysAgo: 18, closesDaysAgo: -12, evidence: ['LINK'], tracked: true,
    rubric: reviewed, points: 150, budget: 'season', perk: 'bulbs', joined: ['yuki_trains'],
  },
  {
    key: 'stuck', period: 'lights', kind: 'HELP', state: 'PUBLISHED', title: 'Somebody is stuck on page 34',
    brief: `Three people a week write to us because page 34 of the ferry makes no sense. Take one of their questions, here or in your own club, and stay until they can go on.

Send us the answer as you gave it. If page 34 is wrong, tell them so, and us.`,
    audience: 'Patient people.', opensDaysAgo: 17, closesDaysAgo: -14, evidence: ['TEXT'],
    rubric: helped, points: 60, budget: 'season', joined: ['ines_moc', 'carla_spares'],
  },
  {
    key: 'switch-on', period: 'lights', kind: 'RALLY', state: 'PUBLISHED', title: 'Everybody switches on',
    brief: `On Sunday evening everybody who built something that glows switches it on **in the same hour** and posts one picture of it.

No prize for the brightest. The counter on this page says how many windows are lit.`,
    audience: 'Everybody with a switch.', opensDaysAgo: 9, closesDaysAgo: -12, rally: { weekday: 0, hour: 19 }, evidence: ['IMAGE'],
    rubric: [], points: 40, budget: 'season', joined: ['wren_builds', 'pieter_v', 'mei_lin', 'ottilie', 'samira_k', 'joaquin_r', 'lou_by_touch'],
  },
  {
    key: 'library-night', period: 'lights', kind: 'EVENT', state: 'PUBLISHED', title: 'A table at your library, after dark',
    brief: `Ask your library, school or pub for one table and one evening. We send a crate of 2,000 loose bricks and twelve torches.

Tell us who came, what they built when nobody told them what to build, and what ran out first.`,
    audience: 'Anyone with a door they can open.', places: 5, opensDaysAgo: 16, closesDaysAgo: -15, evidence: ['LINK', 'TEXT'],
    rubric: [{ criterion: 'People who had never built with us came', points: 5 }, { criterion: 'What ran out, and what lay around', points: 5 }], points: 200, budget: 'season', perk: 'crate', joined: ['wren_builds'],
  },
  {
    key: 'four-browns', period: 'lights', kind: 'REVIEW', state: 'PUBLISHED', title: 'Can you tell our browns apart by lamplight?',
    brief: `Take bag 6 of the clockmaker’s shop, sit under your usual lamp, and sort the browns. Time it. Then have somebody else do it.

Send the two times, the light you had, and the pieces that landed in the wrong pile.`,
    audience: 'Everybody, and those who see colours differently first.', places: 10, opensDaysAgo: 12, closesDaysAgo: -10, evidence: ['TEXT'],
    rubric: reviewed, points: 80, budget: 'season', joined: ['lou_by_touch'],
  },
  {
    key: 'night-film', period: 'lights', kind: 'CREATE', state: 'PUBLISHED', title: 'One minute of night',
    brief: `Sixty seconds, any camera, one scene that happens after dark in a town of bricks. Sound counts.

Show the seams if there are seams. A film in which a hand slips is a better bug report than a letter.`,
    audience: 'People with a tripod, or a stack of books.', places: 6, opensDaysAgo: 10, closesDaysAgo: -16, evidence: ['LINK'], tracked: true,
    rubric: made, points: 180, budget: 'season', joined: ['joaquin_r'],
  },
  {
    key: 'fold-flat', period: 'lights', kind: 'REVIEW', state: 'DRAFT', title: 'Does the greenhouse really fold flat?',
    brief: 'Fold it, put it in a drawer for a week, unfold it, and tell us which hinge complained. Only once the boxes are out.',
    audience: '', places: 8, opensDaysAgo: -8, closesDaysAgo: -38, evidence: ['TEXT', 'IMAGE'], rubric: reviewed, points: 120, budget: 'season', joined: [],
  },
  {
    key: 'shelf-town', period: 'small', kind: 'CREATE', state: 'PUBLISHED', title: 'A town on one shelf',
    brief: 'Thirty centimetres by twelve. A town has to have somewhere to arrive, somewhere to sleep and somewhere to argue. Tell us which of our plates would not fit.',
    audience: 'People with a shelf.', places: 10, opensDaysAgo: 52, closesDaysAgo: 22, evidence: ['TEXT', 'IMAGE'], rubric: made, points: 120, budget: 'season', joined: ['yuki_trains'],
  },
  {
    key: 'drawer-review', period: 'small', kind: 'REVIEW', state: 'PUBLISHED', title: 'A month with the sorting drawers',
    brief: 'Use them for a month as you use drawers. Tell us what you put in them by the end, and what you went back to a jam jar for.',
    audience: 'Sorters and heapers.', places: 8, opensDaysAgo: 51, closesDaysAgo: 22, evidence: ['LINK'], tracked: true, rubric: reviewed, points: 150, budget: 'season', joined: [],
  },
  {
    key: 'first-hour', period: 'small', kind: 'HELP', state: 'PUBLISHED', title: 'The first hour of somebody new',
    brief: 'Sit with a person who opens their first box. Do not touch a brick. Write down where they stop.',
    audience: 'People who can sit on their hands.', opensDaysAgo: 50, closesDaysAgo: 22, evidence: ['TEXT'], rubric: helped, points: 80, budget: 'season', joined: [],
  },
  {
    key: 'pavement-table', period: 'small', kind: 'EVENT', state: 'CLOSED', title: 'A table on the pavement',
    brief: 'One camping table, one Saturday, one box of bricks, whoever walks by.', audience: 'Early risers.', places: 4, opensDaysAgo: 49, closesDaysAgo: 24, evidence: ['TEXT', 'IMAGE'],
    rubric: helped, points: 150, budget: 'season', joined: [], closed: { daysAgo: 27, notice: 'Storm week. Whoever had a table already was paid; the rest of you stayed dry, and we will ask again in May.' },
  },
];
