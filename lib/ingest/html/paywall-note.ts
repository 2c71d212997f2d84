import { type JsonNode, StructuredData } from "../structured-data";
import type { BlockMap } from "./text-blocks";

const DECLARED =
  "The page says the article is for subscribers: only the beginning may be here. Compare it with the article.";
const OFFERED =
  "The page offers a subscription to continue reading: only the beginning of the article may be here. Compare it with the article.";
/** Characters of an article below which an offer to read on means that it is cut off. */
const MAX_STUB = 3000;
/** Characters of an offer. */
const MAX_OFFER = 400;

const OFFER =
  /\b(?:subscribe|sign in|log in|register|become a (?:member|subscriber)|start (?:your|a) (?:free )?trial)\b.{0,80}\b(?:to (?:continue|keep|read|view|access|unlock)|for (?:full|unlimited) access)|(?:to (?:continue|keep) reading|to read (?:the (?:full|rest)|this) \w+).{0,80}\b(?:subscri|sign|log in|register|member)|\b(?:this (?:article|story|content) is (?:only |exclusively |reserved )?(?:available )?(?:for|to) (?:our )?(?:paying |premium )?(?:subscribers|members))|already a subscriber\?|subscriber[- ](?:only|exclusive)|um (?:weiterzulesen|den artikel)|jetzt (?:weiterlesen|abonnieren)|weiterlesen mit|nur für abonnenten|pour lire la suite|(?:article )?réservé (?:aux|à nos) abonnés|il vous reste .{0,20} (?:de cet article )?à lire|para seguir leyendo|suscríbete para|exclusivo para suscriptores|contenuto riservato agli abbonati|abbonati per (?:continuare|leggere)|exclusivo para assinantes|assine para|alleen voor abonnees|lees verder met/i;

/**
 * Says that a page has only the beginning of its article, if it declares a paywall, or if a short text is followed by an offer to read on.
 * @param document the page as it was sent, with its scripts
 */
export function paywallNote(document: Document, { blocks }: BlockMap): (textLength: number) => string | null {
  const isDeclared = declaresPaywall(document);
  const isOffered = blocks.some(({ text }) => text.length <= MAX_OFFER && OFFER.test(text));
  return (textLength) => (isDeclared ? DECLARED : isOffered && textLength < MAX_STUB ? OFFERED : null);
}

/** Whether schema.org data says that the article is not accessible for free, in any of the forms that pages use. */
function declaresPaywall(document: Document): boolean {
  const work = new StructuredData(document).find([
    /Article|BlogPosting|Report|NewsArticle/,
    /WebPage|CreativeWork/,
  ]);
  const parts = [work, ...[work?.hasPart].flat()];
  if (parts.some((part) => isFalse((part as JsonNode | null | undefined)?.isAccessibleForFree))) return true;
  const item = document.querySelector("[itemprop=isAccessibleForFree]");
  if (item && isFalse(item.getAttribute("content") ?? item.getAttribute("href") ?? item.textContent))
    return true;
  const tier = document.querySelector('meta[property="article:content_tier"]')?.getAttribute("content");
  return /^(?:locked|metered)$/i.test(tier?.trim() ?? "");
}

function isFalse(value: unknown): boolean {
  return (
    value === false ||
    (typeof value === "string" && /^(?:https?:\/\/schema\.org\/)?(?:false|no)$/i.test(value.trim()))
  );
}
