import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { DocumentNode } from "@/lib/document/document";
import { ARTICLE_LIMITS, parseArticle } from "./parse-article";

/** The text that an input comes out as, or the message that refuses it. */
function outcome(format: "text" | "html", value: string): string {
  const parsed = parseArticle({ format, value });
  return parsed.ok ? parsed.value.text : `✗ ${parsed.error.message}`;
}

const SHORT: Record<string, string> = {
  paragraph: "p",
  heading: "h",
  tableRow: "tr",
  tableHeader: "th",
  tableCell: "td",
  figcaption: "caption",
  blockquote: "quote",
  bulletList: "ul",
  listItem: "li",
};

/** A document as one line: `table(tr(td[words]))`; cells of one paragraph without it, a break as "/". */
function shapeOf(nodes: DocumentNode[]): string {
  const shape = nodes.map(({ type, attrs = {}, content = [] }): string => {
    if (type === "image") return `img<${attrs.src}${attrs.alt ? `|${attrs.alt}` : ""}>`;
    const name = `${SHORT[type] ?? type}${attrs.dir ? `-${attrs.dir}` : ""}${Number(attrs.colspan ?? 1) > 1 ? attrs.colspan : ""}`;
    const [only] = content;
    if (/^table(Cell|Header)$/.test(type) && content.length === 1 && only?.type === "paragraph")
      return `${name}[${wordsOf(only)}]`;
    return content.some((child) => child.text !== undefined)
      ? `${name}[${wordsOf({ type, content })}]`
      : `${name}(${shapeOf(content)})`;
  });
  return shape.join(" ");
}

function wordsOf({ content = [] }: DocumentNode): string {
  return content
    .map((child) => child.text ?? "/")
    .join("")
    .trim();
}

describe("text", () => {
  test("the sample article comes out as it went in", () => {
    const text = readFileSync("prisma/demo/article.txt", "utf8");
    expect(outcome("text", text)).toBe(text.trimEnd());
  });
  test.each([
    ["One\nTwo", "One\nTwo"],
    ["One\r\n\r\nTwo\r\n", "One\nTwo"],
    ["\ufeffOne", "One"],
    ["  One \u2029 Two ", "One\nTwo"],
    ["a\0b\ud800", "ab\ufffd"],
    ["<b>not</b> HTML", "<b>not</b> HTML"],
  ])("%j", (value, text) => {
    expect(outcome("text", value)).toBe(text);
  });
});

