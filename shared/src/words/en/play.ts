// What the phone says.
import { commonWords } from './common.ts';

const points = (count: number): string => (count === 1 ? '1 point' : `${count.toLocaleString('en')} points`);
const places = (count: number): string => (count === 1 ? '1 place' : `${count} places`);

/** 1st, 2nd, 3rd, 4th, 11th, 22nd … */
export const ordinal = (place: number): string => {
  const isTeen = Math.floor(place / 10) % 10 === 1;
  const ending = isTeen ? undefined : ['th', 'st', 'nd', 'rd'][place % 10];
  return `${place}${ending ?? 'th'}`;
};

export const playWords = {
  points,
  status: {
    connecting: 'Connecting …',
    offline: 'You’re offline. Trying again …',
    'host-away': 'The host is away. You’re still in.',
    stopping: 'The game restarts. You’re still in.',
  },
  code: {
    title: 'Join the game',
    label: 'Room code',
    hint: 'Six letters and digits. They’re on the big screen.',
    go: 'Next',
    busy: 'Looking …',
    back: (code: string, name: string) => `Back into ${code} as ${name}`,
    rejoin: (code: string) => `Back into ${code}`,
  },
  name: {
    title: 'What’s your name?',
    room: (code: string) => `Room ${code}`,
    label: 'Your name',
    hint: 'Everyone sees it on the leaderboard.',
    go: 'Join',
    busy: 'Joining …',
    free: (name: string) => `Join as ${name}`,
    otherCode: 'Another code',
    given: { title: 'Come on in.', what: 'The game gives everybody a name tonight.', go: 'Let me in' },
    pin: { label: 'PIN on the big screen', hint: 'Four digits beside the code. They change every minute.' },
  },
  arriving: { title: 'Coming back', seat: 'Taking your seat', what: 'Your score and answers are kept.' },
  lobby: {
    title: 'You’re in.',
    named: (name: string) => `You’re ${name}.`,
    what: 'It starts in a moment. Look up at the big screen.',
    next: 'Another quiz is coming up. Your seat is kept.',
    quiz: (title: string, of: number) => `${title}, ${of === 1 ? '1 question' : `${of} questions`}`,
  },
  waiting: {
    title: 'You’re in.',
    what: 'A question is running. You play from the next one on.',
    between: 'You play from the next question on.',
    last: 'This is the last question. You play from the next quiz on.',
  },
  question: {
    number: (number: number, of: number) => `Question ${number} of ${of}`,
    onScreen: 'The question is on the big screen.',
    ready: 'Get ready',
    choose: 'Choose one',
    sending: 'Sending …',
    sendingOffline: 'Sending as soon as you’re online',
    locked: 'Locked in.',
    lockedChange: 'Locked in. You can still change it.',
    timeUp: 'Time’s up',
    option: (letter: string, text: string) => `${letter}: ${text}`,
  },
  verdict: {
    fast: 'Right, and fast.',
    right: 'Right.',
    wrong: (letter: string) => `Not this time: it was ${letter}.`,
    none: (letter: string) => `It was ${letter}.`,
    noneWhat: 'No answer from you this time.',
    yours: (letter: string, text: string) => `You chose ${letter}: ${text}`,
    gained: (count: number) => `+${count.toLocaleString('en')}`,
    bonus: (bonus: number, streak: number) => `${bonus} of them for ${streak} in a row`,
    source: 'In one line',
  },
  standing: {
    place: (place: number | null, players: number) =>
      place === null ? commonWords.noPoints : `${ordinal(place)} of ${players}`,
    streak: (count: number) => `${count} in a row`,
    lead: 'You’re in the lead.',
    sharedLead: (name: string) => `Level with ${name}.`,
    behind: (count: number, name: string) => `${points(count)} behind ${name}`,
    up: (count: number) => `Up ${places(count)}`,
    down: (count: number) => `Down ${places(count)}`,
    top: 'At the top',
    you: 'you',
  },
  podium: {
    suspense: 'And the winner is …',
    lookUp: 'Look up at the big screen.',
    first: 'You won!',
    title: (place: number) => `You came ${ordinal(place)}.`,
    of: (players: number) => `Out of ${players} players.`,
    noPoints: 'No points this time.',
    alone: 'Nobody else was in this one.',
    thanks: 'Thanks for playing.',
    late: 'You came in late. The next quiz is yours from the start.',
  },
  paused: {
    title: 'Paused',
    what: 'Time stands still. Nobody loses a second.',
    waking: 'Back again',
    wakingWhat: 'Nothing is lost. It goes on when the host or half of the players are here.',
    resumes: 'It goes on in',
  },
  ended: {
    replaced: { title: 'You’re playing in another tab.', what: 'Your score is there too.', go: 'Play here' },
    removed: {
      title: 'You’re out of this game.',
      what: 'The host has removed this phone. Have a word with them if that was a mistake.',
      go: 'Another game',
    },
    'seat-taken': {
      title: 'Your seat moved.',
      what: 'It is on another phone now, with its score.',
      go: 'Another game',
    },
    'room-closed': {
      title: 'This room is closed.',
      what: 'Thanks for playing. A new game has a new code.',
      go: 'Another game',
    },
  },
};
