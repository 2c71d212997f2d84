/** Where this browser keeps what somebody types into an article's page: of several people at one browser, each has words of their own. */
export function draftKeyFor(actorId: string, articleId: string): string {
  return `${actorId}:${articleId}`;
}
