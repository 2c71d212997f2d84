import type { ReportMethod } from "./report";

/** How the desk works, in words for readers. A publication keeps the words that it was published with. */
export const method: ReportMethod = {
  paragraphs: [
    "A claim is a passage that states something about the world which evidence can bear out or contradict: a number, a quotation, an event, an attribution. Opinions and predictions are marked where a reader could take them for facts, and are rated as not checkable.",
    "For each claim an editor states in one sentence what is claimed and by whom, looks for sources as close to the origin as can be had, and gives a rating with the reasons for it. Every source is listed with its bearing on the claim: whether it supports the claim, refutes it, or gives context.",
    "No claim is published on one person's word: a second editor, who neither marked the claim nor gave its verdict, has to sign it off. What is published is kept as it was; a later change of a verdict, a quotation or a source is announced with a note.",
  ],
};
