import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/desk/site-pages";
import { presentSitePage } from "@/lib/api/presenters/desk/present-site-page";
import { resource } from "@/lib/api/resource";
import { ok } from "@/lib/result";
import { SITE_PAGE_NAMES } from "@/lib/site-pages/site-page";
import { listTextsOfPage } from "@/lib/workflows/site-pages/edit-page";

const list = endpoint(operations.listSitePages, async ({ actor }) => {
  const items = [];
  for (const page of SITE_PAGE_NAMES) {
    const texts = await listTextsOfPage(actor, { page });
    if (!texts.ok) return texts;
    items.push(presentSitePage(page, texts.value));
  }
  return ok({ body: { items } });
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(list);
