import { foldName } from "@/lib/sources/dates/fold-name";
import { namesOf } from "@/lib/sources/dates/month-names";
import { readDate } from "@/lib/sources/read-date";

/** Longer bylines are paragraphs. */
const MAX_LENGTH = 300;

/** "By" in the languages of newsrooms, where it can only be that. */
const BY =
  /^(?:by|von|par|por|autor(?:[ie]n|a|e|es)?|auteur|author|authors|autore|authored by|written by|words by|reported by|story by|texte?|tekst|écrit par|rédigé par|escrito por|a cura di|scritto da|door|napisał(?:a)?|автор|текст|от|από|του|της|מאת|بقلم|كتب|نویسنده|文|著者|作者|記者|记者|撰文|作成者|글|작성자|yazan|oleh|ditulis oleh|bởi|tác giả|โดย|द्वारा)(?:\s*[:：・／/]\s*|\s+)(?=\S)/iu;
/** "By" where it can also be part of a name, by language. */
const BY_IN_LANGUAGE: Record<string, RegExp> = {
  it: /^(?:di|da)\s+(?=\S+\s+\S)/i,
  es: /^de\s+(?=\S+\s+\S)/i,
  ro: /^de\s+(?=\S+\s+\S)/i,
  da: /^af\s+(?=\S)/i,
  nb: /^av\s+(?=\S)/i,
  no: /^av\s+(?=\S)/i,
  sv: /^av\s+(?=\S)/i,
  hr: /^(?:piše|od)\s+(?=\S)/i,
  cs: /^od\s+(?=\S)/i,
};

