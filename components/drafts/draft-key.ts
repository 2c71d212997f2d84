/** The name under which the note of a review step is stored until it is sent. @param action "" for none */
export function reviewNoteName(actorId: string, claimId: string, action: string): string {
  return `note:${actorId}:${claimId}:${action}`;
}

/** The storage key for drafts on an article’s page. People who share a browser have separate drafts. */
export function draftKeyFor(actorId: string, articleId: string): string {
  return `${actorId}:${articleId}`;
}

/** The name under which the draft of a claim is stored. @param subject id of the claim, or "new" */
export function claimDraftName(storageKey: string, subject: string): string {
  return `obelus:draft:${storageKey}:${subject}`;
}
