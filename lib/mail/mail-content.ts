import { directionOf } from "@/lib/document/direction";
import { env } from "@/lib/env";
import { words } from "@/lib/words/words";
import type { MailMessage } from "./mail-message";

/** A paragraph of a mail. One that is only a link is a line of its own. */
export type MailParagraph = string | { heading: string };

/** What a mail says. */
export interface MailWords {
  subject: string;
  paragraphs: readonly MailParagraph[];
  /** BCP 47. */
  language: string;
}

const WIDTH = 72;
/** Longer HTML is left out: see `mailMessage`. */
const MAX_HTML = 400_000;
const LINK = /^https?:\/\/\S+$/;

/** A mail as plain text and as HTML, in the direction of its language, with the sender at the end. */
export function mailContent(mail: MailWords): Omit<MailMessage, "to" | "unsubscribe"> {
  const html = htmlOf(mail);
  return {
    subject: mail.subject,
    language: mail.language,
    text: textOf(mail),
    ...(html.length <= MAX_HTML && { html }),
  };
}

/** Paragraphs wrapped at 72 characters, and links on their own lines. */
function textOf({ paragraphs, language }: MailWords): string {
  const body = paragraphs.map((paragraph) => {
    if (typeof paragraph !== "string") return wrap(`* ${paragraph.heading} *`);
    return LINK.test(paragraph) ? `  ${paragraph}` : wrap(paragraph);
  });
  const sender = words("mailTexts", language)("signature");
  return `${[...body, `-- \n† ${sender}\n${env().publicUrl}`].join("\n\n")}\n`;
}

function wrap(paragraph: string): string {
  const lines: string[] = [];
  let line = "";
  for (const word of paragraph.split(/\s+/).filter(Boolean)) {
    if (line && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = word;
    } else line = line ? `${line} ${word}` : word;
  }
  return [...lines, line].join("\n");
}

const STYLE = {
  body: "margin:0;padding:1.5em;font:16px/1.6 system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',sans-serif",
  main: "max-width:36em;margin:0 auto",
  heading: "margin:1.6em 0 0.4em;font-size:1.05em",
  paragraph: "margin:0 0 0.9em",
  sender: "margin:2em 0 0;border-top:1px solid #8d8677;padding-top:0.8em;font-size:0.85em",
} as const;

/** One document without pictures, scripts or anything that is fetched. Mail programs drop style sheets, so each element has its own style. */
function htmlOf({ subject, paragraphs, language }: MailWords): string {
  const sender = words("mailTexts", language)("signature");
  const url = env().publicUrl;
  const body = paragraphs.map((paragraph) => {
    if (typeof paragraph !== "string")
      return `<h2 dir="auto" style="${STYLE.heading}">${escaped(paragraph.heading)}</h2>`;
    return LINK.test(paragraph)
      ? `<p style="${STYLE.paragraph}">${linkTo(paragraph)}</p>`
      : `<p dir="auto" style="${STYLE.paragraph}">${escaped(paragraph)}</p>`;
  });
  return [
    "<!DOCTYPE html>",
    `<html lang="${escaped(language)}" dir="${directionOf(language)}"><head><meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width"><title>${escaped(subject)}</title></head>`,
    `<body style="${STYLE.body}"><div style="${STYLE.main}">`,
    ...body,
    `<p style="${STYLE.sender}">† ${escaped(sender)}<br>${linkTo(url)}</p>`,
    "</div></body></html>\n",
  ].join("\n");
}

function linkTo(url: string): string {
  return `<a href="${escaped(url)}"><bdi dir="ltr">${escaped(url)}</bdi></a>`;
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
