import { expect, test } from "vitest";
import { claimantKind } from "./claimant-kind";

test.each([
  ["World Bank", "organisation"],
  ["the European Commission", "organisation"],
  ["NATO", "organisation"],
  ["AT&T", "organisation"],
  ["Ministry of Finance", "organisation"],
  ["Bundesministerium der Finanzen", "organisation"],
  ["University of Oslo", "organisation"],
  ["Siemens AG", "organisation"],
  ["The Guardian", "organisation"],
  ["residents of the port", "group"],
  ["US officials", "group"],
  ["Officials at the Ministry of Finance", "group"],
  ["members of the European Parliament", "group"],
  ["Friends of the Earth", "organisation"],
  ["Youth for Europe", "organisation"],
  ["friends of the minister", "group"],
  ["Two voters in Ohio", "group"],
  ["critics", "group"],
  ["Chinese state media", "organisation"],
  ["Youth for Climate 2030", "organisation"],
  ["Vladimir Putin", "person"],
  ["Ann Lee (spokeswoman)", "person"],
  ["General Motors Company", "organisation"],
  ["President of the World Bank", "person"],
  ["Governor of the Bank of England", "person"],
  ["President Biden", "person"],
  ["Dr. Amina Diallo", "person"],
  ["Ursula von der Leyen", "person"],
  ["Gabriel García Márquez", "person"],
  ["Xi Jinping", "person"],
  ["习近平", "person"],
  ["محمد بن سلمان", "person"],
])("%s is a %s", (claimant, expected) => {
  expect(claimantKind(claimant)).toBe(expected);
});
