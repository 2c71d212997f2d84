import { expect, test } from "vitest";
import { decodeXml, parseXml, textOf } from "./xml-tree";

const PREFIXES = new Map([["urn:a", "a"]]);

test.each<[string, string, string, string]>([
  ["its own prefixes", '<x:b xmlns:x="urn:a" x:c="1">t</x:b>', "a:b", "a:c"],
  ["a namespace by default", '<b xmlns="urn:a" c="1">t</b>', "a:b", "c"],
  ["unknown prefixes", '<y:b xmlns:y="urn:y" y:c="1">t</y:b>', "y:b", "y:c"],
  ["no namespaces", '<b c="1">t</b>', "b", "c"],
])("XML with %s", (_, xml, name, attribute) => {
  const [root] = parseXml(xml, PREFIXES).children;
  expect(root).toMatchObject({ name });
  expect(typeof root === "object" && root.attributes.get(attribute)).toBe("1");
});

test("characters by number and by name are read, in one piece", () => {
  expect(parseXml("<b>a &amp; &#8364;&#x41;</b>", PREFIXES).children).toMatchObject([
    { children: ["a & €A"] },
  ]);
});

test.each([
  ["elements within elements", "<a>".repeat(3000), "nested too deeply"],
  ["elements that end in time", "<a>".repeat(3000) + "</a>".repeat(3000), "nested too deeply"],
  ["more elements than any document", "<a/>".repeat(1_100_000), "too many elements"],
  ["a part that is cut off", "<a><b>text</b><b>te", "ends before its last element"],
  ["entities of its own", '<!DOCTYPE a [<!ENTITY l "lol">]><a>&l;</a>', "defines entities"],
])("%s are refused", (_, xml, message) => {
  expect(() => parseXml(xml, PREFIXES)).toThrow(message);
});

test.each<[string, Uint8Array]>([
  ["UTF-8", Buffer.from("<a>ł</a>")],
  ["UTF-16 with a mark", Buffer.from("\ufeff<a>ł</a>", "utf16le")],
  ["UTF-16 without a mark", Buffer.from("<a>ł</a>", "utf16le")],
  ["a declared encoding", Buffer.from('<?xml version="1.0" encoding="iso-8859-2"?><a>\u00b3</a>', "latin1")],
])("%s is decoded", (_, bytes) => {
  expect(textOf(parseXml(decodeXml(bytes), PREFIXES))).toBe("ł");
});
