import { asides, type BriefFault, type BriefLanguage, rule, sideBySide } from './brief-rules.js';

const LISTS = {
  glowing: 'positive|favou?rable|glowing|raving|rave|flattering|enthusiastic|gushing|complimentary|five[- ]stars?|5[- ]stars?|★{4,5}|thumbs[- ]up',
  nice: 'lovely|sweet|glorious|good|great|nice|kind|excellent|amazing|fantastic|wonderful|perfect|brilliant|top|outstanding|awesome|high',
  opinion: 'reviews?|ratings?|opinions?|words?|things?|comments?|feedback|testimonials?|scores?|verdicts?|marks',
  piece: 'posts?|videos?|stor(?:y|ies)|reels?|articles?|content|mentions?|tweets?|messages?|impressions?|buzz|threads?|captions?',
  say: 'conclude|concluding|say|saying|says|tell|telling|write|writing|post|posting|explain|explaining|share|sharing|describe|describing|state|show|showing|mention|let',
  love: 'love|loved|adore|adored|enjoy|enjoyed|prefer|recommend|(?:are|were) (?:happy|thrilled|delighted|amazed|impressed|blown away)',
  best: 'the best|better than|great|amazing|perfect|unbeatable|superior|worth (?:every|the|buying)|awesome|fantastic|a must|brilliant|excellent|the greatest|number one',
  tone: 'tone|attitude|sentiment|language|spirit|vibes?|note|light|angle|picture|image|way|terms|energy|mood|outlook|spin',
  feeling: 'delight(?:ed)?|excitement|excited|enthusiasm|obsess(?:ed|ion)|satisfaction|satisfied|thrilled|hooked|addicted|smitten|over the moon|adoration|devotion',
  convinced: '(?:like|liked|love|loved|enjoy|enjoyed) (?:it|them|us|the|our|this|that)|won over|convinced|impressed|happy with|satisfied|a fan|thrilled|blown away',
  critics: 'haters?|trolls?|detractors?|grumblers?|naysayers?|moaners?|complainers?|doubters?|sceptics?|skeptics?|critics|(?:whoever|anyone who|those who|people who) (?:grumbles?|complains?|moans?|criticis\\p{L}+|criticiz\\p{L}+)',
  bad: 'moan(?:s|ing)?|whin(?:es?|ing)|grumbl(?:es?|ing)|rants?|ranting|negativ\\p{L}*|critic(?:al|ism|isms|i[sz]e|i[sz]ing)|complain(?:ts?|ing)?|bad (?:things?|words?|points?|sides?|experiences?|reviews?|comments?)|unfavou?rable',
  flaw: 'recalls?|delays?|outages?|breakdowns?|accidents?|incidents?|scandals?|controvers(?:y|ies)|lawsuits?|refunds?|hiccups?|glitch(?:es)?|mistakes?|mishaps?|teething troubles|rough edges|flaws?|defects?|problems?|drawbacks?|downsides?|weakness(?:es)?|weak (?:points|spots)|faults?|disappoint\\p{L}*|shortcomings?|disadvantages?|cons|issues|bugs?|failures?|(?:what|things|anything|something) you (?:did ?n[o\']t|dislike|disliked|hate|hated)(?: like)?|what (?:went|goes) wrong|anything (?:bad|wrong)',
  reward: 'points?|bonus(?:es)?|rewards?|rewarded|paid|pay|payment|prizes?|perks?|earns?|earned|extra|vouchers?|(?:full|top|maximum) marks',
  people: '(?:the |other |each |every |all |new |fellow |any )*(?:newcomers?|members?|beginners?|learners?|children|people|participants?|volunteers?|builders?|players?|winners?|finalists?|one another|each other)',
  stars: 'starsrun|(?:five|5|four|4|top|full|maximum|highest|best possible)(?: (?:or|and|to) (?:five|5))?[- ]?(?:stars?|ratings?|marks?|scores?|out of (?:five|5))|5 ?\\/ ?5|10 ?\\/ ?10',
};
const en = (why: BriefFault, words: string) => rule(why, words, LISTS);

