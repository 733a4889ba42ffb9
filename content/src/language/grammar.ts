// English grammar as far as it is needed: what a title asks about, and what a sentence tells of whom.
import type { Told, Topic } from './language.ts';

const article = /^(?:an?|the) /i;
const frame = / in (?:the )?((?:[A-Z][\w.+#]*)(?: [A-Z][\w.+#]*)*)$/;
/** "The highest mountain in Africa" is another than that in Asia; "a list in Python" is a list. */
const needsFrame = /\b(?:\w{2,}est|most|least|first|last|only|main|capital|national|official)\b/i;
const asides = / ?\((?:with |e\.g|for )[^)]*\)/gi;
const tail =
  /,? (?:and )?(?:where|when|why|how|what|which|should|give|with an? example|with examples|using) .*$/i;
const questions: [RegExp, Topic['asks']][] = [
  [
    /^(?:what(?:'s|’s| is| are)|explain|describe) (?:the )?(?:main |key |basic )?differences? (?:between|of) (.+)$/i,
    'difference',
  ],
  [/^(?:the )?differences? between (.+)$/i, 'difference'],
  [/^(?:compare|how (?:do|does|is|are)) (.+?) (?:differ|compare|different)(?: .*)?$/i, 'difference'],
  [/^compare (.+)$/i, 'difference'],
  [/^(.+ (?:vs?\.?|versus) .+)$/i, 'difference'],
  [/^what (?:does|do) (.+?) (?:do|mean|stand for|refer to)$/i, 'what'],
  [
    /^what (?:is|are) (?:the )?(?:purpose|role|use|idea|meaning|function|point)s? (?:of|behind) (.+?)(?: used)?$/i,
    'what',
  ],
  [
    /^(?:what(?:'s|’s| is| are| was| were)|who (?:is|was|were)|define|explain|describe) (.+?)(?: used for| for)?$/i,
    'what',
  ],
  [/^how (?:does|do) (?!you\b|we\b|i\b|one\b)(.+?) work\b.*$/i, 'what'],
  [/^how .+$/i, 'how'],
];

/** The parts of "A and B", "A vs B", "A, B and C", each with the noun that they share at the end. */
function parts(text: string): string[] {
  const names = text
    .split(/\s*,\s*(?:and\s+)?|\s+and\s+|\s+vs?\.?\s+|\s+versus\s+|\s+or\s+/i)
    .map((name) => name.replace(article, '').trim());
  if (names.length < 2 || names.some((name) => name === '' || name.split(' ').length > 4))
    return [text.replace(article, '').trim()];
  const last = names.at(-1) ?? '';
  const head = last.includes(' ') ? last.slice(last.lastIndexOf(' ')) : '';
  return names.map((name) =>
    head && !name.includes(' ') && /(?:ous|al|ic|ive|ful|ed|ing|ible|able)$/.test(name) ? name + head : name,
  );
}

/** What a title asks about. `Difference between a list and a tuple in Python` compares `list` with `tuple`. */
export function topicOf(title: string): Topic {
  const bare = title
    .replace(asides, '')
    .replace(/[?.!:]+$/, '')
    .trim();
  for (const [pattern, asks] of questions) {
    const [, about] = pattern.exec(bare) ?? [];
    if (asks === 'how' && pattern.test(bare))
      return { subjects: [], asks, frame: frame.exec(bare)?.[1] ?? null };
    if (about) return { ...topicIn(about.replace(tail, '')), asks };
  }
  const isName = !/\?$/.test(title.trim()) && bare.split(/\s+/).length <= 6;
  return isName ? { ...topicIn(bare), asks: 'what' } : { subjects: [], asks: 'other', frame: null };
}

function topicIn(about: string): Omit<Topic, 'asks'> {
  const bare = about.replace(/ architectures?$/i, '').trim();
  const subject = needsFrame.test(bare) ? bare : bare.replace(frame, '').trim();
  return {
    subjects: parts(subject).filter((name) => name.split(' ').length <= 7),
    frame: frame.exec(bare)?.[1] ?? null,
  };
}

const copula =
  /^(?:is|are|was|were|means|refers to|stands for|is defined as|describes) +(?:when |that |also |simply |basically )*(.+)$/is;
const verb =
  /^(?:(?:also|usually|typically|only|often|always|never) )?(?:(?:do|does|did)(?:n['’]t| not)? +\w+|can(?:not|['’]t)?|will|must|should|may|has|have|had|[a-z]{3,}s)\b/;
const openSubject =
  /^(?:(?:an?|the|every|each|our) +)?([\p{Lu}`“"][\p{L}\p{N}()_.+#'’-]*(?: +[\p{L}\p{N}()_.+#'’-]+){0,3}?)(?: *\([^)]*\))? +(is|are|was|were|means|refers to) +((?:an?|the|one|any|when|how|what|where|the process) .+)$/su;

/** No name is longer. */
const BEGIN = 120;
const pointing =
  /^(?:it|this|that|these|those|they|there|here|what|which|who|when|if|one|main|difference)\b/i;

/** What may stand between a subject and what is said of it: the ending of a plural, an aside, a frame. */
const behindSubject = /^(?:e?s)?(?: *\([^)]*\))?(?: +in +[A-Z]\w*| +functions?| +execution)? +(.+)$/is;

/** The rest of a sentence that begins with a subject, in the singular or plural, with an aside or a frame behind it. */
function afterSubject(sentence: string, begin: string, subject: string): string | null {
  const name = subject.replace(/s$/i, '');
  return begin.startsWith(name.toLowerCase())
    ? (behindSubject.exec(sentence.slice(name.length))?.[1] ?? null)
    : null;
}

/** What a sentence says of one of the subjects it may tell of, or of whoever it defines; null where it is unclear. */
export function toldBy(sentence: string, subjects: readonly string[]): Told | null {
  const bare = sentence.replace(article, '');
  const begin = bare.slice(0, BEGIN).toLowerCase();
  for (const subject of subjects) {
    const rest = afterSubject(bare, begin, subject);
    if (rest === null) continue;
    const [, predicate] = copula.exec(rest) ?? [];
    if (predicate) return { subject, predicate, link: 'is' };
    if (verb.test(rest)) return { subject, predicate: rest, link: 'verb' };
  }
  if (!/ (?:is|are|was|were|means|refers to) /.test(sentence)) return null;
  const [, subject = '', , predicate = ''] = openSubject.exec(sentence) ?? [];
  if (predicate === '' || pointing.test(subject)) return null;
  return { subject: subject.replace(/[`“"]/g, ''), predicate, link: 'is' };
}

const person =
  /^(?:(?:To|In|For|With|Before|When) [^,]{3,80}, )?(?:I|we|you|one) (?:can |should |would |always |usually |typically |often |also |mainly )*(?:use|used|apply|applied|follow|prefer|choose|pick|combine|rely on|set up|configure|run|create|validate (?:\w+ )+using|(?:optimi[sz]ed?|improved?|reduced?|secured?|handled?|built|avoid(?:ed)?) .{2,40}? (?:through|by|with|using|via)) (.+)$/is;
const happens =
  /^.{3,60}? (?:happens|comes|works|is done|is achieved|is reached|starts) (?:at|through|by|with|from|on) (.+)$/is;
const because = /,? (?:to ensure|to make|in order to|so that|for (?:better|safe|clean)) .+$/i;

/** `I use unique constraints, idempotency keys …` answers with `unique constraints, idempotency keys …`. */
export function answerIn(sentence: string): string {
  const [, used] = person.exec(sentence) ?? happens.exec(sentence) ?? [];
  const sum = /^[^=]{3,40} = ([^=]+ \+ [^=]+)$/.exec(sentence)?.[1];
  return (used ?? sum)?.replace(because, '').replace(/ \+ /g, ', ') ?? sentence;
}

const opener =
  /^(?:(?:is|are|can be) )?((?:also |usually |typically |mainly |commonly |often )*(?:(?:best|good|used|useful|ideal|suitable|great|meant|made|designed|suited|helpful|responsible|known|preferred)(?: (?:for|when|to|in|by|if|with))?|provides?|offers?|supports?|includes?|has|have|handles?|gives?|needs?|requires?|avoids?|prevents?|allows?|contains?))$/i;
const useFor =
  /^(?:We|I|You|People|They) (?:can |commonly |usually |often |typically |mainly |mostly )*(?:use|choose|prefer|need|pick) (.+?) (for|when|to|if|in|as)(?: (?:I|we|you) (?:need|want|have))?$/i;

/** "Gunicorn provides", "Async is best for", "We commonly use decorators for": whom a lead tells of, and how it begins. */
export function leadOf(
  lead: string,
  subjects: readonly string[],
): { subject: string; opening: string } | null {
  const [, thing = '', link = ''] = useFor.exec(lead) ?? [];
  const used = subjects.find((subject) => thing !== '' && namesIt(thing, subject));
  if (used)
    return { subject: used, opening: link === 'when' || link === 'if' ? `used when` : `used ${link}` };
  const bare = lead.replace(article, '');
  for (const subject of subjects) {
    const name = subject.replace(/s$/i, '');
    if (!bare.toLowerCase().startsWith(name.toLowerCase())) continue;
    const [, opening] = opener.exec(bare.slice(name.length).replace(/^(?:e?s)? +/i, '')) ?? [];
    if (opening) return { subject, opening };
  }
  return null;
}

const namesIt = (thing: string, subject: string): boolean =>
  thing.toLowerCase().replace(article, '').replace(/s$/, '') === subject.toLowerCase().replace(/s$/, '');
