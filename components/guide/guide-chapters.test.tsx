import { existsSync, statSync } from "node:fs";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { GUIDE_CHAPTERS } from "@/lib/personal/guide";
import english from "@/lib/words/en/guide.json" with { type: "json" };
import { GuideChapters } from "./guide-chapters";

const html = renderToStaticMarkup(<GuideChapters />);
const MAX_BYTES = 60 * 1024;

test("every paragraph of the catalogue is shown", () => {
  const paragraphs = Object.keys(english).filter((key) => /\.\d$/.test(key));
  expect(html.match(/<p>/g)).toHaveLength(paragraphs.length);
});

test.each([...GUIDE_CHAPTERS])(
  "the chapter %s can be linked to, and has small pictures for both themes",
  (chapter) => {
    expect(html).toContain(`href="#${chapter}"`);
    expect(html).toContain(`id="${chapter}"`);
    for (const theme of ["light", "dark"]) {
      const file = `public/guide/${chapter}-${theme}.webp`;
      expect(html).toContain(`/guide/${chapter}-${theme}.webp`);
      expect(existsSync(file), file).toBe(true);
      expect(statSync(file).size).toBeLessThanOrEqual(MAX_BYTES);
    }
  },
);
