// What the big screen says.

const people = (count: number): string => (count === 1 ? '1 person' : `${count} people`);
const questions = (count: number): string => (count === 1 ? '1 question' : `${count} questions`);
const places = (count: number): string => (count === 1 ? '1 place' : `${count} places`);

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
    what: 'On the host’s page, tap Confirm beside it. This screen starts by itself.',
  },
  lobby: {
    goTo: 'Go to',
    enter: 'and type',
    qr: (address: string) => `QR code that opens ${address} with the game’s code`,
    codeAlone: 'The code of this game',
    noAddress:
      'Phones have no way in yet. Choose an address on the host’s page, and its QR code appears here.',
    locked: 'The host has locked this game. Nobody else can join.',
    nobody: 'Nobody here yet. Be the first.',
    here: (count: number) => (count === 1 ? '1 is in' : `${count} are in`),
    of: questions,
  },
  locked: 'Locked',
  pin: 'PIN',
  question: (number: number, of: number) => `Question ${number} of ${of}`,
  announced: { ready: 'Get ready' },
  open: {
    answered: (answered: number, expected: number) => `${answered} of ${expected} answered`,
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
    join: 'Join with the code.',
    up: (count: number) => `${places(count)} won`,
    down: (count: number) => `${places(count)} lost`,
    gained: (points: string) => `+${points}`,
    streak: (count: number) => `${count} in a row`,
  },
  podium: {
    title: 'The podium',
    after: (count: number) => `After ${questions(count)}`,
    step: (place: number) => `Place ${place}`,
    more: (count: number) => `and ${count} more`,
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
    connecting: 'Finding the game',
    offline: 'This screen has lost the game’s server. Trying again by itself.',
    hostAway: 'The host is away. The game waits for them.',
    closed: 'This game is over and its room is closed.',
    closedWhat: 'Thanks for playing. Another game has another code.',
    unpaired: 'This screen is out of the game.',
    unpairedWhat: 'The host has taken it out. Ask again, and let them confirm it.',
    askAgain: 'Ask again',
    otherCode: 'Another code',
  },
  controls: {
    label: 'This screen',
    sound: { on: 'Sound on', off: 'Sound off', blocked: 'Click for sound' },
    fullScreen: 'Full screen',
    light: 'Light',
    dark: 'Dark',
  },
};
