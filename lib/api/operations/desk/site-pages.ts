import { PAGE_LIMITS } from "@/lib/site-pages/site-page";
import { operation } from "../../operation";
import { pageTextSchema, savePageTextSchema, sitePageListSchema } from "../../schemas/desk/site-page";

export const listSitePages = operation({
  id: "listSitePages",
  method: "GET",
  path: "/pages",
  summary: "List the pages about the newsroom, with the languages that they are written in",
  scope: "read",
  answer: { status: 200, description: "The pages", schema: sitePageListSchema },
});

export const getPageText = operation({
  id: "getPageText",
  method: "GET",
  path: "/pages/{name}/texts/{language}",
  summary: "Read what a page about the newsroom says in a language",
  description: "Revision 0 without sections if nothing is written in this language yet.",
  scope: "read",
  answer: { status: 200, description: "The text", schema: pageTextSchema, tagged: true },
});

export const savePageText = operation({
  id: "savePageText",
  method: "PUT",
  path: "/pages/{name}/texts/{language}",
  summary: "Write what a page about the newsroom says in a language",
  description: `For editors. Readers see it at once. A page can be written in ${PAGE_LIMITS.languages} languages.`,
  scope: "admin",
  body: { schema: savePageTextSchema, limit: 1024 * 1024 },
  edits: true,
  answer: { status: 200, description: "The text", schema: pageTextSchema, tagged: true },
});
