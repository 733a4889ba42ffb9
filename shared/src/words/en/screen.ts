// What the big screen says.

export const screenWords = {};
