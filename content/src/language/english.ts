// The English word lists and patterns: the only place where English words are known to the pipeline.
import { stemmer } from 'stemmer';
import { remembered } from '../text/remembered.ts';
import { prompts } from './english-prompts.ts';
import { answerIn, leadOf, toldBy, topicOf } from './grammar.ts';
import { purposeIn } from './purpose.ts';
import type { Cutting, Language } from './language.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter(Boolean));

const stopWords = words(`
  a about above after again all also although always am an and any are as at be because been before being below
  between both but by can cannot could did do does doesn doing don down during each either else etc even every few
  for from further get gets give gives had has have having he her here hers him his how i if in into is isn it its
  itself just kind kinds let lets like ll made make makes many may me mean means might more most much must my need
  needs no nor not of off often on once one only onto or other others our out over own per rather re s same she
  should so some such t than that the their them then there these they thing things this those though through to
  too two type types under until up upon us use used uses using usually ve very via was way ways we well were what
  when where whether which while who whom whose why will with within without would you your yours`);

const oneLiner =
  /^(?:(?:the|a|an|my|perfect|best|final|short|quick|strong|simple|interview|answer|summary|difference|key) )*(?:one[- ]?line(?:r)?|single[- ]line|in (?:one|a) (?:line|sentence|word|nutshell)|in short|in brief|to sum up|tl;?dr|summary|key takeaway|takeaway|bottom line|short answer)(?: (?:summary|difference|differences|answer|version|definition|in one line))?$/i;
const partLabel =
  /^(?:(?:common|typical|key|main|real[- ]world|simple|more|other|quick|full|usage in) )*(?:examples?|usage|use[- ]?cases?|syntax|why|when|how|notes?|differences?|difference between .*|details?|explanation|characteristics|benefits|advantages|disadvantages|limitations|pros|cons|background|overview|introduction|references?|see also|further reading|endpoint|output|result|steps|answer|question|in python|here|features?|key points?|tips?)\b/i;
