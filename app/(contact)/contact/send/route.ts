import "@/lib/words/languages";
import { networkOf } from "@/lib/auth/visitor-address";
import { readSubject } from "@/lib/documents/addresses/site-page-address";
import { renderContact } from "@/lib/documents/answer-contact";
import { CONTACT_FIELDS, type ContactValues } from "@/lib/messages/message-input";
import { inLanguage } from "@/lib/page-address";
import { languages } from "@/lib/words/words";
import { type Reception, receiveMessage } from "@/lib/workflows/messages/receive-message";

/** Bytes of a form at most, as scripts/serve/refuse-request.ts has it for people who are not signed in. */
const MAX_BODY = 64 * 1024;

/**
 * The form of /contact. What was accepted is answered by a redirect, so that a reload sends nothing again; what was not, by the form with
 * everything that was typed.
 */
export async function POST(request: Request): Promise<Response> {
  // The HTTP front checks this as well, but Next can be hosted without it.
  if (request.headers.get("sec-fetch-site") === "cross-site") return new Response(null, { status: 403 });
  if (!(Number(request.headers.get("content-length") ?? Number.NaN) <= MAX_BODY))
    return new Response(null, { status: 413 });
  const form = await request.formData().catch(() => null);
  if (!form) return new Response(null, { status: 400 });
  const field = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value : "";
  };
  const values = Object.fromEntries(CONTACT_FIELDS.map((name) => [name, field(name)])) as ContactValues;
  const about = readSubject(field("article"), field("claim"));
  const language = languages().find((each) => each === field("lang")) ?? null;
  const address = networkOf(request.headers.get("x-forwarded-for") ?? "");
  const reception = await receive({ values, about, stamp: field("stamp"), trap: field("website"), address });
  if (reception.kind === "received") {
    const location = language === null ? "/contact/sent" : inLanguage("/contact/sent", language);
    return new Response(null, { status: 303, headers: { location, "cache-control": "no-store" } });
  }
  const { html, headers } = await renderContact(
    {
      values,
      about,
      errors: reception.kind === "invalid" ? reception.errors : {},
      notice: noticeOf(reception),
      stamp: field("stamp"),
    },
    language,
  );
  return new Response(html, { status: STATUS[reception.kind], headers });
}

/** The form is on another page. */
export function GET(): Response {
  return new Response(null, { status: 303, headers: { location: "/contact" } });
}

type Refused = Exclude<Reception, { kind: "received" }> | { kind: "failed" };

const STATUS = { invalid: 422, early: 422, expired: 422, limited: 429, failed: 503 } as const;

async function receive(form: Parameters<typeof receiveMessage>[0]): Promise<Reception | { kind: "failed" }> {
  try {
    const received = await receiveMessage(form);
    if (received.ok) return received.value;
    console.error("a message of a reader could not be stored:", received.error);
  } catch (cause) {
    console.error("a message of a reader could not be stored:", cause);
  }
  return { kind: "failed" };
}

function noticeOf(refused: Refused) {
  if (refused.kind === "invalid") return null;
  if (refused.kind === "limited")
    return { kind: refused.kind, minutes: Math.ceil(refused.retryAfter / 60) } as const;
  return { kind: refused.kind } as const;
}
