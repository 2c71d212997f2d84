import { describe, expect, test } from "vitest";
import { readSignInSettings } from "@/lib/sign-in-settings";
import { describeDevice } from "./describe-device";
import { nextAuthProviders, readClaims, readGithub } from "./providers";

const all = readSignInSettings({
  OIDC_ISSUER: "https://id.example.org/",
  OIDC_CLIENT_ID: "o",
  OIDC_CLIENT_SECRET: "os",
  OIDC_NAME: "Newsroom ID",
  GOOGLE_CLIENT_ID: "g",
  GOOGLE_CLIENT_SECRET: "gs",
  GITHUB_CLIENT_ID: "h",
  GITHUB_CLIENT_SECRET: "hs",
});

test("each provider is asked with PKCE and state, and for an ID token with a nonce", () => {
  expect(nextAuthProviders(all.providers)).toMatchObject([
    {
      id: "oidc",
      name: "Newsroom ID",
      wellKnown: "https://id.example.org/.well-known/openid-configuration",
      clientId: "o",
      clientSecret: "os",
      checks: ["pkce", "state", "nonce"],
    },
    {
      id: "google",
      wellKnown: "https://accounts.google.com/.well-known/openid-configuration",
      clientId: "g",
      checks: ["pkce", "state", "nonce"],
    },
    { id: "github", clientId: "h", clientSecret: "hs", checks: ["pkce", "state"] },
  ]);
  expect(nextAuthProviders([])).toEqual([]);
});

describe("whose address counts as verified", () => {
  test.each([
    [{ sub: "1", email: "a@b.org", email_verified: true }, true],
    [{ sub: "1", email: "a@b.org", email_verified: "true" }, true],
    [{ sub: "1", email: "a@b.org", email_verified: "false" }, false],
    [{ sub: "1", email: "a@b.org", email_verified: 1 }, false],
    [{ sub: "1", email: "a@b.org" }, false],
  ])("claims %j: %s", (claims, emailVerified) => {
    expect(readClaims(claims)).toEqual({ id: "1", email: "a@b.org", emailVerified });
  });

  test.each([{}, { sub: "" }, null])("claims %j identify no one", (claims) => {
    expect(() => readClaims(claims)).toThrow();
  });

  const main = { email: "main@b.org", primary: true, verified: true };
  const other = { email: "other@b.org", primary: false, verified: true };
  test.each([
    ["the main one", [other, main], "main@b.org", true],
    ["not a main one that is not verified", [{ ...main, verified: false }, other], "main@b.org", false],
    ["no other one", [other], null, false],
  ] as const)("at GitHub: %s", (_, emails, email, emailVerified) => {
    expect(readGithub({ id: 7, email: "shown@b.org" }, emails)).toEqual({ id: "7", email, emailVerified });
  });
});

test.each([
  ["Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox on Linux"],
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1",
    "Safari on iOS",
  ],
  ["<script>alert(1)</script>", "An unknown browser"],
  [null, "An unknown browser"],
])("device of %j", (userAgent, expected) => {
  expect(describeDevice(userAgent)).toBe(expected);
});
