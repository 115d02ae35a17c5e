import { type BriefFault, type BriefLanguage, rule, sideBySide } from './brief-rules.js';

const LISTS = {
  glowing: 'positive|favou?rable|glowing|raving|rave|flattering|enthusiastic|gushing|complimentary|five[- ]stars?|5[- ]stars?|★{4,5}|thumbs[- ]up',
  nice: 'good|great|nice|kind|excellent|amazing|fantastic|wonderful|perfect|brilliant|top|outstanding|awesome|high',
  opinion: 'reviews?|ratings?|opinions?|words?|things?|comments?|feedback|testimonials?|scores?|verdicts?|marks',
  piece: 'posts?|videos?|stor(?:y|ies)|reels?|articles?|content|mentions?|tweets?|messages?|impressions?|buzz|threads?|captions?',
  say: 'say|saying|says|tell|telling|write|writing|post|posting|explain|explaining|share|sharing|describe|describing|state|show|showing|mention|let',
  love: 'love|loved|adore|adored|enjoy|enjoyed|prefer|recommend|(?:are|were) (?:happy|thrilled|delighted|amazed|impressed|blown away)',
  best: 'the best|better than|great|amazing|perfect|unbeatable|superior|worth (?:every|the|buying)|awesome|fantastic|a must|brilliant|excellent|the greatest|number one',
  tone: 'tone|attitude|sentiment|language|spirit|vibes?|note|light|angle|picture|image|way|terms|energy|mood|outlook|spin',
  bad: 'negativ\\p{L}*|critic(?:al|ism|isms|i[sz]e|i[sz]ing)|complain(?:ts?|ing)?|bad (?:things?|words?|points?|sides?|experiences?|reviews?|comments?)|unfavou?rable',
  flaw: 'flaws?|defects?|problems?|drawbacks?|downsides?|weakness(?:es)?|weak (?:points|spots)|faults?|disappoint\\p{L}*|shortcomings?|disadvantages?|cons|issues|bugs?|failures?|(?:what|things|anything|something) you (?:did ?n[o\']t|dislike|disliked|hate|hated)(?: like)?|what (?:went|goes) wrong|anything (?:bad|wrong)',
  reward: 'points?|bonus(?:es)?|rewards?|rewarded|paid|pay|payment|prizes?|perks?|earns?|earned|extra|vouchers?',
  stars: '(?:five|5|four|4|top|full|maximum|highest|best possible)(?: (?:or|and|to) (?:five|5))?[- ]?(?:stars?|ratings?|marks?|scores?|out of (?:five|5))',
};
const en = (why: BriefFault, words: string) => rule(why, words, LISTS);

