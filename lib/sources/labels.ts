import { words } from "@/lib/words/words";
import type { LinkState, SourceKind, Stance } from "./source";

const t = words("sources");
const report = words("report");

/** Labels for the kinds of sources. */
export const sourceKindLabels: Record<SourceKind, string> = {
  web_page: report("source.kind.web_page"),
  article: report("source.kind.article"),
  report: report("source.kind.report"),
  dataset: report("source.kind.dataset"),
  law: report("source.kind.law"),
  transcript: report("source.kind.transcript"),
  interview: report("source.kind.interview"),
  social_post: report("source.kind.social_post"),
  media: report("source.kind.media"),
  other: report("source.kind.other"),
};

/** What readers see of a confidential source that has no public description. */
export const CONFIDENTIAL_SOURCE = report("source.confidential");

/** Labels for the stances of sources. */
export const stanceLabels: Record<Stance, string> = {
  supports: report("stance.supports"),
  refutes: report("stance.refutes"),
  context: report("stance.context"),
};

/** Labels for the states of a source's link, as the desk shows them. */
export const linkStateLabels: Record<LinkState, string> = {
  unchecked: t("link.unchecked"),
  answers: t("link.answers"),
  gone: t("link.gone"),
  unreachable: t("link.unreachable"),
};
