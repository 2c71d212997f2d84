import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import type { ContactForm, DocumentContent } from "@/lib/document-bundle/document-content";
import { bareOrganisation, type Organisation } from "@/lib/organisation";
import { defaultScale } from "@/lib/ratings/default-scale";
import { renderDocument } from "../render-document";

const bare = bareOrganisation("The Courier", null);
const full: Organisation = {
  ...bare,
  email: "desk@courier.example",
  address: "1 Main Street",
  funding: "Readers pay.",
  licence: "CC-BY-4.0",
};

function shown(content: DocumentContent, organisation: Organisation | null) {
  const site = { publicUrl: "https://courier.example", imageHosts: [], organisation };
  const assets = { styles: "/s.css", script: "/s.js", starter: "/t.js", preloadedFonts: [] };
  const { document } = parseHTML(renderDocument(content, { site, assets }));
  return document;
}

const about: DocumentContent & { kind: "site-page" } = {
  kind: "site-page",
  page: "about",
  texts: [],
  wanted: null,
  ratings: [],
  requiredApprovals: 1,
};

describe("no page is empty, and what is written takes the place of what is made", () => {
  test.each<[string, Partial<DocumentContent & { kind: "site-page" }>, Organisation | null, string, RegExp]>([
    ["without an organisation", {}, null, "funding", /Nothing has been published here yet/],
    ["with a name only", {}, bare, "organisation", /The Courier is the publisher/],
    ["with an address", {}, full, "organisation", /1 Main Street/],
    ["with funding in the settings", {}, full, "funding", /Readers pay\./],
    ["with a licence", {}, full, "dataUse", /CC-BY-4\.0/],
    ["without a licence", {}, bare, "dataUse", /No licence is named/],
    [
      "with a text",
      { texts: [{ language: "en", sections: { funding: "Two trusts." } }] },
      full,
      "funding",
      /^Funding ?Two trusts\.$/,
    ],
    [
      "with a text in the language that the reader chose",
      {
        texts: [
          { language: "cy", sections: { funding: "Darllenwyr." } },
          { language: "en", sections: { funding: "Readers." } },
        ],
        wanted: "cy",
      },
      full,
      "funding",
      /Darllenwyr\./,
    ],
    [
      "with the number of people who approve",
      { page: "methodology", requiredApprovals: 2, ratings: defaultScale.ratings },
      bare,
      "process",
      /2 other people have to approve it/,
    ],
    ["with the scale", { page: "methodology", ratings: defaultScale.ratings }, bare, "ratings", /Misleading/],
  ])("%s", (_, change, organisation, section, text) => {
    const document = shown({ ...about, ...change } as DocumentContent, organisation);
    expect(document.getElementById(section)?.closest("section")?.textContent).toMatch(text);
  });
});

test("a page links to its other languages, named in themselves", () => {
  const texts = ["cy", "en"].map((language) => ({ language, sections: { staff: "x" } }));
  const link = shown({ ...about, texts }, bare).querySelector('a[lang="cy"]');
  expect([link?.getAttribute("href"), link?.textContent]).toEqual(["/about?text=cy", "Cymraeg"]);
});

const form: ContactForm = {
  values: { kind: "source", text: '<b>"x"</b>', quote: "", url: "ftp://x", name: "", email: "" },
  errors: { url: "url" },
  notice: null,
  stamp: "stamp",
};
const contact: DocumentContent & { kind: "contact" } = {
  kind: "contact",
  texts: [],
  wanted: null,
  subject: null,
  form,
};

test("a form that was not accepted has what was typed, and says what is wrong at its field", () => {
  const document = shown(contact, full);
  expect(document.querySelector("form[method=post]")?.getAttribute("action")).toBe("/contact/send");
  // This parser leaves the text of a text field as it is written.
  expect(document.querySelector("#text")?.textContent).toBe("&lt;b&gt;&quot;x&quot;&lt;/b&gt;");
  expect(document.querySelector('input[value="source"]')?.hasAttribute("checked")).toBe(true);
  const url = document.querySelector("#url");
  expect(url?.getAttribute("aria-invalid")).toBe("true");
  const described = url?.getAttribute("aria-describedby")?.split(" ") ?? [];
  expect(described.map((id) => document.getElementById(id)?.textContent).join(" ")).toMatch(
    /not a web address/,
  );
  expect(document.querySelector('[role="alert"]')?.textContent).toMatch(/Everything you typed is still here/);
});

test("a form names the claim that it is about", () => {
  const subject = {
    slug: "taxes",
    title: "Taxes",
    language: "en",
    claim: { number: 3, statement: "They rose." },
  };
  const document = shown({ ...contact, subject }, full);
  expect(document.querySelector('input[name="claim"]')?.getAttribute("value")).toBe("3");
  expect(document.querySelector('a[href="/articles/taxes/claims/3"]')?.textContent).toBe(
    "Claim 3: They rose.",
  );
});
