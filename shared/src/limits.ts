// Every limit of the game with its name, so that a refusal, a form and a test speak of the same number.

export const LIMITS = {
  playersPerRoom: 10_000,
  /** Players that one command removes: their numbers have to fit into a message. */
  removedAtOnce: 2000,
  roomsPerServer: 5000,
  screensPerRoom: 20,
  nameGraphemes: 20,
  documentBytes: 1_000_000,
  documentNameLength: 120,
  questionsPerQuiz: 100,
  /** In a mix that the game draws. */
  questionsPerEntry: 2,
  promptLength: 200,
  optionLength: 80,
  explanationLength: 600,
  optionsPerQuestion: 6,
  secondsMin: 5,
  secondsMax: 120,
  receiptLength: 1000,
  socketMessageBytes: 16 * 1024,
  /** What may wait for a client that does not read: several whole views of a full room's host, the largest there are. */
  unsentBytes: 8_000_000,
  eventsPerSecond: 20,
  eventsBurst: 60,
  /** All that one connection may send, whatever it is; above it the line is cut. Two thousand players removed at once have 10 KB. */
  bytesPerSecond: 32 * 1024,
  bytesBurst: 256 * 1024,
  /** Open lines of one address: two thousand phones behind one, twice, as lines that broke unnoticed count on for some seconds. */
  linesPerAddress: 5000,
  linesPerServer: 20_000,
  /** All connections, those that are no lines of the game among them; above it nobody new is heard at all. */
  connectionsPerServer: 25_000,
  /** Uploads and opened rooms of one address. */
  postsPerSecond: 0.1,
  postsBurst: 60,
  /** What documents one address may bring: some twenty large ones at once, and then one of those in half an hour. */
  uploadBytesPerSecond: 500,
  uploadBytesBurst: 20_000_000,
  /** All documents that hosts brought in the last 30 days. */
  documentsKept: 2000,
  documentsKeptBytes: 200_000_000,
  secondsWithoutRole: 600,
  /** For the first word over a new line, and for the head of a request. */
  secondsToBegin: 10,
  /** A wrong code is answered after this long, and keeps its place meanwhile: 10,000 guesses take hours. */
  wrongCodeDelayMs: 1000,
  codesAtOnce: 1,
  codesAtOnceOverall: 3,
  /** Wrong codes of all addresses together, before these have to wait for each other as well. */
  wrongCodesBurst: 600,
  codesWaiting: 400,
  /** New players of one address: a full pub at once, and then as fast as thumbs are. */
  joinsPerSecond: 20,
  joinsBurst: 400,
  /** New screens of one address; each of them is shown to the host. */
  screensPerSecond: 0.2,
  screensBurst: 10,
} as const;
