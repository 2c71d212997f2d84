/** The chapters of the guide, in their order. Each has a heading with its name as the id, and pictures in `public/guide`. */
export const GUIDE_CHAPTERS = [
  "import",
  "mark",
  "verdict",
  "sources",
  "review",
  "publish",
  "corrections",
  "keys",
] as const;
export type GuideChapter = (typeof GUIDE_CHAPTERS)[number];

/** Width and height of the pictures, in CSS pixels. */
export const GUIDE_PICTURE = { width: 1100, height: 640 } as const;
