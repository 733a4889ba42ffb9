// What each rule stands on in the code, and the code without it: a test that cites the rule must notice.

export interface Mutation {
  rule: string;
  /** In server/src/game. */
  file: string;
  /** What is taken away, in words. */
  without: string;
  /** Stands exactly once in the file. */
  find: string;
  put: string;
}

/** Of one rule: what is taken away, and where. */
const of =
  (rule: string, file: string) =>
  (without: string, find: string, put: string): Mutation => ({
    rule,
    file: `${file}.ts`,
    without,
    find,
    put,
  });

const joining: Mutation[] = [
  of('JOIN-1', 'joining')('the phone is known', 'if (id === undefined) return null;', 'return null;'),
  of('JOIN-2', 'joining')('a locked room', 'if (state.isLocked)', 'if (false)'),
  of('JOIN-2', 'joining')('a full room', 'if (state.members >= LIMITS.playersPerRoom)', 'if (false)'),
  of('JOIN-2', 'joining')('no late joining', 'lateJoining === false', 'lateJoining === null'),
  of('JOIN-3', 'joining')('a taken name', 'if (state.playerByName[nameKey] !== undefined)', 'if (false)'),
  of('JOIN-3', 'joining')(
    'the name of a removed player is free',
    'Reflect.deleteProperty(state.playerByName, player.nameKey);',
    '',
  ),
  of('JOIN-4', 'joining')('enters at the next', 'isGameOn(state) ? state.lastStep + 1 : 0', '0'),
  of('JOIN-5', 'joining')('removed is remembered', ": refused('removed')", ': null'),
  of('JOIN-5', 'joining')('the removed is told', "notice: 'removed'", "notice: 'replaced'"),
  of('JOIN-6', 'joining')('a key works once', 'state.seatKeys[keyHash] = SPENT;', ''),
  of('JOIN-6', 'joining')(
    'the old phone loses the seat',
    'Reflect.deleteProperty(state.playerBySecret, player.secretHash);',
    '',
  ),
  of('JOIN-6', 'presence')('an old phone on its way back', '|| !hasSeat(state, who, secretHash)', ''),
  of('JOIN-7', 'joining')('digits are asked for', 'if (!isPinGood(state, pin))', 'if (false)'),
  of('JOIN-7', 'pins')('the digits just before', ' || pin === pinAt(state, 1)', ''),
  of('JOIN-7', 'pins')('the digits turn', 'state.pins.turn += 1;', ''),
  of('JOIN-8', 'joining')('here at once', 'if (connection !== undefined) arrive(', 'if (false) arrive('),
];

const presence: Mutation[] = [
  of('PRESENCE-1', 'presence')(
    'the older one is told',
    'else effects.notices.push({ connection: player.connection',
    'else if (false) effects.notices.push({ connection: player.connection',
  ),
  of('PRESENCE-1', 'presence')(
    '`left` of an old connection',
    "connectionOf(state, who).includes(connection) ? null : refused('stale')",
    "connectionOf(state, who).includes(connection) ? null : (refused('stale'), null)",
  ),
  of('PRESENCE-2', 'presence')(
    'the grace',
    'leaves(state, player.id, at + TIMING.presenceGraceMs);',
    'setCounted(state, player, false);',
  ),
  of('PRESENCE-2', 'presence')(
    'who came back is waited for',
    'player.connection !== null || player.awayAt + TIMING.presenceGraceMs > at',
    'false',
  ),
  of('PRESENCE-3', 'presence')('other pages of the host', 'if (host.connections.length > 0) return {};', ''),
  of('PRESENCE-3', 'presence')(
    'other pages of a screen',
    'screen.connections.filter((other) => other !== connection)',
    '[]',
  ),
  of('PRESENCE-4', 'serving')('all connections are gone', 'state.present = 0;', ''),
  of('PRESENCE-4', 'serving')('as of the entry before', 'const asOf = state.lastAt;', 'const asOf = at;'),
  of('PRESENCE-5', 'presence')(
    'somebody is back',
    'if (state.host.connections.length === 0 && !isHalfBack) return;',
    '',
  ),
  of('PRESENCE-5', 'presence')('half of the players', ' && !isHalfBack', ''),
  of('PRESENCE-6', 'presence')(
    'last words',
    'if (!state.servers.includes(server)) state.servers.push(server);',
    '',
  ),
  of('PRESENCE-6', 'serving')('only its own connections', 'gone.has(serverOf(connection))', 'true'),
  of('PRESENCE-6', 'serving')(
    'others have it open',
    'if (living.length === 0) wake',
    'if (living.length >= 0) wake',
  ),
];

