import { zlibSync } from "fflate";
import { describe, expect, it } from "vitest";
import { actualTextOf, nameActualText } from "./actual-text";

const binary = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const letters = (bytes: Uint8Array) => Buffer.from(bytes).toString("latin1");
const file = (content: string, filter = "") =>
  binary(
    `%PDF-1.7\n4 0 obj\n<< /Length ${content.length} ${filter} >>\nstream\n${content}\nendstream\nendobj\n`,
  );
const shown = (properties: string) => `/Span <<${properties}>> BDC (x) Tj EMC`;

/** The texts that the names of marked content carry. */
const textsIn = (bytes: Uint8Array) =>
  [...letters(bytes).matchAll(/\/(ActualText[.:]\S*) BMC/g)].map(([, name]) => actualTextOf(name));

describe("nameActualText", () => {
  it.each<[string, string, (string | null)[]]>([
    ["hexadecimal digits", shown("/ActualText <FEFF0915093F>"), ["कि"]],
    ["digits with spaces, one missing", shown("/ActualText<FEFF 0041 004>"), ["A@"]],
    ["letters", shown("/ActualText (TeX)"), ["TeX"]],
    ["letters with escapes and parentheses", shown("/ActualText (\\(a\\051 (b)\\n)"), ["(a) (b)\n"]],
    ["UTF-16 as letters", shown("/ActualText (\\376\\377\\011\\025)"), ["क"]],
    ["UTF-8", shown("/ActualText <EFBBBFC3A9>"), ["é"]],
    ["other entries around it", shown("/Lang (hi-IN) /MCID 3 /ActualText <FEFF0915> /E (k)"), [null]],
    ["entries behind it", shown("/MCID 3 /ActualText <FEFF0915> /Lang (hi)"), ["क"]],
    ["two texts", shown("/ActualText (a)") + shown("/ActualText (b)"), ["a", "b"]],
    ["no text", shown("/MCID 3"), []],
    ["the key in shown letters", "(/ActualText (x)) Tj", []],
  ])("%s", (_, content, texts) => {
    const named = nameActualText(file(content));
    expect(named).toHaveLength(file(content).length);
    expect(textsIn(named)).toEqual(texts.filter((text) => text !== null));
  });

  it("keeps the length of packed content", () => {
    const content = letters(zlibSync(binary(shown("/ActualText <FEFF0915093F>").repeat(20))));
    const packed = file(content, "/Filter /FlateDecode");
    const named = nameActualText(packed);
    expect(named).toHaveLength(packed.length);
    expect(named).not.toEqual(packed);
  });

  it("returns the same bytes where no text is stated", () => {
    const plain = file(shown("/MCID 3"));
    expect(nameActualText(plain)).toBe(plain);
  });

  it.each<[string, string]>([
    ["keys without a text", "/Span <</ActualText ".repeat(100_000)],
    ["texts without an end", "/Span <</ActualText (".repeat(100_000)],
    ["dictionaries without an end", "/Span <</ActualText (a) ".repeat(100_000)],
  ])("ends on %s", (_, content) => {
    expect(textsIn(nameActualText(file(content)))).toEqual([]);
  });
});
