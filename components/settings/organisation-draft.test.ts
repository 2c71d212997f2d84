import { describe, expect, test } from "vitest";
import { bareOrganisation } from "@/lib/organisation";
import { organisationDraftOf, organisationIn } from "./organisation-draft";

const full = {
  name: "The Daily Check",
  legalName: "Daily Check Trust",
  url: "https://daily.example/",
  logo: { hash: "a".repeat(64), width: 600, height: 60 },
  address: "1 High Street\nLondon",
  email: "desk@daily.example",
  contactUrl: "https://daily.example/contact",
  languages: ["en", "cy"],
  funding: "Readers.",
  policies: {
    ethicsUrl: "https://daily.example/ethics",
    correctionsUrl: "https://daily.example/corrections",
    methodUrl: "https://daily.example/method",
  },
  licence: "CC-BY-4.0",
  sameAs: ["https://social.example/@daily", "https://wiki.example/Daily"],
};

describe("the form of the organisation", () => {
  test.each([
    ["everything", full],
    ["nothing", bareOrganisation(null, null)],
  ])("gives back what it was filled from: %s", (_, organisation) => {
    expect(organisationIn(organisationDraftOf(organisation))).toEqual(organisation);
  });

  test("blank lines and spaces around texts say nothing", () => {
    const draft = {
      ...organisationDraftOf(full),
      name: "  The Daily Check ",
      languages: "\n en \n\ncy\n",
      legalName: " ",
    };
    expect(organisationIn(draft)).toEqual({ ...full, legalName: null });
  });
});
