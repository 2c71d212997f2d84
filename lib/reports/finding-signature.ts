import { formatDate } from "@/lib/format-date";
import { intlLocale } from "@/lib/intl-locale";
import { words } from "@/lib/words/words";
import { sentenceMarks } from "./languages/sentence-marks";
import type { Report } from "./report";
import { isolated } from "./text-language";

/**
 * Who checked an article, when, and who approved it: "Checked by The Gazette (Ada) on 3 January 2026. Approved by Noor."
 * @param language BCP 47, of the words
 * @returns empty if the Report names nobody who checked it
 */
export function findingSignature(
  { signers, publication, organisation }: Pick<Report, "signers" | "publication" | "organisation">,
  language: string,
): string {
  const t = words("reader", language);
  const list = new Intl.ListFormat(intlLocale(language), { type: "conjunction" });
  const inside = (name: string) => isolated(name, language);
  const namesOf = (wanted: Report["signers"][number]["role"]) =>
    list.format([...new Set(signers.filter(({ role }) => role === wanted).map(({ name }) => inside(name)))]);
  const names = namesOf("checked");
  if (names === "") return "";
  const date = formatDate(publication.publishedAt, language);
  const checked = organisation
    ? t("finding.checked-by-organisation", { organisation: inside(organisation.name), names, date })
    : t("finding.checked-by", { names, date });
  const approvers = namesOf("approved");
  const approved = approvers === "" ? "" : t("finding.approved-by", { names: approvers });
  return sentenceMarks(language).sentences([checked, approved]);
}
