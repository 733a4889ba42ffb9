// What a person reads when something was refused: what happened and what to do next.
import type { Refusal, RefusalName, RefusalParameters } from '../../refusals.ts';

const sentences: { [N in RefusalName]: (refusal: RefusalParameters[N]) => string } = {
  malformed: () => 'That message was not understood. Reload the page and try again.',
  'too-many': ({ seconds }) =>
    `That was too much at once. Try again in ${seconds <= 120 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`}.`,
  'not-allowed': () => 'This page may not do that. Reload it to come back in.',
  'password-needed': () => 'Hosting on this server needs its password. Type the one its owner gave you.',
  'not-saved': () => 'Not saved yet, trying again.',
  fault: () => 'Something went wrong on the server. Try again.',
  'unknown-room': () => 'There is no game with this code. Check the letters on the big screen.',
  'other-rules': () => 'This server is being updated. Trying another one.',
  'room-full': ({ players }) =>
    `This game is full with ${players} players. Ask the host to open another room.`,
  'room-locked': () => 'The host has locked this game. Ask them to unlock it.',
  'server-full': () => 'This server has no room left for another game. Try again later.',
  'no-late-joining': () => 'This game has begun and takes no late players. Wait for the next one.',
  'name-empty': () => 'Type a name, so that the others can find you on the leaderboard.',
  'name-long': ({ graphemes }) => `Names have at most ${graphemes} letters. Shorten yours a little.`,
  'name-taken': ({ free }) => `Someone already goes by that name. ${free} is free.`,
  'name-unfit': ({ free }) => `That name does not suit the big screen. ${free} is free.`,
  'pin-needed': () => 'Type the four digits that are on the big screen now.',
  removed: () => 'The host has removed this phone from the game.',
  stale: () => 'That step is already done.',
  'not-now': () => 'That does not fit this moment of the game.',
  'too-early': () => 'The question is not open yet.',
  'too-late': () => 'Time was up before your answer arrived.',
  'already-answered': () => 'Your first answer counts.',
  'next-question': () => 'You are in from the next question on.',
  'no-such-option': () => 'This question has no such option.',
  'unknown-player': () => 'This player is not in the room.',
  'unknown-screen': () => 'This screen no longer asks. Open it again.',
  'key-spent': () => 'This link worked once already. Ask the host for a new one.',
  'unknown-document': () => 'This document is no longer here. Drop the file on the page again.',
  'documents-full': () =>
    'This server has no room for more documents. Choose one that is listed, or try again on another day.',
  'document-too-large': ({ bytes }) =>
    `Documents can have up to ${bytes / 1_000_000} MB. Split yours in two.`,
  'document-not-text': () =>
    'This file is no text. Save it as Markdown or plain text in UTF-8 and drop it again.',
  'document-empty': () =>
    'No question can be made from this document. Give it ten entries or more, each with a heading and a one-line answer: the wrong options of a question are the answers of others.',
  'document-too-heavy': () => 'This document took too long to read. Split it in two and drop one half.',
  'no-questions': () => 'Nothing is left to ask. Take back some of the questions you left out.',
};

/** The sentence for a refusal. */
export const refusalSentence = (refusal: Refusal): string =>
  (sentences[refusal.name] as (refusal: Refusal) => string)(refusal);
