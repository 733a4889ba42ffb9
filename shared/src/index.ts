// The contract between server and pages, and the types that content makes: everything both sides must agree on.
export * from './ids.ts';
export * from './limits.ts';
export * from './timing.ts';
export * from './kinds/choice.ts';
export * from './question.ts';
export * from './settings.ts';
export * from './refusals.ts';
export * from './views.ts';
export * from './events.ts';
export * from './http.ts';
export * from './words/en.ts';