const game: Mutation[] = [
  of('ANSWER-8', 'answering')('the receipt’s time', 'command.vouchedMs ?? Math.max(', 'Math.max('),
  of('ANSWER-8', 'answering')('in a pause', 'if (command.vouchedMs !== undefined) return null;', ''),
  of('PRESENCE-7', 'serving')('once for each loss', 'epoch > state.lostEpoch ? null', 'epoch > 0 ? null'),
  of('GAME-8', 'voiding')(
    'a pause stays',
    "if (before.name === 'paused' && after.name === 'leaderboard')",
    'if (false)',
  ),
  of('GAME-8', 'voiding')('the question that is on', 'if (isAsked &&', 'if (false && isAsked &&'),
  of('GAME-8', 'running')('those announced again', 'if (state.lastStep <= state.voidThrough)', 'if (false)'),
  of('GAME-1', 'running')(
    'the last question ends it',
    'run.steps.length >= run.quiz.questions.length',
    'false',
  ),
  of('GAME-1', 'running')('the leaderboard between', 'if (isOver && isLast)', "if (phase.name === 'reveal')"),
  of('GAME-2', 'apply')('the moment is compared', 'command.moment !== state.moment', 'false'),
  of('GAME-3', 'running')('while a game runs', "if (isGameOn(state)) return refused('not-now');", ''),
  of('GAME-3', 'running')('without questions', 'questions.length === 0', 'false'),
  of('GAME-4', 'running')(
    'the host’s choice',
    'quiz.keepScores ? pointsSoFar(state) : {}',
    'pointsSoFar(state)',
  ),
  of('GAME-4', 'running')('scores are kept', 'quiz.keepScores ? pointsSoFar(state) : {}', '{}'),
  of('GAME-5', 'running')('two seconds', 'at: at + TIMING.takeBackMs', 'at'),
  of('GAME-5', 'running')('it can be taken back', 'check: ({ pending }) => (pending', 'check: () => (false'),
  of('GAME-6', 'due')(
    'the podium',
    'podium(state, effects);',
    'state.pending = null; reveal(state, _at, effects);',
  ),
  of('GAME-7', 'running')(
    'the host’s own pace',
    "quiz?.settings.advance === 'auto' ? at + ms : null",
    'null',
  ),
];

const time: Mutation[] = [
  of('TIME-1', 'running')('time to read', 'at + readingMs(question.prompt)', 'at'),
  of('TIME-1', 'due')('half a second before', 'phase.opensAt - TIMING.optionsAheadMs', 'phase.opensAt'),
  of('TIME-2', 'running')(
    'half a second later',
    'open(state, at + TIMING.optionsAheadMs, effects)',
    'open(state, at, effects)',
  ),
  of('TIME-3', 'due')('300 ms', 'phase.closesAt + TIMING.closeGraceMs', 'phase.closesAt'),
  of('TIME-3', 'due')('an untimed question', 'return phase.closesAt === null ? null : {', 'return {'),
  of('TIME-4', 'due')('it closes early', 'if (isEverybodyDone(state))', 'if (false)'),
  of('TIME-4', 'due')(
    'there is an answer',
    'step.answered > 0 && step.waitingFor <= 0',
    'step.waitingFor <= 0',
  ),
  of('TIME-4', 'due')(
    'somebody is waited for',
    'step.answered > 0 && step.waitingFor <= 0',
    'step.answered > 0',
  ),
  of('TIME-4', 'due')('answers may change', ' || state.run?.quiz.settings.changingAnswers', ''),
  of('TIME-5', 'pausing')(
    'times are shifted',
    'shift(phase.from, phase.resumesAt - phase.since)',
    'phase.from',
  ),
  of('TIME-5', 'pausing')('a count of three', 'at + TIMING.resumeCountMs', 'at'),
  of('TIME-6', 'due')('too early', '(nextHappening(state)?.at ?? Infinity) <= at', 'true'),
];

