/** The people of a claim or an article, null where there is none. */
export interface People {
  /** The person who works on the claim. */
  assigneeId: string | null;
  /** Who gave the claim its verdict. */
  verdictById: string | null;
  leadId: string | null;
  /** Who imported the article. */
  creatorId: string;
}

/**
 * Who is reminded first: the assignee, else the author of the verdict, else the lead, else the person who imported the article.
 * @param active people who can sign in and work at the desk
 * @returns null if none of them can
 */
export function ownerOf(people: People, active: ReadonlySet<string>): string | null {
  const order = [people.assigneeId, people.verdictById, people.leadId, people.creatorId];
  return order.find((id) => id !== null && active.has(id)) ?? null;
}

/** Who is reminded after the owner: the lead, unless that is the owner. Null if there is no one else. */
export function leadAfter(
  ownerId: string | null,
  { leadId }: Pick<People, "leadId">,
  active: ReadonlySet<string>,
): string | null {
  return leadId !== null && leadId !== ownerId && active.has(leadId) ? leadId : null;
}