/** How English asks for praise. */
export const ENGLISH: BriefLanguage = {
  rules: [
    // what is paid follows the opinion
    en('PAID_BY_OPINION', '{reward}[^.;]{0,60}\\b(?:for|if|when|only|per|each|every|to)\\b[^.;]{0,40}(?:{glowing}|(?:good|great|excellent|high|top) {opinion}|{stars}|recommends?|praises?|likes? it|loves? it)'),
    en('PAID_BY_OPINION', '(?:if|when|each time|every time)[^.;]{0,50}(?:{glowing}|{stars}|(?:good|great|excellent|high|top) {opinion}|recommend|praise|love)[^.;]{0,60}\\b{reward}'),
    en('PAID_BY_OPINION', 'the (?:better|higher|more (?:positive|enthusiastic|favou?rable|stars))[^.;]{0,60}the (?:more|higher|bigger|better)'),
    en('PAID_BY_OPINION', '(?:only|no|not|never|n\'t|nothing)[^.;]{0,30}(?:accept|pay|paid|count|counts|reward|rewarded|publish|earn|earns|approve)[^.;]{0,40}(?:negative|critical|below|under|less than|fewer than|not positive|unfavou?rable|bad {opinion})'),
    en('PAID_BY_OPINION', '(?:(?:negative|critical|unfavou?rable|bad) (?:{opinion}|{piece}|ones)|(?:{opinion}|{piece}) (?:with|that contain|containing) (?:{bad}|criticism))[^.;]{0,30}(?:not (?:be )?(?:paid|accepted|rewarded|counted|approved|count|earn)|earn(?:s)? (?:nothing|no|less)|(?:are|will be|get) (?:refused|rejected|declined)|lose|cost)'),
    en('PAID_BY_OPINION', '(?:no|nothing|not|never|anything)[^.;]{0,20}(?:below|less than|under|lower than|fewer than) {stars}'),
    // nothing bad may be said
    en('NO_CRITICISM', '(?:no|not|never|n\'t|nothing|without|cannot|avoid\\p{L}*|refrain from|leave out|leaving out|omit|skip|hide|free of|free from|stay away from|steer clear of|keep away from|instead of|rather than) ~{bad}'),
    en('NO_CRITICISM', '(?:not|never|n\'t|without|cannot) ~(?:mention\\p{L}*|say\\p{L}*|show\\p{L}*|talk\\p{L}* about|writ\\p{L}* about|includ\\p{L}*|dwell\\p{L}* on|point\\p{L}* out|discuss\\p{L}*|reveal\\p{L}*|speak\\p{L}* about|bring\\p{L}* up|touch\\p{L}* on|share) ~(?:{flaw}|{bad})'),
    en('NO_CRITICISM', '(?:avoid\\p{L}*|leave out|leaving out|omit|skip|hide|gloss over|play down|downplay|refrain from|(?:keep|stay|be) (?:quiet|silent) (?:about|on)|keep ~to yourself) ~{flaw}'),
    en('NO_CRITICISM', 'keep ~(?:{flaw}|{bad}|criticisms?) to yourself'),
    en('NO_CRITICISM', '(?:{flaw}|{bad})[^.;,]{0,30}(?:(?:must|should|may|can) ?not|cannot|are not to|n\'t|never|have no place)[^.;,]{0,20}(?:mention|appear|shown|show|said|included|be in|featured|visible|here|in your)'),
    en('NO_CRITICISM', '(?:only|just|nothing but|exclusively|solely|purely) (?:~)?(?:positives?|praise|the (?:good|bright|positive|best)|good (?:things|points|sides)|nice things|upsides?|strengths?|advantages|benefits|highlights|the (?:upsides?|strengths?|advantages|benefits|highlights))'),
    en('NO_CRITICISM', '(?:positives?|upsides?|strengths|advantages|benefits|praise|good (?:points|things|sides)) only'),
    en('NO_CRITICISM', '(?:focus|concentrate|dwell|stick|stress|highlight|emphasi[sz]e|play up)\\p{L}* (?:on |to )?(?:only )?(?:the |its |our |what is )?(?:positives?|good (?:sides?|points|things)|strengths?|advantages|benefits|upsides?|best (?:sides?|points|things)|good about)'),
    en('NO_CRITICISM', '(?:keep|keeping) (?:it|things|everything|your \\p{L}+|the \\p{L}+) (?:strictly |always |fully )?(?:positive|upbeat|nice|favou?rable|sweet|friendly to)'),
    en('NO_CRITICISM', '(?:downplay|play down|gloss over)\\p{L}*'),
    // good is asked for
    en('POSITIVE_OPINION', '(?:{glowing})(?:,? \\p{L}+){0,2} (?:{opinion}|{piece})'),
    en('POSITIVE_OPINION', '(?:{nice})(?: \\p{L}+)? (?:{opinion}) (?:of|about|on|for) (?:us|it|the|our|this|your|them)'),
    en('POSITIVE_OPINION', '(?:leave|give|post|write|submit|add|want|need|expect|get|collect|send)\\p{L}* ~(?:{nice}|positive) (?:{opinion})'),
    en('POSITIVE_OPINION', '{say}[^.;]{0,40}\\b(?:that|how much|how|why|because|everyone|people|followers|friends|us|them|,)?\\s?(?:you|they|we) (?:really |truly |all |absolutely |simply |just )?{love}'),
    en('POSITIVE_OPINION', '{say}[^.;]{0,40}\\bhow (?:happy|impressed|thrilled|delighted|satisfied|pleased|amazed|proud|excited) (?:you|they|we)'),
    en('POSITIVE_OPINION', '(?:praise|praising|rave|raving|gush|gushing|hype|endorse|endorsing|applaud|compliment|glorify|celebrate how (?:good|great)|sing the praises|talk (?:it|us|them) up|big (?:it|us) up|fall in love)'),
    en('POSITIVE_OPINION', '(?:^|and |, |please |to |must |should |will |have to |: |then |also |that you )recommend(?:ing)? (?:it|us|this|the|our|them|buying|your)'),
    en('POSITIVE_OPINION', '(?:{say}|convince|convincing|persuade|persuading|prove|proving|make people (?:believe|think|see))[^.;]{0,60}\\b(?:is|are|\'s|being|be) (?:simply |really |by far |absolutely |so |truly )?(?:{best})'),
    en('POSITIVE_OPINION', '(?:convince|persuade|make|get) (?:your |other |more |the )?(?:followers|friends|readers|viewers|people|others|audience|family|everyone)[^.;]{0,20}\\b(?:to buy|to order|want (?:it|one)|love|fall|purchase|buy it)'),
    en('POSITIVE_OPINION', '(?:give|leave|rate|post|award|write|vote|click|choose|tick|deserves?)\\p{L}* ~{stars}'),
    en('POSITIVE_OPINION', '(?:at least|minimum(?: of)?) (?:four|five|4|5)(?:[- ]stars?| out of)'),
    en('POSITIVE_OPINION', '(?:{glowing}|upbeat|in (?:a|the|its|our|their) (?:{nice}|best)|{nice}) (?:and \\p{L}+ )?(?:light|sentiment|attitude|spin|angle)(?: (?:towards?|about|for|on|of))?|(?:{glowing}|upbeat|cheerful about) (?:and \\p{L}+ )?{tone}'),
    en('POSITIVE_OPINION', '(?:be|is|are|stay|remain|sound|seem|look|positively|always) (?:always |very |clearly |only |consistently |fully |genuinely )?(?:positive|favou?rable|flattering|glowing|complimentary|thrilled|enthusiastic|full of praise)(?: (?:about|towards?|on))?'),
    en('POSITIVE_OPINION', '(?:make|makes|making) (?:us|the brand|our \\p{L}+|it|the \\p{L}+) (?:look|sound|seem|shine)(?: (?:good|great|amazing|its best))?'),
    en('POSITIVE_OPINION', '(?:say|write|post|share|tell) (?:something|things?|anything)? ?(?:nice|good|great|kind|positive|lovely)(?: things?| words?)? (?:about|of|on)'),
    en('POSITIVE_OPINION', '(?:enthusiasm|love|passion|affection|admiration|excitement) (?:for|about|towards?) (?:the|our) (?:brand|products?|company|new)'),
    en('POSITIVE_OPINION', 'positivity|positiveness|speak (?:well|highly) of|good things about (?:us|it|the|our)'),
  ],
  balanced: sideBySide(
    'positives?|good|great|best|praise|kind|nice|strengths?|strong|pros|advantages|upsides?|likes?|liked|loved?|loves|enjoyed?|worked|works|recommend|favou?rable|glowing|happy|impressed|better|stars?',
    "negatives?|complain(?:ts?|ing)?|bad|worst|critici\\p{L}*|critical|unkind|harsh|weakness(?:es)?|weak|cons|disadvantages|downsides?|drawbacks?|dislikes?|disliked|hated?|hates|disappoint\\p{L}*|failed|fails|(?:not|did ?n[o']t|do(?:es)? ?n[o']t|would ?n[o']t)(?=$|[.,!?;:]| (?:like|work|enjoy|convince|fit|please|go))|unfavou?rable|damning|scathing|blame|flaws?|worse",
    'or|and|as well as|as much as|but also|nor|versus|and just as much',
    'leave|leaving|avoid|hide|omit|skip|no|not|never|nothing|without|keep|forget|drop|ignore',
    "\\bwhether(?: or not)? (?:you|it|they|the|or|that|we|your|this)\\b|\\bif (?:you|they) would\\b|\\bor why not\\b|\\bor not\\b|\\b(?:from )?(?:one|1|zero|0) (?:to|and) (?:five|5|ten|10)\\b",
  ),
  denied:
    /(?:\b(?:not|never|n't|nobody|no one|neither|nor|no need|without|needn't|cannot)\b|n't\b|\bno (?:points?|bonus|extra|reward|perk|payment)\b|\bfree to\b|\bforbidden\b|\binstead of\b|\brather than\b|\brefuse(?:s|d)?\b|\bagainst\b)(?:[^.;]{0,90})$/u,
  insists:
    /(?:not|n't|never)(?: \p{L}+)? (?:forget|hesitate|miss|fail|stop|be (?:shy|afraid)|only|just|settle|less|accept (?:less|anything)|omit|skip)|no (?:reason|excuse) not|nothing (?:but|less|short)/u,
  clause: /, (?:but|just|only|so|please|and)\b|\bbut\b|: |, /u,
  unmuzzled:
    /(?:\b(?:not|never|n't|no need to|nobody (?:may|will|should|can)|please do not)|n't) (?:\p{L}+ ){0,2}?(?:hide|avoid|leave out|leave anything out|omit|skip|hold back|remove|delete|soften|spare|gloss over|play down|downplay|refuse|reject|punish|be afraid|censor|cut|pass over|keep|hesitate|shy|stop|judge|pay less|lose|expect)|\bno (?:\p{L}+ ){0,2}?(?:criticism|complaint|negative \p{L}+)[^.;]{0,12} (?:is|are|will|costs?|counts?|lowers?|loses?|can|ever|may|has) ?(?:ever )?(?:off|be (?:held|refused|removed|punished)|cost|count|lower|lose|harm|hurt|against|refused|too|unwelcome|forbidden|you)|\bno problem\b|\bnot a problem\b/u,
};
