/** The sizes of paper that a file with pages can have: ISO A4 and US Letter. */
export const PAPERS = ["a4", "letter"] as const;
export type Paper = (typeof PAPERS)[number];
