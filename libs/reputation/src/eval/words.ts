/** What stands between the tables of docs/EVALUATION.md. */

export const TRUST_WORDS = `\`out\` judges an account by the ratings it gave: the labelled are dealt into ten folds, and while a fold is judged no rating
that an account in it received exists. \`deleak2\` has no edge from a labelled to a labelled account and none from or to an
account from its first such negative edge on; how long an account lasted is no evidence there, for the regime itself cuts the
fraudulent short (counting it would add about .02). \`supervised\` never sees the label of who is judged; \`transfer\` on
bitcoin-otc itself is of course fitted on the judged. Intervals are of 1,000 bootstrap samples; with a few hundred labels they
are wide, and differences of .01 prove nothing.`;

export const RING_WORDS = `500 sybils, 20 random honest seeds, random attack edges, ten draws a row; intervals are of the mean over draws. A dense ring
has 20 random ties a sybil, a copied one has the ties 500 real neighbours have among each other. Beside our figure: the same
without weighing ties by common neighbours, and SybilRank as published on the very same draws, whose means are low where a
seed of one tie happened to be attacked. Trusting seeds by degree, letting trust flow from each seed by itself and taking the
median is what mends that. A ring that wins ties from people who know each other would gain from the weights; nothing here measures
that. Large networks are drawn less often, small ones get a ring no larger than themselves.`;

export const VOTES_WORDS = `The agreements of the eleven polis conversations as support; three rings a conversation and size, means over all; intervals
are of 1,000 bootstrap samples of whole conversations. The simulation judges and counts exactly as the product does:
\`test/prove/genuineness.prove.ts\` casts the same votes through the votes service, lets the worker judge, and reads TOP. The ring
comes within an hour; a "slow" one spaces its arrivals like the events of real campaigns of bought stars, most of which take weeks
and some years. "Identified" is a ring of 20 where that share of the honest is LINKED or VERIFIED. "First-timers wrongly held" is the
rate among honest voters who gave one vote. A negative climb means that honest votes for the ring's item were held with the ring's.

Asked at m = 20: climb at most .05 lazy and at most half the raw climb camouflaged, tau at least .95, fewer than .10 of the honest with
more than half of their votes held. A lazy ring is caught however slowly it comes: too many of the item's supporters did nothing else.
**A ring that is both slow and camouflaged is not caught**: accounts that come one at a time over weeks and each vote like people are, to
whoever sees votes only, people. Looking for runs over weeks instead of a day catches some of them and holds a quarter to a half of
the honest in some conversations, so we do not. What stands against them is the price of an identity, and trust from seeds, which moderators see.`;

export const HELD_OUT_WORDS = `Four numbers (chance runs allowed .05, .005, .0005; least excess .4, .5, .6; which other idea shows what a wave does, the 4th or 8th;
how much less lifted it must be, .5, .7, .85) were tried in ten combinations; what lets a camouflaged ring of twenty climb least and
bends the order least in every second conversation (by name, from the first on), without holding more of the honest there, is what was in
force already: .05, .4, 4th, .5. So the choice went by the first group. It is no blind test: the first choice of these numbers, and the
two classes of brief accounts, were made with all conversations in sight. Below are the others. Small and brief conversations (26 voters in
an hour; 117 voters) are where a camouflaged ring of twenty is missed: there it is a sixth to a half of everybody.`;

export const MILLION_WORDS = `Made up with a fixed seed: people arrive over a year and vote, half of them once or twice and a few thousands of times, mostly for new and
liked ideas; twenty rings of fifty arrive within an hour each. Both judgements are the worker's own code, reading members, votes and
authors in pages as from the database; one in ten of the honest is LINKED or more. Soon after a vote the latest 200,000 votes are
judged: a vote is noted within 2 s, asked for within 10 s, a community rests 30 s between two judgements, so a judgement must take
less than 18 s. Seconds are of the machine that ran this (two cores, shared); "processor" is what an idle one needs. The peak is of
the whole process, the made-up community's own columns (160 MB) with it. "Longest pause" is how long the process could do
nothing else; a worker can afford it.`;
