import type { ReportMethod } from "./report";

/** How the newsroom works, for readers. Each publication stores the text it was published with. */
export const method: ReportMethod = {
  paragraphs: [
    "A claim is a passage that states something about the world that evidence can support or contradict: a number, a quotation, an event, an attribution. Opinions and predictions are marked where a reader could mistake them for facts, and are rated as not checkable.",
    "For each claim an editor states in one sentence what is claimed and by whom, looks for sources as close to the origin as possible, and gives a rating with the reasons for it. Every source is listed with its relation to the claim: whether it supports the claim, refutes it, or gives context.",
    "No claim is published by one person alone: a second editor, who neither marked the claim nor gave its verdict, has to sign it off. Everything published is preserved; a later change of a verdict, a quotation or a source is announced with a note.",
  ],
};
