// The order in which test files begin: those that wait for real time first, so that in the end nobody waits for them.
import { BaseSequencer } from 'vitest/node';
import type { TestSpecification } from 'vitest/node';

/** Servers that are killed, cut off and started again take as long as that takes, on any machine. */
const isLong = ({ moduleId }: TestSpecification): boolean => moduleId.includes('/tests/faults/');

/** Vitest itself knows how long a file takes only where it ran before, and goes by its size where it did not. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((a, b) => Number(isLong(b)) - Number(isLong(a)));
  }
}
