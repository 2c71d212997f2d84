/** The messages of an error and of the causes behind it: "the page did not load: connect ECONNREFUSED". */
export function describeCause(error: unknown): string {
  const messages: string[] = [];
  for (let each = error; each !== undefined; each = each instanceof Error ? each.cause : undefined)
    messages.push(each instanceof Error ? each.message : String(each));
  return messages.join(": ");
}
