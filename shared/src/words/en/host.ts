// What the host's page says.

export const hostWords = {};
