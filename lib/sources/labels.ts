import { words } from "@/lib/words/words";
import type { LinkState, SourceKind, Stance } from "./source";

const t = words("sources");

/** Labels for the kinds of sources. */
export const sourceKindLabels: Record<SourceKind, string> = {
  web_page: t("kind.web_page"),
  article: t("kind.article"),
  report: t("kind.report"),
  dataset: t("kind.dataset"),
  law: t("kind.law"),
  transcript: t("kind.transcript"),
  interview: t("kind.interview"),
  social_post: t("kind.social_post"),
  media: t("kind.media"),
  other: t("kind.other"),
};

/** What readers see of a confidential source that has no public description. */
export const CONFIDENTIAL_SOURCE = t("confidentialSource");

/** Labels for the stances of sources. */
export const stanceLabels: Record<Stance, string> = {
  supports: t("stance.supports"),
  refutes: t("stance.refutes"),
  context: t("stance.context"),
};

/** Labels for the states of a source's link, as the desk shows them. */
export const linkStateLabels: Record<LinkState, string> = {
  unchecked: t("link.unchecked"),
  answers: t("link.answers"),
  gone: t("link.gone"),
  unreachable: t("link.unreachable"),
};
