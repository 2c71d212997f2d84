import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { directionOf } from "@/lib/document/direction";
import { readDocumentLanguage } from "@/lib/documents/addresses/document-language";
import { acceptedLanguage } from "@/lib/words/accepted-language";
import { words } from "@/lib/words/words";
import { ALLOWED_METHODS, REFUSAL_STATUS, type RefusalReason } from "./refuse-request";

/** Why the front answers instead of the application. */
export type Reason = RefusalReason | "database" | "busy" | "failed";

/** Seconds after which a client should try again. */
const RETRY_AFTER: Readonly<Partial<Record<Reason, number>>> = { database: 10, busy: 2 };

export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** Quiet, and the same in light and dark as the pages of the site, whose style sheet may not be available now. */
const STYLE = `:root{color-scheme:light dark;--paper:#fbf9f4;--ink:#1d1b18;--accent:#8a1f1f}
@media (prefers-color-scheme:dark){:root{--paper:#171614;--ink:#ece7dc;--accent:#e59a8a}}
body{margin:0;background:var(--paper);color:var(--ink);font:1.125rem/1.55 "Source Serif 4",Georgia,serif}
main{max-width:36rem;margin:0 auto;padding:18vh 1.25rem 4rem}
h1{font-size:1.75rem;line-height:1.2;margin:0 0 1rem}
.mark{color:var(--accent);font-size:1.5rem;margin:0 0 1.5rem}
a{color:inherit}`;
const STYLE_HASH = createHash("sha256").update(STYLE).digest("base64");

/**
 * What the front answers: an RFC 9457 problem under /api/, a page of text that needs no script and no other file elsewhere.
 * The page is in the language that the address names, else in the one that the browser asks for.
 * @param request with its path and query as sent
 */
export function answerFor(
  reason: Reason,
  { url: path = "", headers: sent }: Pick<IncomingMessage, "url" | "headers">,
): Answer {
  const status = statusOf(reason);
  const retryAfter = RETRY_AFTER[reason];
  const headers: Record<string, string> = {
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    ...(retryAfter !== undefined && { "retry-after": String(retryAfter) }),
    ...(reason === "method" && { allow: ALLOWED_METHODS }),
  };
  const isForPrograms = path.startsWith("/api/");
  const language = isForPrograms
    ? "en"
    : (readDocumentLanguage(path) ?? acceptedLanguage(sent["accept-language"]) ?? "en");
  const t = words("server", language);
  const isDesk = reason === "database" && /^\/desk(?:[/?]|$)/.test(path);
  const title = isDesk ? t("database.desk.title") : t(`${reason}.title`);
  const text = isDesk ? t("database.desk.text") : t(`${reason}.text`, { methods: ALLOWED_METHODS });
  if (isForPrograms)
    return {
      status,
      headers: { ...headers, "content-type": "application/problem+json" },
      body: JSON.stringify({ type: "about:blank", title, status, detail: text }),
    };
  return {
    status,
    headers: {
      ...headers,
      "content-type": "text/html; charset=utf-8",
      "content-language": language,
      // No cache keeps it, but one that does must not send it to readers of another language.
      vary: "Accept-Language",
      "content-security-policy": `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    },
    body: `<!doctype html><html lang="${language}" dir="${directionOf(language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>${title}</title><style>${STYLE}</style></head><body><main><p class="mark" aria-hidden="true">†</p><h1>${title}</h1><p>${text}</p></main></body></html>`,
  };
}

function statusOf(reason: Reason): number {
  if (reason === "failed") return 500;
  return reason === "database" || reason === "busy" ? 503 : REFUSAL_STATUS[reason];
}

/** Sends an answer, without its body to a HEAD request. */
export function send(response: ServerResponse, { status, headers, body }: Answer): void {
  if (response.headersSent || response.destroyed) return;
  response.writeHead(status, { ...headers, "content-length": Buffer.byteLength(body) });
  response.end(response.req.method === "HEAD" ? undefined : body);
}