/** Words before a date of publication or change; all that follows them is no name. */
const LABEL =
  /(?:^|[\s,;(])(?:updated|last updated|last modified|modified|published|first published|posted|created|stand|aktualisiert|zuletzt aktualisiert|geändert|veröffentlicht|erstellt|publié(?:e)?|mis(?:e)? à jour|modifié(?:e)?|le\s+(?=\d)|publicado|actualizado|atualizado|pubblicato|aggiornato|gepubliceerd|bijgewerkt|laatste update|publicerad|uppdaterad|publisert|oppdatert|publiceret|opdateret|opublikowano|aktualizacja|zveřejněno|aktualizováno|publicat|actualizat|опубликовано|обновлено|опубліковано|оновлено|δημοσιεύτηκε|ενημερώθηκε|yayınlanma|güncelleme|נשר|פורסם|עודכן|نشر في|تم النشر|آخر تحديث)(?=$|[\s:.,])[\s\S]*$/iu;
const EAST_ASIAN_LABEL =
  /(?:公開|更新|掲載|最終更新|发布|發布|發佈|更新时间|更新時間|입력|수정|업데이트)[\s\S]*$/u;

/** How long it takes to read, or how long ago it was written. */
const DURATION =
  /(?:\d+|an?|one|un|une|ein(?:e|er|em)?)\s*-?\s*(?:min(?:ute|uten|utes|uti|utos|uut|uutti|\.)?s?|mins?|sec(?:ond)?s?|hours?|hrs?|days?|weeks?|months?|stunden?|tag(?:e|en)?|heures?|jours?|horas?|días?|dias?|ore|giorni|minuut|uur|dagen|timmar|dagar|минут[аы]?|мин|час(?:а|ов)?|分|時間|分钟|小时|분|시간|dk|dakika|saat)(?!\p{L})/iu;
const TIME = /\d{1,2}\s?[:.h]\s?\d{2}(?!\d)|\d{1,2}\s?(?:am|pm|a\.m\.|p\.m\.|uhr)(?!\p{L})/iu;

/** What people do at a newspaper, and no names. */
const ROLE =
  /^(?:(?:the|a|an|our|senior|chief|deputy|managing|associate|contributing|political|city|news|business|science|health|sports?|economics?|foreign|staff|special|guest|freelance|investigative|data|media|culture|technology|world|national|local|city|climate|education|environment|royal|legal|crime|parliamentary|european|europe|asia|africa|middle east|us|uk|washington|brussels|berlin|paris)\s+)*(?:writer|reporter|editor|editors|correspondent|journalist|columnist|contributor|producer|photographer|author|staff|desk|analyst|critic|fellow|intern|anchor|presenter|fact[- ]checker|editor[- ]in[- ]chief|reporting|redakteur(?:in)?|korrespondent(?:in)?|reporter(?:in)?|autor(?:in)?|chefredakteur(?:in)?|volontär(?:in)?|journaliste|rédact(?:eur|rice)(?: en chef)?|correspondant(?:e)?|grand reporter|periodista|redactor(?:a)?|corresponsal|editor(?:a)?|jornalista|repórter|correspondente|giornalista|redattore|redattrice|inviato|inviata|corrispondente|verslaggever|redacteur|correspondent|journalist|dziennikarz|dziennikarka|redaktor(?:ka)?|журналист(?:ка)?|корреспондент|редактор|記者|记者|編集者|编辑|기자)(?:\s+(?:in|at|for|from|aus|für|à|en|em|da|van|of)\s+.*)?$/iu;

/**
 * The names in a byline, without dates, reading times, "By", roles, addresses: "By Mara Oduya | November 13, 2024 | 4 min read" is "Mara Oduya".
 * @param byline lines separated by "\n"
 * @param language of the page, which decides whether "Di" is "by" or part of a name
 * @returns null if there is no name
 */
export function cleanByline(byline: string, language?: string | null): string | null {
  const names: string[] = [];
  for (const part of byline.slice(0, 4 * MAX_LENGTH).split(/\s*[|•·⋅\n\r\t]\s*|\s+[–—]\s+|\s+-\s+|\s{3,}/)) {
    const name = nameIn(part, language ?? null);
    if (!name || ROLE.test(name)) continue;
    // After the first, only what looks like another name: the rest is a town, a section, a newspaper.
    if (names.length === 0 || (isPersonLike(name) && !isPlaceLike(part))) names.push(name);
  }
  const cleaned = [...new Set(names)].join(", ");
  return cleaned && cleaned.length <= MAX_LENGTH ? cleaned : null;
}

function nameIn(part: string, language: string | null): string | null {
  const plain = part
    .replace(/\s+/g, " ")
    .replace(/(?:https?:)?\/\/\S+|www\.\S+/gi, " ")
    .replace(/[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+/g, " ")
    .replace(/(?<![\p{L}\d])@\w{2,30}/gu, " ")
    .replace(LABEL, "")
    .replace(EAST_ASIAN_LABEL, "");
  const name = withoutBy(withoutDates(plain).trim(), language)
    .replace(/^[\s,;:–—|·•/()-]+(?=\S)/, "")
    .replace(/[\s,;:–—|·•/([-]+$/, "")
    .replace(/\s+/g, " ")
    .replace(/\s*,(?:\s*,)+/g, ",");
  const withoutRole = name
    .split(/\s*,\s*/)
    .filter((piece, index) => index === 0 || !ROLE.test(piece))
    .join(", ");
  return /\p{L}/u.test(withoutRole) ? withoutRole : null;
}

function withoutBy(name: string, language: string | null): string {
  const [primary = ""] = language?.toLowerCase().split("-") ?? [];
  let rest = name;
  // Some pages have it twice.
  for (let time = 0; time < 2; time++) {
    rest = rest.replace(BY, "");
    const own = BY_IN_LANGUAGE[primary];
    if (own) rest = rest.replace(own, "");
  }
  return /^(?:by|von|par|por)$/i.test(rest) ? "" : rest;
}

/** Removes what begins with a number that is part of a date, a time or a duration, and the words before it that belong to it. */
function withoutDates(text: string): string {
  const digit = text.search(/\p{Nd}/u);
  const relative = text.search(
    /\b(?:an hour ago|yesterday|today|just now|gestern|heute|hier|aujourd’hui|ayer|hoy|ieri|oggi)\b/iu,
  );
  if (relative !== -1 && (digit === -1 || relative < digit)) return text.slice(0, relative);
  if (digit === -1) return text;
  const rest = text.slice(digit);
  const before = withoutDateWords(text.slice(0, digit));
  const named = text.slice(before.length);
  const isDate = readDate(named.slice(0, 80))?.length === 10 || /^\d{4}-\d{2}/.test(rest);
  return isDate || isDuration(rest) || TIME.test(rest) ? before : text;
}

/** Whether a text begins with a duration, and no name follows: "20 Minuten Redaktion" is a newspaper. */
function isDuration(text: string): boolean {
  const found = DURATION.exec(text);
  return found !== null && !/\p{Lu}\p{Ll}/u.test(text.slice(found.index + found[0].length));
}

/** Small words between a name and a date. */
const JOINING = /^(?:on|at|am|vom|le|el|du|den|il|em|op|um|à|a las|the|of|de|dne|dnia)$/i;

/** Removes names of months and weekdays, and small words, from the end of a text. */
function withoutDateWords(text: string): string {
  const words = text.split(/(?<=[\s,])/);
  while (words.length > 0) {
    const word = (words.at(-1) ?? "").replace(/[\s,;.|(–—-]+$/, "");
    if (word !== "" && !JOINING.test(word) && !isDateWord(word)) break;
    words.pop();
  }
  return words.join("").trimEnd();
}

function isDateWord(word: string): boolean {
  const { months, weekdays } = namesOf(null);
  const folded = foldName(word);
  return months.has(folded) || weekdays.has(folded);
}

/** Two to five words that begin with capitals, or letters of a script without them. */
export function isPersonLike(name: string): boolean {
  return /^(?:[\p{Lu}\p{Lo}][\p{L}\p{M}.'’-]*)(?:\s+(?:[\p{Lu}\p{Lo}][\p{L}\p{M}.'’-]*|van|von|de|da|di|del|der|den|el|al|bin|la|le|y|e|and|und|et|&|,)){1,6}$/u.test(
    name.replace(/,/g, " ,").replace(/\s+/g, " "),
  );
}

function isPlaceLike(part: string): boolean {
  return (
    /\b(?:in|aus|de)\s+\p{Lu}/u.test(part) ||
    /\b(?:News|Times|Post|Press|Journal|Politics|Business|World)\b/.test(part)
  );
}