const personal =
  /\b(?:your|my|our) (?:own |recent |last |current |previous )*(?:projects?|roles?|experiences?|backgrounds?|compan(?:y|ies)|teams?|resume|cv|careers?|strengths?|weakness(?:es)?|salary|jobs?|hobbies)\b|\b(?:about|introduce|describe|refined\)?|tell us about) yourself\b|\bwhy should we hire\b|\bin one project\b|\byou(?:['’]ve| have) (?:worked|done|built|used|faced|had|made)\b|\bdid you (?:make|do|use|build|face)\b|\binterviews?\b|\bversion you\b|\byou (?:can|should) (?:speak|say)\b/i;

const sentenceLike =
  /\b(?:is|are|was|were|do|does|not|don['’]t|can|should|when|if|because|work|works|this|that|these|it|we|you|i)\b|^(?:so|thus|here|example|examples|note|in short)\b|[.!?]$/i;

const verbs = words(`
  accepts achieves acts adds adjusts allows alters answers appears applies asks asserts assigns attaches attracts
  avoids bears becomes begins binds blocks boils breaks brings builds burns calls carries catches causes changes
  checks chooses clears closes collects combines comes compares compresses connects contains controls converts copies
  counts covers creates crosses cuts decides declares defines deletes delivers depends describes detects determines
  dissolves divides does doesn't don't draws drives drops enables ends enforces ensures evaluates executes exists
  expands explains exposes extends falls feeds fetches fills filters finds fits flows follows forces forms freezes
  gives goes grows guarantees handles happens has helps hides holds identifies ignores implements improves includes
  increases inherits injects interacts isolates joins keeps knows lacks lays leads leaves lets lies limits links lists
  lives loads locks looks loses makes manages maps marks masks matches means measures merges moves names needs never
  notifies offers opens orders organizes overrides packs passes pays performs picks plans points prevents processes
  produces protects provides pulls pushes puts reaches reacts reads receives records reduces refers reflects rejects
  releases remembers removes replaces replays represents requests requires resolves restores rests returns reuses
  reverses rewrites rises rotates runs saves says schedules selects sends separates serves sets shares shows signs
  sits skips slows solves sorts speeds splits spreads stands starts stays steers stops stores supports swaps switches
  takes tells tests touches traces tracks transfers translates travels treats tries turns undoes updates uses
  validates verifies waits wants warns wraps writes yields`);
const bases = words(`
  add allow analyze apply avoid bring build cache call carry check choose combine compress configure contain
  convert create define do don't enable ensure execute follow give grow handle hide hold implement improve include
  integrate keep let limit make manage move need optimize pass prevent protect provide reach reduce remove represent
  return run select send separate serve set show split store support take test track travel update use validate verify
  wait wrap write`);
const finite = words('are can could do had is may might must run should was were will would have work');
/** "Reaches a server": before these, a word that ends in s is a verb. */
const determiners = words('a an the its their them it this each every one no');
const prepositions = words(
  'for to in on at by with from without under over between during after before when while if because into about of as',
);

/** "Changes that are set aside", "drops of rain": what a relative clause or an "of" follows is a noun. */
const isNounBefore = (next: string | undefined): boolean =>
  next === undefined || /^(?:that|which|who|of|and|or)$/.test(next);

const isVerb = (word: string, next: string | undefined): boolean =>
  finite.has(word) || (verbs.has(word) && !isNounBefore(next));

/** Whether a finite verb follows soon, and not in a clause of its own: "The next task starts", "Tasks run". */
function isSentence(statement: string): boolean {
  const [, ...next] = statement.toLowerCase().split(/\s+/).slice(0, 7);
  const at = next.findIndex((word, place) => place < 5 && isVerb(word, next[place + 1]));
  return (
    at >= 0 &&
    !next
      .slice(0, at)
      .some((word) => /^(?:that|which|who|to|and|how|where|when|of)$/.test(word) || /,$/.test(word))
  );
}

const qualities = words(
  'not still fully best better very more less easy good ideal suitable useful faster slower',
);

const genus =
  /^(?:[Aa]n?|[Tt]he|[Oo]ne) (?:[^\s,.;:()]+,? ){0,3}?([^\s,.;:()]+)(?= (?:that|which|who|whose|where|when|in|on|at|by|of|for|from|to|with|between|without)\b)/;

const genusOf = (statement: string): string | null => genus.exec(statement)?.[1]?.toLowerCase() ?? null;

/** By its first words: what a thing is, what it does, how it is, where or when, or a sentence of its own. */
function buildOf(statement: string): string {
  const [first = '', second = ''] = statement.toLowerCase().replace(/’/g, "'").split(/\s+/);
  if (/\?$/.test(statement)) return 'question';
  if (prepositions.has(first)) return 'place';
  if (qualities.has(first) || /^[a-z]{2,}ed,?$/.test(first)) return 'quality';
  if (finite.has(first) || bases.has(first) || (verbs.has(first) && !isNounBefore(second))) return 'deed';
  if (/^[a-z]{3,}s$/.test(first) && determiners.has(second)) return 'deed';
  if (/^(?:also|always|usually|often|only)$/.test(first) && verbs.has(second)) return 'deed';
  return isSentence(statement) ? 'sentence' : 'thing';
}

const irregular: Record<string, string> = { do: 'does', "don't": "doesn't", 'don’t': 'doesn’t' };

/** "carry" is "carries", "push" is "pushes", "provide" is "provides". */
const thirdPerson = (verb: string): string =>
  irregular[verb.toLowerCase()] ??
  (/[^aeiou]y$/i.test(verb)
    ? `${verb.slice(0, -1)}ies`
    : /(?:s|x|z|ch|sh)$/i.test(verb)
      ? `${verb}es`
      : `${verb}s`);

function inSingular(statement: string): string {
  const [first = '', second = ''] = statement.split(/\s+/);
  const isDeed = bases.has(first.toLowerCase()) && second !== '' && !isNounBefore(second.toLowerCase());
  return isDeed ? thirdPerson(first) + statement.slice(first.length) : statement;
}

const cutting: Cutting = {
  // Never before "but" or "unless": without them the rest may be untrue.
  ends: /[;:—–](?= )| (?=because |instead of |rather than |depending |using |while |although |even |so that |whereas |and )|, (?!but |unless )/g,
  opening:
    /^(?:when|if|because|even|although|after|before|since|while|once|as|to|in|for|by|with|unless|instead)\b[^,]*,/i,
  dangling:
    /(?:^|\s)(?:a|an|the|of|to|in|on|at|by|for|with|and|or|but|that|which|who|is|are|as|from|into|its|their|his|than|so|not|can|be|using|only|between|both|each|also|very|has|have|defined|used|called|made)$/i,
  asides: [
    / \([^()]*\)/g,
    /,? (?:—|–|-) (?:for example|e\.g\.)[^.;]*$/i,
    /,? ?(?:for example|for instance|e\.g\.|such as|like|including|, etc)\b.*$/i,
  ],
  ties: /^(?:But|And|So|Also|Additionally|However|Moreover|Then|Thus|Hence)\b,? /,
};

export const english: Language = {
  code: 'en',
  name: 'English',
  hasGrammar: true,
  stopWords,
  stem: remembered((word) => (/^[a-z]{3,}$/.test(word) ? stemmer(word) : word)),
  isOneLinerLabel: (label) => oneLiner.test(label.replace(/\s*\([^()]*\)$/, '').trim()),
  isPartLabel: (label) => partLabel.test(label.trim()),
  isExampleLabel: (label) => /\bexamples?\b/i.test(label),
  buildOf,
  genusOf,
  inSingular,
  isPersonal: (text) => personal.test(text),
  topicOf,
  toldBy,
  answerIn,
  leadOf,
  purposeIn,
  points: (statement) =>
    /\b(?:above|below|as mentioned|the following|previous example|same as)\b/i.test(statement),
  isNoun: (name) => !sentenceLike.test(name),
  cutting,
  prompts,
  absolutes: words('all always every everything must never no none nothing only'),
  negations: words("cannot don't doesn't isn't aren't can't won't never no none nor not nothing without"),
};
