// What the server says in the terminal, and in plain text where no page speaks.

const settings = {
  PORT: 'a port between 0 and 65535, such as 3000',
  HOST: 'an address of this machine to listen on, such as 0.0.0.0 or 127.0.0.1',
  PUBLIC_URL: 'the address people open, without a path, such as https://quiz.example',
  DATA_DIR: 'a folder for the rooms, such as data',
  LOG: 'sqlite, or the address of a Redis that several servers share, such as redis://10.0.0.5:6379',
  REDIS_WAIT: 'the number of replicas that must have what is acknowledged, 0 to 10',
  SYNCHRONOUS: 'FULL (survives a power cut) or NORMAL (faster)',
  LOG_LEVEL: 'one of trace, debug, info, warn, error, fatal and silent',
  ROOM_HOURS: 'the whole hours a room is kept after its last command, 1 to 8760, such as 24',
  HOST_PASSWORD: 'what hosts have to type, such as four random words',
  METRICS_PORT: 'a port between 0 and 65535 for the metrics, such as 9464',
  METRICS_HOST: 'an address of this machine to serve the metrics on, such as 127.0.0.1',
  TRUST_PROXY: 'the number of your own proxies before this server, 0 to 10',
};

/** What may hold a password is not repeated where logs are kept. */
const secretSettings: readonly string[] = ['LOG', 'HOST_PASSWORD'];

const usualPorts = { PORT: 3000, METRICS_PORT: 9464 };
const usualAddresses = { HOST: 'all of its addresses', METRICS_HOST: '127.0.0.1, for this machine alone' };

export const serverWords = {
  badSetting: (name: keyof typeof settings, value: string): string =>
    `${name} should be ${settings[name]}${secretSettings.includes(name) ? '' : `; it is ${JSON.stringify(value)}`}.`,

  hostHere: 'Host a quiz on this machine',
  playThere: 'Phones and screens on your network',
  noNetwork: 'No network found: only this machine can play until it joins one. Start again then.',
  stopHint: 'Ctrl-C stops the server. Rooms are kept and go on when it starts again.',
  stopping: 'Stopping: telling everybody, then saving. Ctrl-C again stops at once.',
  stopped: 'Stopped. Every room is saved.',

  portTaken: (port: number, setting: 'PORT' | 'METRICS_PORT'): string =>
    `Port ${port} is taken by another program. Stop that one, or start with another port: ${setting}=${port + 1} npm start`,
  portNotAllowed: (port: number, setting: 'PORT' | 'METRICS_PORT'): string =>
    `Port ${port} needs more rights than this user has. Start with a port above 1023: ${setting}=${usualPorts[setting]} npm start`,
  addressUnknown: (host: string, setting: 'HOST' | 'METRICS_HOST'): string =>
    `This machine has no address ${host}. Leave ${setting} empty to listen on ${usualAddresses[setting]}.`,
  folderFailed: {
    'not-writable': (folder: string): string =>
      `The data folder ${folder} cannot be written. Give this user the right to, free some space, or choose another: DATA_DIR=FOLDER npm start`,
    'in-use': (folder: string): string =>
      `Another server uses the data folder ${folder}. Stop that one, or give this one its own: DATA_DIR=FOLDER PORT=3001 npm start`,
    unreadable: (folder: string): string =>
      `The data folder ${folder} holds rooms that this version cannot read. Move it away, or choose another: DATA_DIR=FOLDER npm start`,
  },
  redisFailed: (host: string): string =>
    `The Redis at ${host} cannot be used. Start it, check its address and password, or keep the rooms on this machine: LOG=sqlite npm start`,
  notBuilt: 'The pages are not built yet. Run `npm start`, or `npm run build` first.',
  notStarted: (why: string): string => `The server could not start: ${why}`,

  demoRoom: (screen: string, phone: string): string =>
    `A game with a dozen bots begins in half a minute.\n  Watch it:  ${screen}\n  Join it:   ${phone}\n`,
  demoOver: 'That was the game; the podium stays. Ctrl-C ends the demo.',

  clusterNeedsRedis:
    '`npm run cluster` needs redis-server 7 or newer. Install it: apt-get install redis-server, or brew install redis.',
  clusterServer: (number: number): string => `Server ${number}`,
  clusterRedis: 'Redis',
  clusterMembers: (members: { name: string; pid: number; addresses: string[] }[]): string =>
    [
      'Behind that address each new connection goes to the next of three servers, which share one Redis:',
      ...members.map(
        ({ name, pid, addresses }) => `  ${name.padEnd(10)}${addresses.join('  ')}  kill -9 ${pid}`,
      ),
      'Kill any of them during a game: everybody comes back, and it is started again after three seconds.',
      '',
    ].join('\n'),
  clusterEnded: (name: string): string => `${name} is gone.`,
  clusterStartedAgain: (name: string, pid: number): string => `${name} is started again: kill -9 ${pid}`,
  clusterStopHint: 'Ctrl-C stops all of it and throws away what was played.',
  clusterStopped: 'Stopped. Nothing is left of it.',

  notFound: 'There is nothing here. Open / and type the code on the big screen.',
  wentWrong: 'Something went wrong on the server. Try again in a moment.',

  guest: 'Guest',
};