describe("HTML", () => {
  test.each([
    ["<h1>Head</h1><p>One <b>two</b></p>", "Head\nOne two"],
    ["<p>One</p><p>&nbsp;</p><p></p><p>Two</p>", "One\nTwo"],
    ["<ul><li>a<li>b</ul><blockquote>c</blockquote>", "a\nb\nc"],
    ["plain", "plain"],
    ["<!doctype html><html><head><title>T</title></head><body><p>One</p></body></html>", "One"],
    ["<table><tr><td>a</td><td>b</td></tr><tr><td></td><td>c</td></tr></table>", "a\nb\n\nc"],
    ["<table><tr><td><p>One</p><p>Two</p></td></tr></table>", "One\nTwo"],
    ["<form><p>A page that is one form</p><input value=x></form>", "A page that is one form"],
  ])("%s", (value, text) => {
    expect(outcome("html", value)).toBe(text);
  });

  test("the head says what it knows", () => {
    const parsed = parseArticle({
      format: "html",
      value: `<html lang="de"><head><title>x</title><meta property="og:title" content="Titel"><meta name="author" content="A. B."><meta property="og:site_name" content="Blatt"><meta property="article:published_time" content="2024-05-17T10:00:00Z"></head><body><p>Text</p></body></html>`,
    });
    expect(parsed.ok && parsed.value.metadata).toEqual({
      title: "Titel",
      byline: "A. B.",
      publisher: "Blatt",
      publishedAt: "2024-05-17T10:00:00Z",
      language: "de",
    });
  });

  test.each([
    `<p>x<script>alert(1)</script></p>`,
    `<p onclick="alert(1)">x</p>`,
    `<p>x<img src=x onerror=alert(1)></p>`,
    `<a href="javascript:alert(1)">x</a>`,
    `<a href="JaVaScRiPt:alert(1)">x</a>`,
    `<a href="java\nscript:alert(1)">x</a>`,
    `<a href="&#106;avascript:alert(1)">x</a>`,
    `<a href="data:text/html,<script>alert(1)</script>">x</a>`,
    `<a href="vbscript:msgbox(1)">x</a>`,
    `<a href="/relative">x</a>`,
    `<svg onload=alert(1)><p>x</p></svg><p>x</p>`,
    `<math><mtext></p><style><img src onerror=alert(1)></style></math><p>x</p>`,
    `<p style="background:url(javascript:alert(1))">x</p>`,
    `<iframe srcdoc="<script>alert(1)</script>"></iframe><p>x</p>`,
    `<p>x</p><noscript><p title="</noscript><img src=x onerror=alert(1)>">`,
    `<template><script>alert(1)</script></template><p>x</p>`,
    `<base href="javascript:alert(1)//"><p>x</p>`,
    `<form action="javascript:alert(1)"><button>go</button></form><p>x</p>`,
  ])("nothing of %s can run", (value) => {
    const parsed = parseArticle({ format: "html", value });
    const json = JSON.stringify(parsed.ok ? parsed.value.doc : {});
    expect(json).not.toMatch(/javascript:|vbscript:|data:|onerror|onload|onclick|<script|style|"href":"\//i);
    expect(parsed.ok).toBe(true);
  });

  test.each<[string, string, string]>([
    [
      "a table of words, its caption before it",
      `<table><caption>Trade</caption><tr><th>Year<th>$<tr><td colspan=2>2023 <img src="https://x.org/a.png"></table>`,
      "p[Trade] table(tr(th[Year] th[$]) tr(td2[2023]))",
    ],
    [
      "a table that asks for millions of places, as its words",
      `<table>${"<tr><th colspan=100 rowspan=100>A<td>B".repeat(4)}</table>`,
      "p[A] p[B] p[A] p[B] p[A] p[B] p[A] p[B]",
    ],
    [
      "a table that lays out a page",
      `<table><tr><td><h2>Head</h2><p>One</p></td><td>Two</td></tr></table>`,
      "h[Head] p[One] p[Two]",
    ],
    [
      "a picture with its caption",
      `<figure><a href="https://x.org"><img src="/a.jpg" alt="A  port"></a><figcaption><p>One <b>port</b></p><p>Photo: X</p></figcaption></figure>`,
      "figure(img<https://example.org/a.jpg|A port> caption[One port/Photo: X])",
    ],
    [
      "a picture alone",
      `<p><img src="https://x.org/a.jpg"></p><p>One</p>`,
      "img<https://x.org/a.jpg> p[One]",
    ],
    ["a picture in a line of text", `<p>One <img src="https://x.org/a.jpg"> two</p>`, "p[One two]"],
    [
      "a picture that counts visitors",
      `<p>One</p><img src="https://x.org/a.gif" width=1 height=1>`,
      "p[One]",
    ],
    [
      "a picture at no address",
      `<p>One</p><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw="><img src="javascript:1">`,
      "p[One]",
    ],
    [
      "a figure of something else",
      `<figure><blockquote><p>Said</p></blockquote><figcaption>Somebody</figcaption></figure>`,
      "quote(p[Said]) p[Somebody]",
    ],
    [
      "passages that run the other way",
      `<p>One</p><div dir="rtl"><p>אחת</p><ul><li>שתיים</ul></div><p dir="ltr">Two</p>`,
      "p[One] p-rtl[אחת] ul(li(p-rtl[שתיים])) p[Two]",
    ],
  ])("%s", (_, value, shape) => {
    const parsed = parseArticle({ format: "html", value, address: "https://example.org/page" });
    expect(parsed.ok && shapeOf(parsed.value.doc.content ?? [])).toBe(shape);
  });

  test("safe links stay", () => {
    const parsed = parseArticle({
      format: "html",
      value: `<p><a href="https://example.org/a" onclick="x()">x</a></p>`,
    });
    expect(JSON.stringify(parsed.ok && parsed.value.doc)).toContain(`"href":"https://example.org/a"`);
  });
});

describe("what is refused, and what the message says", () => {
  test.each([
    ["text", "", "has no text. Paste"],
    ["text", " \n ", "has no text. Paste"],
    ["html", "<script>alert(1)</script>", "has no text. Paste"],
    ["text", "x".repeat(ARTICLE_LIMITS.input + 1), "4,000,001 characters; the limit is 4,000,000"],
    ["text", "x".repeat(ARTICLE_LIMITS.text + 1), "2,000,001 characters; the limit is 2,000,000"],
    ["html", `${"<div>".repeat(20_000)}x`, "nested too deeply"],
    ["html", `<ol reversed>${"<li>a".repeat(30_000)}</ol>`, "more than 50,000 paragraphs"],
    ["text", "ab\n\n".repeat(30_000), "more than 50,000 paragraphs"],
  ] as const)("%s", (format, value, message) => {
    expect(outcome(format, value)).toMatch(new RegExp(`^✗ .*${message}`));
  });
});
