import { z } from "zod";
import { withoutOverrides } from "@/lib/input-fields";
import { MESSAGE_KINDS, type MessageKind } from "./message";

/** Limits in UTF-16 units; of links, in one text. */
export const MESSAGE_LIMITS = {
  text: 5000,
  quote: 1000,
  url: 1000,
  name: 200,
  email: 254,
  links: 5,
} as const;

/** The fields of the form of /contact, as they are sent. */
export const CONTACT_FIELDS = ["kind", "text", "quote", "url", "name", "email"] as const;
export type ContactField = (typeof CONTACT_FIELDS)[number];
export type ContactValues = Record<ContactField, string>;

/** What is wrong with a field: a key of lib/words/en/site-pages.json after "contact.error.". */
export type ContactError =
  | "kind"
  | "text"
  | "textLong"
  | "links"
  | "quoteLong"
  | "url"
  | "nameLong"
  | "email";

/** A message that can be stored. */
export interface ContactInput {
  kind: MessageKind;
  text: string;
  quote: string | null;
  url: string | null;
  name: string | null;
  email: string | null;
}

export type ParsedContact =
  | { ok: true; value: ContactInput }
  | { ok: false; errors: Partial<Record<ContactField, ContactError>> };

/** Checks what a reader typed. Line ends are counted once, as browsers do in their limits. */
export function parseContact(values: ContactValues): ParsedContact {
  const [text, quote, url, name, email] = (["text", "quote", "url", "name", "email"] as const).map((field) =>
    withoutOverrides(values[field]).replaceAll("\r\n", "\n").trim(),
  ) as [string, string, string, string, string];
  const kind = MESSAGE_KINDS.find((each) => each === values.kind);
  const errors: Partial<Record<ContactField, ContactError>> = {
    ...(!kind && { kind: "kind" }),
    ...(text === "" && { text: "text" }),
    ...(text.length > MESSAGE_LIMITS.text && { text: "textLong" }),
    ...(countLinks(text) > MESSAGE_LIMITS.links && { text: "links" }),
    ...(quote.length > MESSAGE_LIMITS.quote && { quote: "quoteLong" }),
    ...(url !== "" && !isWebAddress(url) && { url: "url" }),
    ...(name.length > MESSAGE_LIMITS.name && { name: "nameLong" }),
    ...(email !== "" && !isMailAddress(email) && { email: "email" }),
  };
  if (!kind || Object.keys(errors).length > 0) return { ok: false, errors };
  return {
    ok: true,
    value: { kind, text, quote: quote || null, url: url || null, name: oneLine(name), email: email || null },
  };
}

/** Links in a text, with or without a scheme. */
export function countLinks(text: string): number {
  return text.match(/\bhttps?:\/\/|\bwww\.|\[url\b|<a\s/gi)?.length ?? 0;
}

/** A text by which equal ones are found: spaces, punctuation and letter case don't count. */
export function comparableText(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

const isWebAddress = (url: string) =>
  url.length <= MESSAGE_LIMITS.url && z.url({ protocol: /^https?$/ }).safeParse(url).success;

const isMailAddress = (email: string) =>
  email.length <= MESSAGE_LIMITS.email && z.email().safeParse(email).success;

const oneLine = (name: string) => name.replace(/\s+/g, " ") || null;
