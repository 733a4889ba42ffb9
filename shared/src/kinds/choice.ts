// The kind of question with one right option among several: its schemas, what is public, its grade and its reveal.
import * as v from 'valibot';
import { LIMITS } from '../limits.ts';

export const choiceBodySchema = v.object({
  kind: v.literal('choice'),
  options: v.pipe(
    v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(LIMITS.optionLength))),
    v.minLength(2),
    v.maxLength(LIMITS.optionsPerQuestion),
  ),
  /** The index of the right option. */
  key: v.pipe(v.number(), v.integer(), v.minValue(0)),
});
export type ChoiceBody = v.InferOutput<typeof choiceBodySchema>;

export const choiceReplySchema = v.object({
  kind: v.literal('choice'),
  option: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(LIMITS.optionsPerQuestion - 1)),
});
export type ChoiceReply = v.InferOutput<typeof choiceReplySchema>;

/** What may be known while the question is announced: nothing but its shape. */
export interface ChoiceShape {
  kind: 'choice';
  options: number;
}

/** What may be known while it is open. */
export interface ChoicePublic {
  kind: 'choice';
  options: string[];
}

/** What is shown once it is over: `chosen` counts the answers of each option. */
export interface ChoiceReveal extends ChoicePublic {
  key: number;
  chosen: number[];
}

export const choice = {
  shape: (body: ChoiceBody): ChoiceShape => ({ kind: 'choice', options: body.options.length }),
  public: (body: ChoiceBody): ChoicePublic => ({ kind: 'choice', options: body.options }),
  /** Whether a reply names an option that this question has. */
  fits: (body: ChoiceBody, reply: ChoiceReply): boolean => reply.option < body.options.length,
  /** 0 for wrong, 1 for right; other kinds may lie between. */
  grade: (body: ChoiceBody, reply: ChoiceReply): number => (reply.option === body.key ? 1 : 0),
  reveal: (body: ChoiceBody, replies: Iterable<ChoiceReply>): ChoiceReveal => {
    const chosen = body.options.map(() => 0);
    for (const { option } of replies) chosen[option] = (chosen[option] ?? 0) + 1;
    return { kind: 'choice', options: body.options, key: body.key, chosen };
  },
};