const answers: Mutation[] = [
  of('ANSWER-1', 'answering')('a repeat is known', 'if (repeat) return repeat;', ''),
  of('ANSWER-2', 'answering')(
    'an answer is final',
    "state.run?.quiz.settings.changingAnswers ? null : refused('already-answered')",
    'null',
  ),
  of('ANSWER-2', 'answering')(
    'the highest number counts',
    "if (command.number <= earlier.number) return refused('already-answered');",
    '',
  ),
  of('ANSWER-3', 'answering')(
    'before the opening',
    "if (command.receivedAt < beneath.opensAt) return refused('too-early');",
    '',
  ),
  of('ANSWER-3', 'answering')('in the announcement', "if (beneath.name === 'announced')", 'if (false)'),
  of('ANSWER-4', 'answering')('too late', "return isLate ? refused('too-late') : null;", 'return null;'),
  of('ANSWER-4', 'answering')('the credit', 'beneath.closesAt + creditOf(command)', 'beneath.closesAt'),
  of('ANSWER-4', 'answering')(
    'after the reveal',
    "if (beneath.name !== 'open') return refused('too-late');",
    "if (beneath.name !== 'open') return null;",
  ),
  of('ANSWER-5', 'answering')(
    'the cap',
    'Math.min(TIMING.creditCapMs, Math.max(0, credit))',
    'Math.max(0, credit)',
  ),
  of('ANSWER-5', 'answering')('not below 0', 'Math.max(0, command.receivedAt', '(command.receivedAt'),
  of('ANSWER-5', 'answering')(
    'the credit',
    'command.receivedAt - creditOf(command) - beneath',
    'command.receivedAt - beneath',
  ),
  of('ANSWER-6', 'answering')('before the pause', ' && command.receivedAt > state.phase.since', ''),
  of('ANSWER-6', 'answering')('after the pause', "if (state.phase.name === 'paused' &&", 'if (false &&'),
  of('ANSWER-7', 'answering')(
    'it fits',
    '!kinds[step.question.body.kind].fits(step.question.body, command.reply)',
    'false',
  ),
  of('ANSWER-7', 'answering')(
    'an old step',
    "if (step !== currentStep(state)) return refused('too-late');",
    '',
  ),
];

const scores: Mutation[] = [
  of('SCORE-1', 'scoring')('half of the share', '1 - share / 2', '1 - share'),
  of('SCORE-1', 'scoring')(
    'all under half a second',
    'if (elapsedMs < TIMING.fullPointsMs) return FULL_POINTS;',
    '',
  ),
  of('SCORE-2', 'scoring')('flat points', "settings.points === 'flat' || ", ''),
  of('SCORE-2', 'scoring')(
    'untimed questions',
    "settings.points === 'flat' || settings.seconds === null",
    "settings.points === 'flat'",
  ),
  of('SCORE-3', 'scoring')('the row ends', 'right ? before.streak + 1 : 0', 'before.streak + 1'),
  of('SCORE-3', 'scoring')(
    'at most 500',
    'Math.min(BONUS_MAX, BONUS_STEP * Math.max(0, streak - 1))',
    'BONUS_STEP * Math.max(0, streak - 1)',
  ),
  of('SCORE-3', 'scoring')('not for the first', 'Math.max(0, streak - 1)', 'streak'),
  of('SCORE-4', 'ranking')('ties share a place', 'isTied ? beforeScore.place : hasPoints', 'hasPoints'),
  of('SCORE-4', 'ranking')(
    'the next ahead has more',
    'isTied ? beforeScore.ahead : (before ?? null)',
    'before ?? null',
  ),
  of('SCORE-5', 'scoring')(
    'what was revealed is counted',
    'run.scored += 1;\n  run.ranking = rank(scores);',
    'run.ranking = rank(scores);',
  ),
  of('SCORE-6', 'ranking')('no place without points', 'hasPoints ? index + 1 : null', 'index + 1'),
];

const views: Mutation[] = [
  of('VIEW-1', 'views')(
    'the key is left out',
    'question: kind.public(question.body)',
    'question: question.body',
  ),
  of('VIEW-2', 'views')('the shape alone', 'shape: kind.shape(question.body)', 'shape: question.body'),
  of('VIEW-3', 'views')(
    'a pause hides',
    "return { name: 'paused', why, from: from.name,",
    "return { ...run?.steps.at(-1)?.question, name: 'paused', why, from: from.name,",
  ),
  of('VIEW-4', 'views')(
    'hashes stay here',
    'return [{ player: id, name: player.name,',
    'return [{ secretHash: player.secretHash, player: id, name: player.name,',
  ),
  of('SCREEN-1', 'screens')('a key works once', 'if (isPaired) state.screenKeys[keyHash] = false;', ''),
  of('SCREEN-2', 'screens')(
    'the host confirms',
    'const isPaired = isInvited(state, keyHash);',
    'const isPaired = true;',
  ),
];

export const mutations: Mutation[] = [
  ...joining,
  ...presence,
  ...game,
  ...time,
  ...answers,
  ...scores,
  ...views,
];
