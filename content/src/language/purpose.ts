// English sentences that tell what something is used for: "Use a CDN for static files", "Find slow queries using EXPLAIN".

const use =
  /^(?:use|used|apply|applied|add|added|enable|enabled|implement|implemented|configure|configured)(?: an?| the| proper)? *$/i;
const reason = /^ *((?:to|for|on|instead of) .+)$/is;
const means =
  /^((?:analy[sz]e|avoid|check|compress|create|detect|find|handle|identify|limit|manage|measure|prevent|protect|reduce|split|store|test|track|validate) .+?) (?:using|with|through|via) *(?:an?|the)? *$/i;

/** `Used` … ` to avoid blocking.` gives "used to avoid blocking"; `Find slow queries using` … gives "used to find slow queries". */
export function purposeIn(before: string, after: string): string | null {
  const [, purpose] = use.test(before) ? (reason.exec(after) ?? []) : [];
  if (purpose && !/:$/.test(purpose.trim())) return `used ${purpose}`;
  const [, deed] = /^[.;,]?\s*$/.test(after) ? (means.exec(before) ?? []) : [];
  return deed ? `used to ${deed.charAt(0).toLowerCase()}${deed.slice(1)}` : null;
}
