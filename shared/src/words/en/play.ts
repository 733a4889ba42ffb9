// What the phone says.

export const playWords = {};
