// A server's memory is the fold of the log when it dies and in the end; and what ran by the clock waits for people to come back.
import { isRunningByClock } from '../../../server/src/game/pausing.ts';
import type { MakeCheck } from './check.ts';

export const crashes: MakeCheck = ({ plan, network, lives }, say) => {
  let server = '';
  let wasRunning = false;
  return {
    see({ seq, by, command }, _outcome, state) {
      if (
        plan.servers === 1 &&
        by !== server &&
        wasRunning &&
        (state.phase.name !== 'paused' || state.phase.resumesAt !== null)
      )
        say(`entry ${seq}: ${by} went on with ${command.type}, and nobody was back`);
      server = by;
      wasRunning = isRunningByClock(state);
      for (const remains of network.remains)
        if (remains.seq === seq && remains.state !== JSON.stringify(state))
          say(
            `entry ${seq}: a server died with ${remains.state} in its memory, and the log says ${JSON.stringify(state)}`,
          );
    },
    end(state) {
      if (lives.length === 0) say('no server has the room');
      for (const live of lives)
        if (JSON.stringify(live) !== JSON.stringify(state))
          say('a server’s memory is not the fold of the log');
    },
  };
};
