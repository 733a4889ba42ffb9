// What the big screen says.

const people = (count: number): string => (count === 1 ? '1 person' : `${count} people`);
const questions = (count: number): string => (count === 1 ? '1 question' : `${count} questions`);
const numberWords = ['no', 'one', 'two', 'three', 'four', 'five', 'six'];
const inWords = (count: number): string => numberWords[count] ?? String(count);
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const screenWords = {
  ask: {
    title: 'Which game is on tonight?',
    label: 'The code on the host’s page',
    go: 'Show this game',
    unknown: 'There is no game with this code. Compare it with the one on the host’s page.',
    unlike: 'A code has six letters and digits, such as K7M 4QX.',
  },
  pairing: {
    title: 'Show this word to the host',
    what: 'On the host’s page, tap Allow beside it. This screen starts by itself.',
    waiting: 'Waiting for the host',
  },
  lobby: {
    goTo: 'Go to',
    enter: 'and type',
    orScan: 'Or scan',
    qr: (address: string) => `QR code that opens ${address} with the game’s code`,
    codeAlone: 'The code of this game',
    noAddress:
      'Phones have no way in yet. Choose an address on the host’s page, and its QR code appears here.',
    nobody: 'Nobody here yet. Be the first.',
    here: (count: number) => (count === 1 ? '1 is in' : `${count} are in`),
    of: (count: number) => questions(count),
    locked: 'The host has locked this game. Nobody else can join.',
    page: (page: number, of: number) => `${page} of ${of}`,
  },
  code: 'Code',
  locked: 'Locked',
  question: (number: number, of: number) => `Question ${number} of ${of}`,
  announced: {
    ready: 'Get ready',
    options: (count: number) => `${capital(inWords(count))} options in a moment`,
    seconds: (seconds: number) => `Opens in ${seconds}`,
  },
  open: {
    answered: (answered: number, expected: number) => `${answered} of ${expected} answered`,
    secondsLeft: (seconds: number) => `${seconds} s left`,
    untimed: 'Take your time',
    timeUp: 'Time’s up',
  },
  reveal: {
    right: 'Right',
    choseLabel: (count: number) => `chosen by ${count === 0 ? 'nobody' : people(count)}`,
    nobody: 'Nobody answered this one.',
    everyone: 'Everyone got it.',
    noOne: 'Nobody got it.',
    some: (right: number, of: number) => `${right} of ${of} got it`,
    from: (entry: string) => `From “${entry}”`,
  },
  leaderboard: {
    title: 'Leaderboard',
    after: (number: number, of: number) => `After question ${number} of ${of}`,
    others: (count: number) => `and ${count} more, each on their own phone`,
    noPoints: 'No points yet.',
    stillOpen: 'Everyone starts the next question even.',
    nobody: 'Nobody is playing yet. Join with the code.',
    up: (places: number) => `${places} ${places === 1 ? 'place' : 'places'} won`,
    down: (places: number) => `${places} ${places === 1 ? 'place' : 'places'} lost`,
    gained: (points: string) => `+${points}`,
    streak: (count: number) => `${count} in a row`,
  },
  podium: {
    title: 'The podium',
    after: (count: number) => `After ${questions(count)}`,
    step: (place: number) => `Place ${place}`,
    more: (count: number) => `and ${count} more`,
    noPoints: 'Nobody scored this time.',
    again: 'That calls for another round.',
    notBegun: 'This game ended before its first question.',
    everyone: 'Everyone’s place',
  },
  paused: {
    host: 'Paused',
    hostWhat: 'Time stands still. Nobody loses a second.',
    waking: 'Back again',
    wakingWhat: 'Nothing is lost. It goes on when the host or half of the players are here.',
    resumes: 'It goes on in',
  },
  trouble: {
    hostAway: 'The host is away. The game waits for them.',
    offline: 'This screen has lost the game’s server. Trying again by itself.',
    connecting: 'Finding the game',
    stopping: 'The game’s server restarts. It comes back by itself.',
    closed: 'This game is over and its room is closed.',
    closedWhat: 'Thanks for playing. Another game has another code.',
    unpaired: 'The host has taken this screen out of the game.',
    unpairedWhat: 'To show it here again, ask once more and let the host allow it.',
    replaced: 'This game is now shown in another tab.',
    replacedWhat: 'Show it here instead, and the other tab goes quiet.',
    askAgain: 'Ask again',
    showHere: 'Show it here',
    otherCode: 'Another code',
  },
  controls: {
    sound: { on: 'Sound on', off: 'Sound off', blocked: 'Click for sound' },
    fullScreen: 'Full screen',
    light: 'Light',
    dark: 'Dark',
    key: (key: string) => `key ${key}`,
    label: 'This screen',
  },
};
