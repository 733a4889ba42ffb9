// The English word lists and patterns: the only place where English words are known to the pipeline.
import { stemmer } from 'stemmer';
import { toldBy, topicOf } from './grammar.ts';
import type { Language } from './language.ts';

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
  /\b(?:your|my|our) (?:own |recent |last |current |previous )*(?:projects?|roles?|experiences?|backgrounds?|compan(?:y|ies)|teams?|resume|cv|careers?|strengths?|weakness(?:es)?|salary|jobs?|hobbies)\b|\b(?:about|introduce|describe|refined\)?|tell us about) yourself\b|\bwhy should we hire\b|\bin one project\b|\binterviews?\b|\bversion you\b|\byou (?:can|should) (?:speak|say)\b/i;

export const english: Language = {
  code: 'en',
  name: 'English',
  hasGrammar: true,
  stopWords,
  stem: (word) => (/^[a-z]{3,}$/.test(word) ? stemmer(word) : word),
  isOneLinerLabel: (label) => oneLiner.test(label.trim()),
  isPartLabel: (label) => partLabel.test(label.trim()),
  isPersonal: (text) => personal.test(text),
  topicOf,
  toldBy,
  absolutes: words(
    'all always any anything completely each entire entirely every everything exactly must never no none nothing only',
  ),
  negations: words("cannot don't doesn't isn't aren't can't won't never no none nor not nothing without"),
};
