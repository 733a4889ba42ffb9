// The one type of question: generated, imported and hand-written ones are the same to the game.
import * as v from 'valibot';
import { choice, choiceBodySchema, choiceReplySchema } from './kinds/choice.ts';
import type { ChoicePublic, ChoiceReveal, ChoiceShape } from './kinds/choice.ts';
import { LIMITS } from './limits.ts';

/** Where a question comes from: the document, the entry's own title and the line of the fact. */
const sourceSchema = v.object({
  document: v.string(),
  entry: v.string(),
  line: v.pipe(v.number(), v.integer(), v.minValue(1)),
});
export type Source = v.InferOutput<typeof sourceSchema>;

const tierSchema = v.picklist(['standard', 'warm-up']);
export type Tier = v.InferOutput<typeof tierSchema>;

export const questionSchema = v.object({
  /** Stable for the same document and seed; never sent to players or screens. */
  id: v.string(),
  /** The way of making it, such as `one-liner-to-name`; `hand-written` for people's own. */
  family: v.string(),
  tier: tierSchema,
  prompt: v.pipe(v.string(), v.minLength(1), v.maxLength(LIMITS.promptLength)),
  body: v.variant('kind', [choiceBodySchema]),
  /** The source's own sentence, shown at the reveal. */
  explanation: v.pipe(v.string(), v.maxLength(LIMITS.explanationLength)),
  source: sourceSchema,
  /** The facts it asks; one fact is asked once in a quiz. */
  factIds: v.array(v.string()),
  /** Expected share of wrong answers, 0 to 1. */
  difficulty: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  /** What an author or host should know about it, as sentences. */
  remarks: v.array(v.string()),
});
export type Question = v.InferOutput<typeof questionSchema>;

export const replySchema = v.variant('kind', [choiceReplySchema]);
export type AnswerReply = v.InferOutput<typeof replySchema>;

export type QuestionShape = ChoiceShape;
export type QuestionPublic = ChoicePublic;
export type QuestionReveal = ChoiceReveal;

/** One module for each kind of question; a new kind is a new line here and in the three types above. */
export const kinds = { choice };
