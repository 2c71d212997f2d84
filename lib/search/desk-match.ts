/** Something of the desk that a search found. */
export interface DeskMatch {
  kind: "article" | "claim" | "claimant" | "source" | "person";
  id: string;
  title: string;
  /** Where it is, or what it is: the title of a claim's article, a person's role; empty if there is nothing to say. */
  detail: string;
  /** Of a claim within its article. */
  number: number | null;
  /** Its page of the desk. */
  href: string;
}
