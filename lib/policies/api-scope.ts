/**
 * What a token can allow in its owner's name: reading the desk; importing, marking and citing; review actions; publishing and redacting;
 * downloading reports; managing the desk; managing webhooks; messages of readers. None includes another.
 */
export const API_SCOPES = [
  "read",
  "write",
  "review",
  "publish",
  "export",
  "admin",
  "webhooks",
  "messages",
] as const;
export type ApiScope = (typeof API_SCOPES)[number];

/** Common choices: everything that changes nothing, and everything but managing the desk. */
export const SCOPE_SETS = {
  read: ["read", "export"],
  write: ["read", "write", "review", "publish", "export"],
} as const satisfies Record<string, readonly ApiScope[]>;
