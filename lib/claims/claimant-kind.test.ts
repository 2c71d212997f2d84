import { expect, test } from "vitest";
import { claimantKind } from "./claimant-kind";

test.each([
  ["World Bank", "organization"],
  ["the European Commission", "organization"],
  ["NATO", "organization"],
  ["AT&T", "organization"],
  ["Ministry of Finance", "organization"],
  ["Bundesministerium der Finanzen", "organization"],
  ["University of Oslo", "organization"],
  ["Siemens AG", "organization"],
  ["The Guardian", "organization"],
  ["residents of the port", "organization"],
  ["Youth for Climate 2030", "organization"],
  ["Vladimir Putin", "person"],
  ["Vladimir Putin, as reported by the Associated Press (text altered)", "person"],
  ["General Motors Company", "organization"],
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
