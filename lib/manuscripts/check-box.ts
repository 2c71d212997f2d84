import { words } from "@/lib/words/words";

/** What the box says: how a text was checked before it was published. */
export interface CheckBoxFacts {
  /** Claims that were checked and signed off. */
  claims: number;
  /** Different sources that they were checked against, confidential ones included. */
  sources: number;
  /** Claims whose wording was changed. */
  changed: number;
  /** Names of the people who checked, in the order to show them. */
  people: readonly string[];
}

/** The "how we checked" box in the two forms in which a newsroom pastes it. */
export interface CheckBox {
  html: string;
  markdown: string;
}

/**
 * Writes the "how we checked" box of a manuscript. Nothing of the claims and sources themselves is in it.
 * @param language of the words, BCP 47
 */
export function checkBox(facts: CheckBoxFacts, language = "en"): CheckBox {
  const t = words("report", language);
  const { claims, sources, changed, people } = facts;
  const title = t("box.title");
  const sentences = [
    t("box.counts", { claims, sources }),
    t("box.changed", { changed }),
    ...(people.length > 0 ? [t("box.by", { people: new Intl.ListFormat(language).format(people) })] : []),
  ].join(" ");
  return {
    html: `<aside>\n<h2>${escapeHtml(title)}</h2>\n<p>${escapeHtml(sentences)}</p>\n</aside>\n`,
    markdown: `**${escapeMarkdown(title)}**\n\n${escapeMarkdown(sentences)}\n`,
  };
}

function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>#|~]/g, "\\$&");
}
