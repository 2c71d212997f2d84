import { expect, test } from "vitest";
import { buildDom } from "../build-dom";

function seen(markup: string): string {
  const built = buildDom(markup);
  if (!built.ok) throw new Error(built.error);
  return built.value.body.innerHTML;
}

const open = (inside: string) => `<template shadowrootmode="open">${inside}</template>`;

test.each<[string, string, string]>([
  ["a shadow tree", `<x-a>${open("<p>b</p>")}</x-a>`, "<x-a><p>b</p></x-a>"],
  ["a closed one", `<div><template shadowrootmode=closed>b</template></div>`, "<div>b</div>"],
  ["its own children in a slot", `<x-a>${open("<p>b <slot></slot></p>")}c</x-a>`, "<x-a><p>b c</p></x-a>"],
  ["children that no slot shows", `<x-a>${open("b")}c</x-a>`, "<x-a>b</x-a>"],
  [
    "slots by name",
    `<x-a>${open("<slot name=two></slot>|<slot name=one></slot>")}<i slot=one>1</i><i slot=two>2</i></x-a>`,
    '<x-a><i slot="two">2</i>|<i slot="one">1</i></x-a>',
  ],
  ["a slot's own content", `<x-a>${open("<slot name=one>b</slot>")}</x-a>`, "<x-a>b</x-a>"],
  ["the first slot of a name", `<x-a>${open("<slot></slot>|<slot>b</slot>")}c</x-a>`, "<x-a>c|b</x-a>"],
  [
    "a tree in a tree",
    `<x-a>${open(`<x-b>${open("<p>c</p>")}</x-b>`)}</x-a>`,
    "<x-a><x-b><p>c</p></x-b></x-a>",
  ],
  [
    "a slot handed on",
    `<x-a>${open(`<x-b>${open("[<slot></slot>]")}<slot></slot></x-b>`)}c</x-a>`,
    "<x-a><x-b>[c]</x-b></x-a>",
  ],
  [
    "an element that can have none",
    `<a>${open("b")}c</a>`,
    '<a><template shadowrootmode="open"></template>c</a>',
  ],
  ["any other template", "<div><template>b</template>c</div>", "<div><template></template>c</div>"],
  ["a slot outside a tree", "<p><slot>b</slot></p>", "<p><slot>b</slot></p>"],
])("%s", (_, markup, inside) => {
  expect(seen(markup)).toBe(inside);
});
