import type { LinkState, SourceKind, Stance } from "./source";

/** What people see for each kind of source. */
export const sourceKindLabels: Record<SourceKind, string> = {
  web_page: "Web page",
  article: "Article",
  report: "Report",
  dataset: "Dataset",
  law: "Law",
  transcript: "Transcript",
  interview: "Interview",
  social_post: "Social post",
  media: "Image, audio or video",
  other: "Other",
};

/** What readers see of a confidential source that nobody described for them. */
export const CONFIDENTIAL_SOURCE = "Confidential source";

/** What people see for each stance. */
export const stanceLabels: Record<Stance, string> = {
  supports: "Supports",
  refutes: "Refutes",
  context: "Context",
};

/** What the desk says of a source's link. */
export const linkStateLabels: Record<LinkState, string> = {
  unchecked: "Not looked up yet",
  answers: "Answers",
  gone: "Gone",
  unreachable: "Cannot be reached",
};
