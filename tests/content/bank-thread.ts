// Makes the bank of one text on a thread of its own, so that a test can bound its memory. Ends with 0 when it is done.
import { workerData } from 'node:worker_threads';
import { makeBank } from '@oneliner/content';

makeBank({ name: 'heavy.md', text: workerData as string });
