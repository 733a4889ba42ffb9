// What more than one page says.

export const commonWords = { product: 'Oneliner' };