const ASIDES = [
  // a scale, and what is marked on it oneself
  '(?:how (?:much|well|happy|satisfied|likely|pleased|impressed) (?:you|it|they|people)(?: [\\p{L}\']+){0,6},? (?:on a scale )?(?:from |of )?)?(?:one|1|zero|0|stars)(?: stars?)?(?: ?\\/ ?\\d+)? ?(?:to|and|or|-|through|up to) ?(?:five|5|ten|10|starsrun)(?:[ -]stars?| ?\\/ ?\\d+)?',
  // which is best is for the ambassador to say
  'which(?: \\p{L}+){0,4}? (?:is|are|was|were|works) (?:the )?best',
  // kindness to people, and no unkindness
  '(?:positive|enthusiastic|kind|warm)(?: tone| attitude| spirit)? (?:with|to|towards?) {people}',
  '(?:kind|nice|warm|friendly) (?:comments?|messages?|words?|notes?) (?:to|under|about|on) (?:[\\p{L}\\d]+ (?:builds?|creations?|ideas?|posts?) (?:by|of|from) )?{people}',
  '(?:negative |bad |critical |unkind |harsh )?(?:remarks?|comments?|words|criticisms?|complaints?) (?:about|on|of|against|towards?) {people}',
  '(?:insult|mock|attack|argue with|quarrel with)\\p{L}* (?:people|those|anyone|members) who \\p{L}+',
  '(?:applaud|compliment|praise|congratulate)\\p{L}* {people}',
  // a pastime is no product
  '(?:in love|love|passion|joy|pleasure|enthusiasm) (?:with|of|for) (?!using|owning|having|wearing|playing)\\p{L}+ing(?! (?:with )?(?:our|the|it|this))',
  // mistakes in the work, and their mending
  'avoid\\p{L}* (?:the |any |all |such |these |common )*(?:mistakes|errors|accidents)',
  '(?:fix|correct|report|spot|find)\\p{L}* (?:the |any |all |every |each )*(?:mistakes?|errors?|bugs?)(?![^.;]*(?:privat|for us|to us|instead))',
  'recommend(?:ing)? the (?:right|suitable|appropriate|correct)',
];

