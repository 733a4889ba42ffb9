// Flawed questions, written to be found: a judge who takes most of them for sound ones does not count.

export interface Planted {
  prompt: string;
  /** The right option, or the one that passes for it, first. */
  options: [string, ...string[]];
}

export const PLANTED: Planted[] = [
  // A second right option.
  {
    prompt: 'Which is true of a tuple rather than a list?',
    options: [
      'Cannot be changed after creation',
      'Immutable once it exists',
      'Made to grow at its end',
      'Written in square brackets',
    ],
  },
  {
    prompt: 'Which belongs here: “We use Redis for …”?',
    options: ['Caching', 'Session management', 'Complex joins', 'Full-text search'],
  },
  {
    prompt: 'Which term fits “a server that runs FastAPI apps over ASGI”?',
    options: ['Uvicorn', 'Hypercorn', 'SQL', 'Redis'],
  },
  // Wording that gives the key away.
  {
    prompt: 'Which term fits “a lock on the interpreter that is global to the whole process”?',
    options: ['Global Interpreter Lock', 'Asynchronous execution', 'Connection pooling', 'Multiprocessing'],
  },
  {
    prompt: 'What is polymorphism in Python?',
    options: [
      'One method name that behaves differently depending on the object it is called on',
      'A kind of list',
      'A fast loop',
      'A type of file',
    ],
  },
  {
    prompt: 'Which is true of generators rather than decorators?',
    options: [
      'Can produce values one at a time',
      'Always run on every core',
      'Never take any memory at all',
      'Only ever work with text',
    ],
  },
  // A key of another form than the rest.
  {
    prompt: 'Which term fits “used to keep the results of earlier calls”?',
    options: [
      'Memoization',
      'To index the columns',
      'When responses are compressed',
      'Because queries are slow',
    ],
  },
  {
    prompt: 'Django endpoint flow: what comes right after “View”?',
    options: ['ORM', '300 ms', '404', '2 workers'],
  },
  // Nonsense.
  {
    prompt: 'Which term fits “___ of which the ___ of the other is”?',
    options: ['Tuple', 'List', 'CORS rules', 'Django'],
  },
  {
    prompt: 'Which kind of inheritance is meant: “used for yellow requests”?',
    options: ['Single Inheritance', 'Multiple Inheritance', 'Hybrid Inheritance', 'Multilevel Inheritance'],
  },
];
