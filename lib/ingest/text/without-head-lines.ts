import type { DocumentNode } from "@/lib/document/document";
import { readDate } from "@/lib/sources/read-date";
import type { ArticleMetadata } from "../read-metadata";

/** Blocks at the top of an article among which its title, authors and date are looked for. */
const MAX_LINES = 8;
/** Characters of a line with authors and a date. */
const MAX_LENGTH = 200;

/** Words around authors and dates, in the languages of most pages. */
const AROUND = new Set(
  "by of written words text story report reporting reporter reporters correspondent staff writer writers editor author authors and with in on at the for from published posted updated publication first last modified date created min mins minute minutes read reading time am pm a p m gmt utc bst est edt et cet cest pst pdt ist jst hrs h uhr von und veröffentlicht aktualisiert stand autor autorin autoren am um vom lesezeit par et publié mis à jour le modifié rédaction auteur heures por y publicado actualizado el la los las de del da do dos das e em às autores autora autore autori di pubblicato aggiornato il alle ore door en gepubliceerd bijgewerkt op om av og och publicerad uppdaterad kl przez opublikowano godz автор опубликовано обновлено в г".split(
    " ",
  ),
);

const LANGUAGES =
  "en de fr es it pt nl pl sv da nb ru uk cs fi hu ro bg el tr he ar fa hi th vi id zh ja ko".split(" ");

/** A day of each month, on each weekday. */
const DAYS = Array.from({ length: 12 }, (_, index) => Date.UTC(2024, index, 1 + index));

let dateWords: ReadonlySet<string> | undefined;

/** Weekdays and months, as they are written in dates. Collected once, where a line needs them. */
function wordsOfDates(): ReadonlySet<string> {
  dateWords ??= new Set(
    LANGUAGES.flatMap((language) =>
      (["long", "short"] as const).flatMap((form) => {
        // Making a format takes longer than using it for a year.
        const format = new Intl.DateTimeFormat(language, {
          weekday: form,
          month: form,
          day: "numeric",
          timeZone: "UTC",
        });
        return DAYS.flatMap((day) => wordsOf(format.format(day))).filter((word) => /\p{L}/u.test(word));
      }),
    ),
  );
  return dateWords;
}

/** A date in Chinese, Japanese or Korean, which has no spaces: "2024年3月5日", "令和6年3月5日". */
const CJK_DATE = /^(?:\p{Nd}|[年月日년월일元]|令和|平成|昭和|民國|民国)+$/u;

function wordsOf(text: string): string[] {
  return (
    text
      .normalize("NFKC")
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  );
}

/**
 * Drops the lines at the top of a text that say only what the details say: the title, the authors, the day of publication.
 * @param metadata the details as the page declares them
 */
export function withoutHeadLines(doc: DocumentNode, metadata: ArticleMetadata): DocumentNode {
  const content = doc.content ?? [];
  let hasTitle = false;
  const head = content.slice(0, MAX_LINES);
  // The text begins at the first long paragraph.
  const start = head.findIndex((block) => block.type !== "heading" && textOf(block).length > MAX_LENGTH);
  const rest = content.filter((block, index) => {
    if (index >= (start < 0 ? MAX_LINES : start) || !/^(?:heading|paragraph)$/.test(block.type)) return true;
    const text = textOf(block);
    if (!hasTitle && isTitle(text, metadata.title ?? "", block.type === "heading")) {
      hasTitle = true;
      return false;
    }
    return block.type === "heading" || !saysOnlyDetails(text, metadata);
  });
  // An article that is nothing but its title keeps it.
  return rest.some((block) => textOf(block).trim() !== "") ? { ...doc, content: rest } : doc;
}

/** The text of a block, without line breaks. */
export function textOf(node: DocumentNode): string {
  if (node.text !== undefined) return node.text;
  return (node.content ?? [])
    .map(textOf)
    .join(node.type === "paragraph" || node.type === "heading" ? "" : " ");
}

/** Whether a line is the title, or all of it but the name of the site. */
function isTitle(line: string, title: string, isHeading: boolean): boolean {
  const [words, wanted] = [wordsOf(line).join(" "), wordsOf(title).join(" ")];
  if (words === "" || wanted === "") return false;
  if (words === wanted) return true;
  if (!isHeading) return false;
  const [, ...parts] = /^(.*?)\s+[|–—·»-]\s+(.*)$/.exec(title) ?? [];
  return parts.some((part) => wordsOf(part).join(" ") === words) && words.split(" ").length > 1;
}

/** Whether a line says nothing but authors and a day that are among the details. */
export function saysOnlyDetails(
  line: string,
  { byline = "", publishedAt = "", publisher = "" }: ArticleMetadata,
): boolean {
  if (line.length > MAX_LENGTH) return false;
  const words = wordsOf(line);
  if (words.length === 0) return false;
  const names = new Set(wordsOf(byline).filter((word) => !AROUND.has(word)));
  const named = words.filter((word) => names.has(word)).length;
  const isNamed = names.size > 0 && named >= Math.min(2, names.size);
  const day = (publishedAt && readDate(publishedAt)) || "";
  const isDated = day !== "" && (line.includes(day) || readDate(line) === day);
  if (!isNamed && !isDated) return false;
  const site = new Set(wordsOf(publisher));
  return words.every(
    (word) =>
      names.has(word) ||
      site.has(word) ||
      AROUND.has(word) ||
      wordsOfDates().has(word) ||
      (isDated && CJK_DATE.test(word)) ||
      (/^\p{Nd}{1,4}(?:st|nd|rd|th|er|h\d*|z|am|pm)?$|^\d{1,2}t\d{2}$/u.test(word) &&
        (isDated || hasLabel(words))),
  );
}

/** Whether a line says that its date is one of publication. */
function hasLabel(words: readonly string[]): boolean {
  return words.some((word) =>
    /^(?:published|posted|updated|read|veröffentlicht|aktualisiert|publié|publicado|pubblicato|gepubliceerd|опубликовано)$/.test(
      word,
    ),
  );
}
