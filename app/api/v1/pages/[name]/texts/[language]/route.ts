import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/desk/site-pages";
import { checkPrecondition, etagOf } from "@/lib/api/precondition";
import { presentPageText } from "@/lib/api/presenters/desk/present-site-page";
import { resource } from "@/lib/api/resource";
import { isLanguageTag } from "@/lib/language-tag";
import type { Actor } from "@/lib/policies/actor";
import { err, ok } from "@/lib/result";
import { SITE_PAGE_NAMES, sitePage } from "@/lib/site-pages/site-page";
import { listTextsOfPage, savePage } from "@/lib/workflows/site-pages/edit-page";

const get = endpoint(operations.getPageText, async ({ actor, params }) => {
  const text = await readText(actor, params);
  return text.ok ? ok({ body: text.value, headers: { etag: etagOf(text.value) } }) : text;
});

const save = endpoint(operations.savePageText, async ({ actor, params, body, precondition }) => {
  const before = await readText(actor, params);
  if (!before.ok) return before;
  const met = checkPrecondition(precondition, before.value, before.value);
  if (!met.ok) return met;
  const { page, language, revision } = before.value;
  const saved = await savePage(actor, { page, language, revision, sections: body.sections });
  if (!saved.ok) return saved;
  const after = await readText(actor, params);
  return after.ok ? ok({ body: after.value, headers: { etag: etagOf(after.value) } }) : after;
});

/** The text at an address, also where nothing is written yet. */
async function readText(actor: Actor, params: Record<string, string>) {
  const page = sitePage(params.name);
  const tag = params.language ?? "";
  if (!page || tag.length > 35 || !isLanguageTag(tag))
    return err({
      problem: "not-found" as const,
      detail: `Name one of these pages: ${SITE_PAGE_NAMES.join(", ")}; and a language by its tag, such as en-GB.`,
    });
  const texts = await listTextsOfPage(actor, { page });
  if (!texts.ok) return texts;
  const language = Intl.getCanonicalLocales(tag)[0] ?? tag;
  const text = texts.value.find((each) => each.language === language);
  return ok(presentPageText(page, language, text));
}

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(get, save);
