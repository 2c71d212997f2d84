import { formatDate } from "@/lib/format-date";
import { words } from "@/lib/words/words";
import { sentenceMarks } from "./languages/sentence-marks";
import type { ReportEvidence, ReportSource } from "./report";
import { isolated } from "./text-language";

/** Authors and editors named in a citation. */
const MAX_NAMES = 20;

export type SourceWords = ReturnType<typeof sourceWords>;

/** The words about the sources of a Report. @param language BCP 47 */
export function sourceWords(language: string) {
  const t = words("report", language);
  const marks = sentenceMarks(language);
  const inside = (text: string) => isolated(text, language);
  const date = (iso: string) => formatDate(iso, language);

  /** Names separated by semicolons, because they have commas: "Doe, Jane; Roe, Ann"; of many, the first ones. */
  function listNames(names: readonly string[]): string {
    const shown = names.slice(0, MAX_NAMES).map(inside);
    return [...shown, ...(names.length > MAX_NAMES ? [t("citation.others")] : [])].join(marks.semicolon);
  }

  return {
    /** Its title; for a confidential source its public description, or that it is one. */
    sourceTitle({ title }: Pick<ReportSource, "title">): string {
      return title ?? t("source.confidential");
    },

    /** The text after a source's title: ", publisher, date". Begins with a comma unless it is empty. */
    sourceOrigin({ publisher, publishedOn }: ReportSource): string {
      return [publisher && inside(publisher), publishedOn && date(publishedOn)]
        .filter(Boolean)
        .map((part) => `${marks.comma}${part}`)
        .join("");
    },

    /**
     * What readers need to find a source, beside its title, publisher and date: "By Doe, Jane. Volume 12, issue 3, pages 12–34. DOI:
     * 10.1000/182."; empty if nothing of it is known.
     */
    describeCitation({ authors, citation = {} }: ReportSource): string {
      const { editors = [], translators = [] } = citation;
      const numbers = [
        citation.edition && t("citation.edition", { edition: inside(citation.edition) }),
        citation.volume && t("citation.volume", { volume: citation.volume }),
        citation.issue && t("citation.issue", { issue: citation.issue }),
        citation.number && t("citation.number", { number: citation.number }),
        citation.pages && t("citation.pages", { pages: citation.pages.replaceAll("-", "–") }),
      ].filter(Boolean);
      const house = [citation.publisherPlace, citation.publishingHouse].filter(Boolean).join(": ");
      const sentences = [
        authors.length > 0 && t("citation.authors", { names: listNames(authors) }),
        editors.length > 0 && t("citation.editors", { names: listNames(editors) }),
        translators.length > 0 && t("citation.translators", { names: listNames(translators) }),
        numbers.length > 0 && numbers.join(marks.comma),
        citation.eventTitle && inside(citation.eventTitle),
        house && inside(house),
        citation.isbn && t("citation.isbn", { isbn: citation.isbn }),
        citation.issn && t("citation.issn", { issn: citation.issn }),
        citation.doi && t("citation.doi", { doi: citation.doi }),
      ].filter((sentence): sentence is string => Boolean(sentence));
      return marks.sentences(sentences.map((sentence) => marks.sentence(capitalised(sentence, language))));
    },

    /** "The page is gone: the title links to an archived copy."; empty if the page was available. */
    describeDeadLink(source: ReportSource, archiveUrl: string | null = null): string {
      if (!source.gone) return "";
      return t((archiveUrl ?? source.archiveUrl) ? "source.gone.archived" : "source.gone");
    },

    /** "Web page, primary source". */
    describeSourceKind({ kind, primary }: Pick<ReportSource, "kind" | "primary">): string {
      const label = t(`source.kind.${kind}`);
      return primary ? t("source.primary", { kind: label }) : label;
    },

    /** "Supports", "Refutes" or "Context". */
    stanceLabel({ stance }: Pick<ReportEvidence, "stance">): string {
      return t(`stance.${stance}`);
    },

    /** "accessed 17 May 2024", or null. */
    describeAccess({ accessedOn }: ReportEvidence): string | null {
      return accessedOn && t("source.accessed", { date: date(accessedOn) });
    },

    /** "A copy was saved on 23 November 2026."; empty if there is none. */
    describeKeptCopy({ keptAt }: ReportSource): string {
      return keptAt ? t("source.copy", { date: date(keptAt) }) : "";
    },

    /** "Archived copy". */
    archivedCopy: t("source.archived"),
  };
}

/** The link of a source's title: its page, or an archived copy if the page is gone. */
export function sourceHref(source: ReportSource, archiveUrl: string | null = null): string | null {
  return (source.gone && (archiveUrl ?? source.archiveUrl)) || source.url;
}

function capitalised(sentence: string, language: string): string {
  const [first = ""] = sentence;
  return first.toLocaleUpperCase(language) + sentence.slice(first.length);
}
