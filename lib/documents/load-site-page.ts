import { randomUUID } from "node:crypto";
import { listSettings } from "@/lib/db/desk-settings";
import { listPageTexts } from "@/lib/db/page-texts";
import { findDefaultScale } from "@/lib/db/scales";
import type { ContactForm, DocumentContent, ShownSubject } from "@/lib/document-bundle/document-content";
import { env } from "@/lib/env";
import { makeStamp, readStamp } from "@/lib/messages/form-stamp";
import { CONTACT_FIELDS, type ContactValues } from "@/lib/messages/message-input";
import { defaultScale } from "@/lib/ratings/default-scale";
import { findClaim } from "@/lib/reports/find-claim";
import { settingsFrom } from "@/lib/settings/desk-settings";
import type { SitePage } from "@/lib/site-pages/site-page";
import type { ContactSubject, SitePageAddress } from "./addresses/site-page-address";
import type { FindPublication, LoadedDocument } from "./loaded-document";

/** Reads what a page about the newsroom shows, or the form by which readers reach it. */
export async function loadSitePage(
  address: SitePageAddress,
  findPublication: FindPublication,
): Promise<LoadedDocument> {
  switch (address.kind) {
    case "site-page":
      return loadTexts(address.page, address.text);
    case "contact": {
      const { about, want, text } = address;
      const values: ContactValues = { ...NOTHING_TYPED, kind: want ?? "" };
      const content = await contactContent(
        { about, text, values, errors: {}, notice: null },
        findPublication,
      );
      // Each form has a stamp of its own.
      return { ...PAGE, content, isStored: false, headers: { "cache-control": "no-store" } };
    }
    case "contact-sent":
    case "verify":
      return { ...PAGE, content: { kind: address.kind }, isStored: true };
  }
}

const PAGE = { kind: "document", status: 200, articleId: null } as const;

const NOTHING_TYPED = Object.fromEntries(CONTACT_FIELDS.map((field) => [field, ""])) as ContactValues;

async function loadTexts(page: "about" | "methodology", text: string | null): Promise<LoadedDocument> {
  const [texts, scale, stored] = await Promise.all([
    readTexts(page),
    page === "methodology" ? findDefaultScale() : null,
    listSettings(),
  ]);
  const { requiredApprovals } = settingsFrom(new Map(stored.map(({ key, value }) => [key, value])));
  const wanted = texts.find(({ language }) => language === text)?.language ?? null;
  return {
    ...PAGE,
    content: {
      kind: "site-page",
      page,
      texts,
      wanted,
      ratings: page === "methodology" ? (scale ?? defaultScale).ratings : [],
      requiredApprovals,
    },
    // Anything can be asked for; only what there is stays in memory.
    isStored: text === null || wanted !== null,
  };
}

/** The texts of a page in all languages. */
async function readTexts(page: SitePage) {
  const texts = await listPageTexts(page);
  return texts
    .filter(({ sections }) => Object.keys(sections).length > 0)
    .map(({ language, sections }) => ({ language, sections }));
}

/** The form of /contact with what a reader typed. It has a new stamp, unless its own is still valid. */
export async function contactContent(
  form: Omit<ContactForm, "stamp"> & {
    about: ContactSubject | null;
    text: string | null;
    /** That of the form as it was sent, if it was. */
    stamp?: string;
  },
  findPublication: FindPublication,
): Promise<DocumentContent> {
  const { about, text, values, errors, notice } = form;
  const [texts, subject] = await Promise.all([readTexts("contact"), findSubject(about, findPublication)]);
  const secret = env().nextAuthSecret;
  if (!secret) throw new Error("NEXTAUTH_SECRET is not set: forms cannot be signed");
  const now = Date.now();
  // A person who corrects something need not wait again.
  const isValid = form.stamp !== undefined && readStamp(form.stamp, { now, secret }).kind !== "expired";
  const stamp = isValid && form.stamp ? form.stamp : makeStamp({ key: randomUUID(), now, secret });
  return {
    kind: "contact",
    texts,
    wanted: texts.find(({ language }) => language === text)?.language ?? null,
    subject,
    form: { values, errors, notice, stamp },
  };
}

/** The title of the published article and the statement of the claim; null for what readers can't see. */
async function findSubject(
  about: ContactSubject | null,
  findPublication: FindPublication,
): Promise<ShownSubject | null> {
  const publication = about && (await findPublication(about.slug));
  if (!publication) return null;
  const { slug, title, language } = publication.report.article;
  const claim = about.claim === null ? undefined : findClaim(publication.report, about.claim);
  return {
    slug,
    title,
    language,
    claim: claim ? { number: claim.number, statement: claim.statement } : null,
  };
}
