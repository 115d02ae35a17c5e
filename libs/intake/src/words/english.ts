import { englishDataset, DataSet } from 'obscenity';

/**
 * What of obscenity's English list (from the `cuss` project) is an insult or an oath in every community. Left out is what
 * names a part of the body, an animal, a person's name or a topic: people may discuss sex education, breast cancer and
 * cockerels. What is left out of it and hurts as an insult all the same is below, as the phrase that makes it one.
 */
const COARSE_OF_DATASET = new Set(['arse', 'ass', 'bastard', 'bitch', 'blowjob', 'bollocks', 'buttplug', 'cunt', 'fuck', 'jizz', 'shit', 'slut', 'twat', 'wank', 'whore']);
const SLURS_OF_DATASET = new Set(['abeed', 'africoon', 'arabush', 'chingchong', 'kike', 'nigger', 'tranny']);

export type EnglishWord = { readonly originalWord: string };

export const ENGLISH_DATASET = new DataSet<EnglishWord>()
  .addAll(englishDataset as DataSet<EnglishWord>)
  .removePhrasesIf(({ metadata }) => !COARSE_OF_DATASET.has(metadata!.originalWord) && !SLURS_OF_DATASET.has(metadata!.originalWord));

export function isEnglishSlur(originalWord: string): boolean {
  return SLURS_OF_DATASET.has(originalWord);
}

/** How a word of the dataset may go on and still be that word. Anything else is another word: Scunthorpe, assassin, shiitake. */
export const ENGLISH_ENDINGS = /^(s|es|ed|er|ers|in|ing|ings|y|ty|ier|iest|tier|ish|face|faced|faces|head|heads|hole|holes|house|load|show|storm|ton|wit|wits|bag|bags|hat|hats|ster|sters|a|as)?$/;

/** What obscenity's patterns take for a coarse word, and is none of its own. */
export const ENGLISH_INNOCENT = new Set(['fu', 'fk', 'fks', 'feck', 'fack', 'nig', 'bich', 'asa', 'assa', 'whored', 'arsed', 'asin', 'assin', 'bitcha', 'shita', 'fucka']);

/** One a line; `a/b` are endings. Whole words and phrases, folded as texts are. */
export const ENGLISH_COARSE = `
  fuck/s/ed/er/ers/ing
  shit/s/ty
  bitch/es
  cunt/s
  asshole/s
  arsehole/s
  bastard/s
  whore/s
  slut/s
  wanker/s
  twat/s
  ass clown/s
  arsewipe/s
  asswipe/s
  dumbass/es
  fatass/es
  jackass/es
  dipshit/s
  bullshit/ting/ter/ters
  horseshit
  cocksucker/s
  dickhead/s
  dickwad/s
  a dick
  such a dick
  you dick
  suck my dick
  motherfuck/er/ers/ing
  clusterfuck/s
  dumbfuck/s
  stfu
  gtfo
  you prick
  such a prick
  douchebag/s
  scumbag/s
  knobhead/s
  bellend/s
  tosser/s
  retarded
  you retard/s
  a retard
  fucking retard/s
  libtard/s
  fucktard/s
  you moron/s
  you idiot/s
  fucking idiot/s
  skank/s
  feminazi/s
  mongy
  thot/s`;

export const ENGLISH_SLURS = `
  faggot/s/y
  fags
  a fag
  fucking fag
  dirty jew/s
  dirty arab/s
  dirty muslim/s
  filthy jew/s
  fucking muslim/s
  fucking jew/s
  chinks
  a chink
  fucking chink
  gook/s
  ching chong/s
  chinaman
  a spic
  dirty spic/s
  fucking spic/s
  wetback/s
  raghead/s
  towelhead/s
  sandnigger/s
  sand nigger/s
  shemale/s
  subhuman/s
  mongoloid/s`;

export const ENGLISH_THREATS = `
  kill yourself
  kys
  go die in a fire
  i will kill you
  i ll kill you
  im going to kill you
  i m going to kill you
  i am going to kill you
  you deserve to die
  hope you die
  gas the jews
  i will rape you
  i know where you live`;
