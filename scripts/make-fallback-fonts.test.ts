import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeFallbackFonts } from "./make-fallback-fonts";
import { projectRoot } from "./steps/project-root";

const reader = join(projectRoot, "components/reader");

test("the fallback fonts have the proportions of the fonts that are installed", () => {
  expect(readFileSync(join(reader, "fallback-fonts.css"), "utf8")).toBe(makeFallbackFonts());
});

test("the style sheet of documents uses every fallback font, and no font may replace it later", () => {
  const styles = readFileSync(join(reader, "document.css"), "utf8");
  const names = [...makeFallbackFonts().matchAll(/font-family: ("[^"]+")/g)].map(([, name]) => name);
  expect(names.length).toBeGreaterThan(0);
  for (const name of names) expect(styles).toContain(name);
  const displays = [...readFileSync(join(reader, "fonts.css"), "utf8").matchAll(/font-display: (\w+)/g)];
  expect(new Set(displays.map(([, display]) => display))).toEqual(new Set(["optional"]));
});
