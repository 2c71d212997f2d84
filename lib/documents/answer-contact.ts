import type { ContactForm } from "@/lib/document-bundle/document-content";
import { env } from "@/lib/env";
import { documentPath } from "./addresses/document-path";
import type { ContactSubject } from "./addresses/site-page-address";
import { currentPublication } from "./answer-document";
import { documentHeaders } from "./document-headers";
import { contactContent } from "./load-site-page";
import { renderDocument } from "./render-document";

/**
 * The page that a form of /contact gets as an answer if it was not accepted: what was typed is still in it.
 * @param language of the page with the form, BCP 47; null for the default
 */
export async function renderContact(
  form: ContactForm & { about: ContactSubject | null },
  language: string | null,
): Promise<{ html: string; headers: Record<string, string> }> {
  const content = await contactContent({ ...form, text: null }, currentPublication);
  const address = documentPath({ kind: "contact", text: null, about: form.about, want: null });
  const rendered = await renderDocument(content, { chosen: language, address });
  return {
    html: rendered.html,
    headers: {
      ...documentHeaders(env(), { isEmbed: false }).missing,
      "content-type": "text/html; charset=utf-8",
      "content-language": rendered.language,
      "cache-control": "no-store",
    },
  };
}