/** How English asks for praise. */
export const ENGLISH: BriefLanguage = {
  rules: [
    // what is paid follows the opinion
    en('PAID_BY_OPINION', '{reward}[^.;]{0,60}\\b(?:for|if|when|only|per|each|every|to)\\b[^.;]{0,40}(?:{glowing}|(?:good|great|excellent|high|top) {opinion}|{stars}|recommends?|praises?|likes? it|loves? it)|{reward} (?:for|if|when)[^.;,]{0,40}(?:enthusiasm|excitement|excited|delighted|thrilled)|(?:enthusiasm|excitement|positivity)[^.;:,]{0,30}:? ?(?:up to )?[1-9]\\d* ?(?:points?|pts|marks|%)'),
    en('PAID_BY_OPINION', '(?:if|when|each time|every time)[^.;]{0,50}(?:{glowing}|{stars}|(?:good|great|excellent|high|top) {opinion}|recommend|praise|love)[^.;]{0,60}\\b{reward}'),
    en('PAID_BY_OPINION', 'the (?:better|higher|more (?:positive|enthusiastic|favou?rable|stars))[^.;]{0,60}the (?:more|higher|bigger|better)'),
    en('PAID_BY_OPINION', '(?:only|no|not|never|n\'t|nothing)[^.;]{0,30}(?:accept|pay|paid|count|counts|reward|rewarded|publish|earn|earns|approve)[^.;]{0,40}(?:negative|critical|below|under|less than|fewer than|not positive|unfavou?rable|bad {opinion})'),
    en('PAID_BY_OPINION', '(?:(?:negative|critical|unfavou?rable|bad) (?:{opinion}|{piece}|ones)|(?:{opinion}|{piece}) (?:with|that contain|containing) (?:{bad}|criticism))[^.;]{0,30}(?:not (?:be )?(?:paid|accepted|rewarded|counted|approved|count|earn)|earn(?:s)? (?:nothing|no|less)|(?:are|will be|get) (?:refused|rejected|declined)|lose|cost)'),
    en('PAID_BY_OPINION', '(?:pay|paid|pays|reward\\p{L}*|approve\\p{L}*|accept\\p{L}*|select\\p{L}*|feature\\p{L}*|repost\\p{L}*|validat\\p{L}*)[^.;]{0,50}(?:{stars}|{glowing}|{feeling}|mak\\p{L}+ (?:your |the )?(?:viewers|people|followers|readers|us|them)[^.;]{0,20}(?:want|run|rush|love|shine|look)|{convinced})'),
    en('PAID_BY_OPINION', '(?:lukewarm|tepid|half-hearted|mixed|neutral|so-so|mediocre|unenthusiastic|mild)[^.;]{0,50}(?:sent back|returned|rejected|refused|declined|redone|not (?:be )?(?:paid|approved|accepted|counted)|no (?:points|reward|pay)|earns? (?:nothing|less)|n\'t count|wait)'),
    en('PAID_BY_OPINION', '(?:tone|mood|verdict|caption|smile|face|voice)[^.;]{0,30}(?:{feeling}|happy|pleased|cheerful|warm|{glowing})[^.;]{0,60}{reward}'),
    en('PAID_BY_OPINION', '(?:happy|satisfied|pleased|convinced|delighted|enthusiastic|warm|cheerful)[^.;]{0,30}(?:tone|mood|verdict|caption|smile|face|voice)[^.;]{0,60}{reward}'),
    en('PAID_BY_OPINION', '(?:no|nothing|not|never|anything)[^.;]{0,20}(?:below|less than|under|lower than|fewer than) {stars}'),
    // nothing bad may be said
    en('NO_CRITICISM', '(?:no|zero|not|never|n\'t|nothing|without|cannot|avoid\\p{L}*|refrain from|leave out|leaving out|omit|skip|hide|free of|free from|stay away from|steer clear of|keep away from|instead of|rather than) ~{bad}'),
    en('NO_CRITICISM', '(?:not|never|n\'t|without|cannot) ~(?:mention\\p{L}*|say\\p{L}*|show\\p{L}*|talk\\p{L}* about|writ\\p{L}* about|includ\\p{L}*|dwell\\p{L}* on|point\\p{L}* out|discuss\\p{L}*|reveal\\p{L}*|speak\\p{L}* about|bring\\p{L}* up|touch\\p{L}* on|share) ~(?:{flaw}|{bad})'),
    en('NO_CRITICISM', '(?:avoid\\p{L}*|leave out|leaving out|omit|skip|hide|gloss over|play down|downplay|refrain from|(?:keep|stay|be) (?:quiet|silent) (?:about|on)|keep ~to yourself) ~{flaw}'),
    en('NO_CRITICISM', '(?:keep|leave|save|hold|reserve|share|tell|report|raise)\\p{L}* ~(?:{flaw}|{bad}|criticisms?)[^.;]{0,40}(?:privately|in private|private|for us|to us|between us|among us|only us|out of|offline|internally|off camera|off the record|direct messages?|behind the scenes)'),
    en('NO_CRITICISM', '(?:if|unless|in case)[^.;]{0,30}(?:(?:not|n\'t|never|less than|without being) ~{convinced}|disliked?|hated?|disappointed|unhappy|unconvinced|unimpressed|underwhelmed|left cold)[^.;]{0,40}(?:skip|do not|don\'t|refrain|stay (?:out|away|silent|quiet)|say nothing|pass|leave (?:it|this)|hold back|sit (?:it|this) out|abstain|opt out|choose another|no need to post)'),
    en('NO_CRITICISM', '(?:post|publish|take part|join|write|share|film|sign up|only) ~(?:if|when|once|provided) ~(?:really |truly )?{convinced}'),
    en('NO_CRITICISM', '(?:(?:take|edit|cut)(?:ing)? out|remov\\p{L}+|delet\\p{L}+|soften\\p{L}*|strip\\p{L}*|filter\\p{L}*|ton\\p{L}+ down|polish\\p{L}*)[^.;]{0,50}(?:hurt|harm|(?<!the )damage|embarrass\\p{L}*|{bad}|{flaw}|spoil|unflattering|off[- ]message|against us|does not fit|displeas\\p{L}*)|(?:soften|ton\\p{L}+ down) ~(?:passages?|parts|words|sentences|tone)'),
    en('NO_CRITICISM', '(?:happy|satisfied|delighted|pleased|convinced|contented?) (?:customers?|users?|buyers?|guests?|clients?|people|faces|voices|owners?) (?:only|exclusively)|(?:only|just|exclusively) (?:\\p{L}+ )?(?:happy|satisfied|delighted|pleased|convinced|contented?) (?:customers?|users?|buyers?|guests?|clients?|people|faces|voices|owners?)'),
    en('NO_CRITICISM', '(?:balanc|drown|silenc|outweigh|bury|buri|counter|shut|steer|win over|prove|defend|set right)\\p{L}*[^.;]{0,50}(?:{critics}|negative (?:comments?|reviews?|voices?|press|posts?))'),
    en('NO_CRITICISM', 'keep (?:it|that|this|them) to yourself|(?:steer|mov|lead|draw|divert|deflect|turn)\\p{L}* [^.;]{0,40}(?:away from|off) |chang\\p{L}* the (?:subject|topic)|set the record straight|defend (?:us|our|the (?:brand|house|company|product))|stand up for (?:us|the brand|our)'),
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
    en('POSITIVE_OPINION', '(?:{glowing}|upbeat|in (?:a|the|its|our|their) (?:{nice}|best)|{nice}) (?:and \\p{L}+ )?(?:sentiment|attitude|spin)(?: (?:towards?|about|for|on|of))?|(?:{glowing}|upbeat|cheerful about) (?:and \\p{L}+ )?{tone}'),
    en('POSITIVE_OPINION', '(?:be|is|are|stay|remain|sound|seem|look|positively|always) (?:always |very |clearly |only |consistently |fully |genuinely )?(?:positive|favou?rable|flattering|glowing|complimentary|thrilled|enthusiastic|full of praise)(?: (?:about|towards?|on))?|(?:^|to |must |should |please |and |, )(?:look|sound|seem|appear) (?:\\p{L}+ )?(?:excited|delighted|impressed|amazed)|how (?:{glowing}) (?:is|are|was|were) (?:the|your|his|her|their) (?:{opinion}|{piece})'),
    en('POSITIVE_OPINION', '(?:make|makes|making) (?:(?:us|the brand|our \\p{L}+) (?:look|sound|seem|shine)|(?:it|the \\p{L}+) (?:shine|(?:look|sound|seem) (?:\\p{L}+ )?(?:good|great|amazing|its best|attractive|appealing|fantastic|perfect|desirable)))'),
    en('POSITIVE_OPINION', '(?:say|write|post|share|tell) (?:something|things?|anything)? ?(?:nice|good|great|kind|positive|lovely)(?: things?| words?)? (?:about|of|on)'),
    en('POSITIVE_OPINION', '(?:enthusiasm|love|passion|affection|admiration|excitement) (?:for|about|towards?) (?:the|our) (?:brand|products?|company|new)'),
    en('POSITIVE_OPINION', '(?:nothing|nobody|no one|none|no other|few|nowhere)(?: \\p{L}+){0,5} (?:beats?|comes? close|compares?|compared|rivals?|equals?|better|like (?:it|ours|us|this))|second to none|unrivalled|unbeatable|unmatched|in a league of (?:its|their|our) own'),
    en('POSITIVE_OPINION', '(?:never|not|n\'t|no) (?:going |go |look |looking |way )?back to|never (?:go|going|look|looking) back|(?:can\'t|cannot|could(?: not|n\'t)) (?:live|do|imagine|start|be)(?: \\p{L}+){0,4} without|(?:buy|order|choose|get)(?: \\p{L}+){0,2} again (?:in a heartbeat|any time|without|at once|tomorrow)|(?:would|\'d|will) (?:\\p{L}+ )?(?:buy|order|choose) (?:it|them|us|ours|this) again|in a heartbeat'),
    en('POSITIVE_OPINION', 'must[- ](?:haves?|buys?|see|try)(?! (?:tools?|places?|skills?|parts|books?|films?|sights?|spots?))|unmissable|irresistible|life[- ]chang\\p{L}+|(?:favou?rite|beloved) (?:brand|product)'),
    en('POSITIVE_OPINION', '(?:(?:why|reasons?|how)(?: [\\p{L}\']+){0,5}(?: is| are|\'s)|what makes(?! an? )(?: [\\p{L}\']+){1,6}) (?:\\p{L}+ )?(?:{best})|(?:why|how) (?:(?:our|this|these)(?: \\p{L}+){1,3}|it|we|they) (?:rocks?|rules?)(?! \\p{L})'),
    en('POSITIVE_OPINION', '(?:why|what makes|reasons?|how)(?: [\\p{L}\']+){0,6} (?:so (?:good|special|popular|great)|stands? out|wins? (?:you|them|people) over|deserves? (?:it|praise|love))'),
    en('POSITIVE_OPINION', '(?:show|shar|express|convey|radiat|transmit|spread|communicat|captur|feel|project|reflect|let|bring|get|pass)\\p{L}*[^.;]{0,40}\\b(?:{feeling})'),
    en('POSITIVE_OPINION', '(?:show|shar|express|convey|radiat|spread|captur|feel|project|reflect|bring|get|let)\\p{L}*[^.;]{0,40}\\b(?:love|joy|affection|appreciation|passion|gratitude|happiness) (?:for|of|with|about|at) (?:the|our|its|this|owning|using|us)'),
    en('POSITIVE_OPINION', 'how (?:very |really |truly |completely )?(?:obsessed|hooked|addicted|grateful|lucky|well it works|well they work|good it (?:is|feels|tastes|looks)|much (?:fun|joy))'),
    en('POSITIVE_OPINION', '(?:bump|boost|raise|push|lift|improv|increas|pump)\\p{L}* (?:up )?(?:our|the|its) (?:\\p{L}+ )?(?:scores?|ratings?|average|stars?|ranking|reviews?)|top (?:marks|scores?|ratings?)|starsrun|(?:four|4|five|5)[- ]stars? (?:and|or) (?:up|more|above|higher|better|over)|(?:four|4|five|5)[- ]stars? (?:minimum|min|at least|required)'),
    en('POSITIVE_OPINION', '(?:chang|swap|replac|updat|edit|rewrit|revis|upgrad|turn|correct)\\p{L}* (?:your |an? |the |that )?(?:\\p{L}+ ){0,2}(?:reviews?|ratings?|comments?|posts?|opinions?|verdict)[^.;]{0,40}\\b(?:better|improved|positive|higher|kinder|nicer|flattering|happier|top|five|5|warmer|more)'),
    en('POSITIVE_OPINION', '(?:warm|kind|sweet|lov|flatter|tender|heartfelt)(?:est|ing|er)? (?:possible )?(?:words|terms|lines|sentences|tribute)|pay tribute|love letter'),
    en('POSITIVE_OPINION', '(?:mak|get|tempt|lead|inspir)\\p{L}* (?:your |the |all )?(?:followers|friends|readers|viewers|people|others|audience|family|everyone|them)[^.;]{0,20}\\b(?:want to (?:buy|have|own|run|order|get|try)|run to|rush to|crave|drool|jealous|envious|dream of|queue)'),
    en('POSITIVE_OPINION', '(?:say|write|post|share|tell)\\p{L}* (?:something|anything|things|a few words|some words) ?(?:nice|good|great|kind|positive|lovely|sweet|warm|beautiful)'),
    en('POSITIVE_OPINION', 'upvot\\p{L}* (?:us|our (?:product|brand|app|page|launch))|vot(?:e|ing) for us|how much [^.;]{0,20}(?:chang|transform|improv)\\p{L}* your life|reflect\\p{L}* (?:well|favou?rably) (?:on|upon)(?! (?:you|the community))'),
    en('POSITIVE_OPINION', '(?:praise|praising)hashtag'),
    en('POSITIVE_OPINION', 'in (?:a|the|its|our|their) (?:{nice}|best) light'),
    en('POSITIVE_OPINION', '(?:things?|reasons?|points|aspects|details|features|words|everything|all)(?: \\p{L}+){0,2} (?:that |which |why )?you (?:really |truly |most )?(?:love|adore|cherish|treasure)|tears of joy|(?:fall|fell|falling) (?:head over heels|in love)'),
    en('POSITIVE_OPINION', '(?:says?|answers?|repl\\p{L}+|tick\\p{L}*|choos\\p{L}*) yes (?:to|when|that)|\\b(?:i|we) (?:wish|love|adore|recommend|would|\'d|have never|can)[^.;]{0,60}(?:word for word|verbatim|as (?:it is|written)|copy)|(?:word for word|verbatim|copy (?:and|this)|paste)[^.;]{0,60}\\b(?:i|we) (?:wish|love|adore|recommend|would|\'d|have never|can)'),
    en('PAID_BY_OPINION', '{reward}[^.;]{0,60}(?:rating|score|stars?|note|average)[^.;]{0,30}(?:reach\\p{L}*|is|are|hits?|of|above|over|at) [^.;]{0,12}[3-5](?:[.,]\\d)?(?: |$)'),
    en('POSITIVE_OPINION', 'positivity|positiveness|speak (?:well|highly) of|good things about (?:us|it|the|our)'),
  ],
  aside: asides(ASIDES, LISTS),
  balanced: sideBySide(
    'positives?|good|great|best|praise|kind|nice|strengths?|strong|pros|advantages|upsides?|likes?|liked|loved?|loves|enjoyed?|favou?rites?|worked|works|recommend|favou?rable|glowing|happy|impressed|better|stars?',
    "negatives?|complain(?:ts?|ing)?|bad|worst|critici\\p{L}*|critical|unkind|harsh|weakness(?:es)?|weak|cons|disadvantages|downsides?|drawbacks?|dislikes?|disliked|hated?|hates|least (?:favou?rite|liked)|disappoint\\p{L}*|failed|fails|(?:not|did ?n[o']t|do(?:es)? ?n[o']t|would ?n[o']t)(?=$|[.,!?;:]| (?:like|work|enjoy|convince|fit|please|go))|unfavou?rable|damning|scathing|blame|flaws?|worse|unhappy|angry|mad|annoy\\p{L}*|frustrat\\p{L}*|bored?|bores|bother\\p{L}*|irritat\\p{L}*|pans?|slating|doubts?",
    'or|and|as well as|as much as|but also|nor|versus|and just as much',
    'leave|leaving|avoid|hide|omit|skip|no|not|never|nothing|without|keep|forget|drop|ignore',
    "\\bwe(?: will| would| shall| do)? ?(?:never|not) (?:ask|expect|require|want|demand)(?![^.;]*\\b(?:just|only|but|except|much)\\b)|\\bwhether(?: or not)? (?:you|it|they|the|or|that|we|your|this)\\b|\\bif (?:you|they) would\\b|\\bor why not\\b|\\bor not\\b|(?:^|[.:;] )(?:what (?!makes)|which |where |when |did |do |does |is |was |were |has |have |would you (?:buy|choose|recommend|keep|order|pick) |what would )[^.;]{0,120}\\?$|\\b(?:(?:as|however|whatever|whichever) you (?:see fit|like|please|want|think|find)|whatever (?:that|it) is)\\b(?![^.;]*\\b(?:but|except)\\b)",
  ),
  alike: /\b(?:the same|equally|alike|just like|just as (?:much|well)|as (?:much|well) as|no less|no more|regardless|whatever|not (?:\p{L}+ ){0,4}?(?:more|less|better|worse) than (?:a |the )?(?:positive|good|kind|negative|bad|critical|harsh|others?))\b/u,
  denied:
    /(?:\b(?:not|never|n't|nobody|no one|neither|nor|no need|without|needn't|cannot)\b|n't\b|\bno (?:points?|bonus|extra|reward|perk|payment)\b|\bfree to\b|\bforbidden\b|\binstead of\b|\brather than\b|\brefuse(?:s|d)?\b|\bagainst\b)(?:[^.;]{0,90})$/u,
  insists:
    /(?:not|never) (?:\p{L}+ ){0,3}?(?:back|without)\b|(?:not|n't|never)(?: \p{L}+)? (?:forget|hesitate|miss|fail|stop|be (?:shy|afraid)|only|just|settle|less|accept (?:less|anything)|omit|skip)|no (?:reason|excuse) not|nothing (?:but|less|short)/u,
  clause: /, (?:but|just|only|so|please|and)\b|\bbut\b|: |, /u,
  unmuzzled:
    /(?:no need|need not|not (?:have|obliged|supposed|asked|expected|required|meant)|free not) to (?:\p{L}+ ){0,3}?(?:only|just|all|nothing but)\b|(?:\b(?:not|never|n't|no need to|nobody (?:may|will|should|can)|please do not)|n't) (?:\p{L}+ ){0,2}?(?:hide|avoid|leave out|leave anything out|omit|skip|hold back|remove|delete|take (?:out|down)|change|alter|edit|rewrite|soften|spare|gloss over|play down|downplay|refuse|reject|punish|be afraid|censor|cut|pass over|keep|hesitate|shy|stop|judge|pay less|lose|expect)|\bno (?:\p{L}+ ){0,2}?(?:criticism|complaint|negative \p{L}+)[^.;]{0,12} (?:is|are|will|costs?|counts?|lowers?|loses?|can|ever|may|has) ?(?:ever )?(?:off|be (?:held|refused|removed|punished)|cost|count|lower|lose|harm|hurt|against|refused|too|unwelcome|forbidden|you)|\bno problem\b|\bnot a problem\b/u,
};
