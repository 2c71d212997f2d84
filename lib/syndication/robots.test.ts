import { expect, test } from "vitest";
import { renderRobots } from "./robots";

test.each([
  [null, "User-agent: *"],
  ["https://spdx.org/licenses/CC-BY-4.0.html", "# The data of the fact-checks"],
])("the file for crawlers, with the licence %s", (licence, start) => {
  const text = renderRobots({ publicUrl: "https://desk.example", licence });
  expect(text.startsWith(start)).toBe(true);
  expect(text).toContain("\nSitemap: https://desk.example/sitemap.xml\n");
  for (const closed of ["/desk", "/author/", "/api/"]) expect(text).toContain(`\nDisallow: ${closed}\n`);
});
