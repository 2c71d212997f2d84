import type { ContactForm } from "@/lib/document-bundle/document-content";
import { env } from "@/lib/env";
import { findPublicationInMemory } from "./answer-document";
import { documentHeaders } from "./document-headers";
import { contactContent } from "./load-site-page";
import { renderDocument } from "./render-document";
import type { ContactSubject } from "./site-page-address";

/** The page that a form of /contact gets as an answer if it was not accepted: what was typed is still in it. */
export async function renderContact(
  form: ContactForm & { about: ContactSubject | null },
): Promise<{ html: string; headers: Record<string, string> }> {
  const content = await contactContent({ ...form, text: null }, findPublicationInMemory);
  return {
    html: await renderDocument(content),
    headers: {
      ...documentHeaders(env(), { isEmbed: false }).missing,
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
    },
  };
}
