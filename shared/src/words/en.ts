// Every sentence a person reads, in English, one file for each who speaks.
export * from './en/common.ts';
export * from './en/document.ts';
export * from './en/host.ts';
export * from './en/play.ts';
export * from './en/refusals.ts';
export * from './en/screen.ts';
export * from './en/server.ts';
export * from './en/upkeep.ts';
export * from './en/given-names.ts';
