/** The storage key for drafts on an article’s page. People who share a browser have separate drafts. */
export function draftKeyFor(actorId: string, articleId: string): string {
  return `${actorId}:${articleId}`;
}
