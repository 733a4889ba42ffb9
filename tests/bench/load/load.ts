// The load's process: does one order after the other and says what came of it.
import { orders } from './orders.ts';

type Order = (with_: unknown) => Promise<unknown>;

process.on('message', ({ order, given }: { order: keyof typeof orders; given: unknown }) => {
  (orders[order] as Order)(given).then(
    (result) => process.send?.({ result }),
    (error: unknown) => process.send?.({ error: error instanceof Error ? error.stack : String(error) }),
  );
});
process.once('disconnect', () => process.exit());
process.send?.({ result: null });
