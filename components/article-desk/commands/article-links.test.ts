import { expect, test } from "vitest";
import type { ArticlePurpose } from "@/lib/claims/article-purpose";
import type { StaffRole } from "@/lib/policies/actor";
import { publishingLinks } from "./article-links";

test.each<[string, StaffRole, ArticlePurpose, string, string[]]>([
  ["an editor, before the first publication", "editor", "published_text", "draft", ["Publish…"]],
  ["an editor, afterwards", "editor", "published_text", "published", ["Publish again…"]],
  ["a manuscript has no publication", "editor", "manuscript", "draft", []],
  ["a checker can't publish", "checker", "published_text", "draft", []],
])("the link to publish: %s", (_, role, purpose, status, expected) => {
  const actor = { id: "ada", name: "Ada", email: "ada@example.org", role };
  const links = publishingLinks(actor, { articleId: "a", purpose, status }, "en");
  expect(links.map(({ label }) => label)).toEqual(expected);
});
