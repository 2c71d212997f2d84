import { expect, test } from "vitest";
import { inlineFonts } from "./inline-assets";

const rule = (name: string, range: string) =>
  `@font-face{font-family:A;font-display:optional;src:url("/assets/${name}.woff2") format("woff2")${range && `;unicode-range:${range}`}}`;
const css = [
  "body{color:red}",
  rule("latin", "U+0000-00FF,U+20AC"),
  rule("greek", "U+0370-03FF"),
  rule("cyrillic", "U+4??"),
  rule("any", ""),
  '@font-face{font-family:B;src:local("Georgia");size-adjust:104%}',
  "p{margin:0}",
].join("");

test.each([
  ["Taxes", ["latin", "any"]],
  ["€", ["latin", "any"]],
  ["Δ", ["greek", "any"]],
  ["Ж and ω", ["latin", "greek", "cyrillic", "any"]],
  ["", ["any"]],
  ["税", ["any"]],
])("the fonts for %j", async (text, expected) => {
  const inlined = await inlineFonts(css, text, async (path) => Buffer.from(path));
  const fonts = [...inlined.matchAll(/url\(data:font\/woff2;base64,([^)]*)\)/g)].map(([, data = ""]) =>
    Buffer.from(data, "base64").toString(),
  );
  expect(fonts).toEqual(expected.map((name) => `/assets/${name}.woff2`));
  expect(inlined).toMatch(/^body\{color:red\}.*local\("Georgia"\).*p\{margin:0\}$/s);
  expect(inlined).not.toContain('url("');
  // The font is there already: it is shown at once, and always.
  expect(inlined.match(/font-display:block/g)).toHaveLength(expected.length);
  expect(inlined).not.toContain("optional");
});
