// In the end everybody who is there is back with their role, the log knows them as here, and nothing waits for an answer.
import { hashSecret } from '../../../server/src/web/secrets.ts';
import { secretOf } from '../phone.ts';
import type { MakeCheck } from './check.ts';

/** What takes effect later may be asked for again in the moments until then. */
const stepOf = (what: string, moment: number): string =>
  what === 'reveal' || what === 'end' ? what : `${what} ${moment}`;

export const presence: MakeCheck = (evening, say) => {
  const accepted = new Set<string>();
  return {
    see({ command }, { answered }) {
      if (answered.ok && 'moment' in command) accepted.add(stepOf(command.type, command.moment));
    },
    end(state) {
      if (!evening.isDone) say('the evening never came to its podium');
      for (const page of evening.pages) {
        if (page.end === null && !page.isOnline) say(`${page.who} never came back`);
        if (!page.isOnline) continue;
        for (const { event, message, reply } of page.sent)
          if (!reply) say(`${page.who} never heard of ${event} ${JSON.stringify(message)}`);
      }
      for (const { message, reply } of evening.hosts.flatMap(({ page }) => page.sent))
        if (reply?.ok && 'moment' in message && 'do' in message)
          if (!accepted.has(stepOf(message.do, message.moment)))
            say(`${message.do} was acknowledged, and not accepted`);
      const online = evening.phones.filter(({ page }) => page?.isOnline);
      for (const { plan, player } of online) {
        const known = state.players[player - 1];
        if (known?.secretHash !== hashSecret(secretOf(plan.name)))
          say(`${plan.name} is not player ${player}`);
        if (known?.connection === null) say(`${plan.name} is here, and counts as away`);
      }
      if (state.present !== online.length)
        say(`${online.length} phones are here, and ${state.present} count`);
      const { length: hosts } = state.host.connections;
      if (hosts !== evening.hosts.length)
        say(`${evening.hosts.length} pages of the host are here, and ${hosts} count`);
      const screens = state.screens.filter(({ connections }) => connections.length > 0).length;
      if (screens !== evening.screens.length)
        say(`${evening.screens.length} screens are here, and ${screens} count`);
    },
  };
};
