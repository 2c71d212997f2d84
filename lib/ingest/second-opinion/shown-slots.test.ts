import { expect, test } from "vitest";
import { visibleText } from "./visible-text";

const open = (inside: string) => `<template shadowrootmode="open">${inside}</template>`;
const read = (markup: string) => visibleText(markup).map(({ text }) => text);

test.each<[string, string, string[]]>([
  ["a shadow tree", `<x-a>${open("<p>b</p>")}</x-a>`, ["b"]],
  ["one by the earlier name", "<div><template shadowroot=closed>b</template></div>", ["b"]],
  ["its own children in a slot", `<x-a>${open("<p>b <slot></slot> d</p>")}c</x-a>`, ["b c d"]],
  ["children that no slot shows", `<x-a>${open("<p>b</p>")}<p>c</p></x-a>`, ["b"]],
  [
    "slots by name, in their order",
    `<x-a>${open("<slot name=two></slot><hr><slot name=one></slot>")}<i slot=one>1</i><i slot=two>2</i></x-a>`,
    ["2", "1"],
  ],
  ["a slot's own content", `<x-a>${open("<slot name=one>b</slot>")}</x-a>`, ["b"]],
  ["a slot whose own content is replaced", `<x-a>${open("<slot>b</slot>")}c</x-a>`, ["c"]],
  ["a slot handed on", `<x-a>${open(`<x-b>${open("[<slot></slot>]")}<slot></slot></x-b>`)}c</x-a>`, ["[c]"]],
  ["an element that can have none", `<a>${open("b")}c</a>`, ["c"]],
  ["any other template", "<div><template>b</template>c</div>", ["c"]],
  [
    "a page with text before and after",
    `<p>a</p><x-a>${open("<slot></slot>")}b</x-a><p>c</p>`,
    ["a", "b", "c"],
  ],
])("%s", (_, markup, expected) => {
  expect(read(markup)).toEqual(expected);
});

test("a tree of 50,000 levels is read", () => {
  const markup = `${"<div>".repeat(50_000)}${open("b")}`;
  expect(read(markup)).toEqual(["b"]);
});
