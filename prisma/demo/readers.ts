import type { ContactInput } from "@/lib/messages/message-input";

/** What the demo's newsroom wrote for its pages. The other sections are made from the settings. */
export const pageTexts = {
  about: {
    mission:
      "The Obelus Demo Desk shows what a fact-checking desk can publish with this software. It is not a real newsroom.\n\nEvery article stays readable as a whole. The claims in it are underlined, and each underline leads to a rating, the reasons and the sources.",
    staff: "- Ida Brandt, fact-checker\n- Samuel Okoro, editor\n\nBoth are made up.",
  },
  methodology: {
    selection:
      "We choose claims by three questions:\n\n- Can it be compared with evidence?\n- Do many people read it, or could it do harm?\n- Is it unclear whether it is true?\n\nWe do not look at who made the claim when we choose.",
    sources:
      "We look for the first place where something was published: the statistic itself, the full speech, the text of the law. Where that is not possible, we use two sources that do not depend on each other.\n\n## When sources disagree\n\nWe say so, and explain why we rely on one of them.",
  },
} as const;

/** Messages of readers about the demo's article, or about one of its claims. */
export const readerMessages: readonly (ContactInput & { claim: number | null })[] = [
  {
    kind: "error",
    text: "The second source of this claim leads to a page that has moved. The new address is on the same site, under “Statistics”.",
    quote: null,
    url: null,
    name: "Marta Lindqvist",
    email: "marta.lindqvist@demo.invalid",
    claim: 2,
  },
  {
    kind: "source",
    text: "The customs office publishes monthly figures. They might show this better than the yearly ones.",
    quote: null,
    url: "https://www.example.org/customs/monthly",
    name: null,
    email: null,
    claim: null,
  },
];
