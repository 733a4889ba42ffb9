// What the server says in the terminal.

export const serverWords = {};
