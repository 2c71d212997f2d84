/** What the words for an event need of it. Its texts are left out: a feed says what was done, not what was written. */
export interface ToldEvent {
  action: string;
  targetType: string;
  /** Number of the claim that it is about; null where it is about none, or one that is not known. */
  claimNumber: number | null;
}

const deeds: Record<string, (claim: string) => string> = {
  "article.import": () => "brought the article in",
  "article.edit-details": () => "changed the article's details",
  "article.edit-text": () => "edited the text",
  "article.replace-text": () => "replaced the text",
  "article.publish": () => "published the article",
  "article.unpublish": () => "took the article back from readers",
  "claim.create": (claim) => `marked ${claim}`,
  "claim.edit": (claim) => `edited ${claim}`,
  "claim.delete": (claim) => `deleted ${claim}`,
  "claim.undelete": (claim) => `brought ${claim} back`,
  "claim.split": (claim) => `split a claim; its second part is ${claim}`,
  "claim.merge": (claim) => `merged another claim into ${claim}`,
  "claim.settle-anchor": (claim) => `set the place of ${claim}`,
  "claim.submit": (claim) => `submitted ${claim} for review`,
  "claim.withdraw": (claim) => `withdrew ${claim}`,
  "claim.return": (claim) => `returned ${claim}`,
  "claim.approve": (claim) => `approved ${claim}`,
  "claim.vote": (claim) => `voted on ${claim}`,
  "claim.reopen": (claim) => `reopened ${claim}`,
  "claim.leave_out": (claim) => `left ${claim} out`,
  "claim.take_in": (claim) => `took ${claim} in again`,
  "claim.retire": (claim) => `retired ${claim}`,
  "claim.restore": (claim) => `took ${claim} out of retirement`,
  "source.create": () => "added a source",
  "source.update": () => "changed a source",
  "source.merge": () => "merged two sources",
  "source.delete": () => "removed a source",
  "source.keep": () => "kept a copy of a source's page",
  "source.archive": () => "had a source's page archived",
  "source.attach": () => "attached a file to a source",
  "source.detach": () => "took a file away from a source",
  "user.create": () => "registered somebody",
  "user.change-role": () => "changed somebody's role",
  "user.disable": () => "locked somebody out, or let them in again",
  "user.change-password": () => "changed their password",
  "user.sign-out-everywhere": () => "signed out everywhere",
  "invitation.create": () => "invited somebody",
  "invitation.accept": () => "accepted an invitation",
  "invitation.revoke": () => "withdrew an invitation",
};

const commentDeeds: Record<string, (on: string) => string> = {
  "comment.create": (on) => `commented${on}`,
  "comment.edit": (on) => `edited a comment${on}`,
  "comment.delete": (on) => `took a comment away${on}`,
  "comment.resolve": (on) => `resolved a thread${on}`,
  "comment.reopen": (on) => `reopened a thread${on}`,
};

/** What somebody did, in the past: "approved claim 3". */
export function deedOf({ action, targetType, claimNumber }: ToldEvent): string {
  const claim = claimNumber === null ? "a claim" : `claim ${claimNumber}`;
  const deed = deeds[action]?.(claim) ?? commentDeeds[action]?.(claimNumber === null ? "" : ` on ${claim}`);
  // An action without words of its own: "claim.assign" says “assign”, and no more.
  const [, verb = action] = action.split(".");
  return (
    deed ?? `did “${verb.replace(/[-_]/g, " ")}” on ${targetType === "claim" ? claim : `the ${targetType}`}`
  );
}
