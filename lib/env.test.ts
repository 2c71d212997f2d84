import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { parseEnv } from "./env";

test("without any variable, everything has a default", () => {
  expect(parseEnv({})).toEqual({
    port: 3000,
    host: "127.0.0.1",
    databaseUrl: undefined,
    databaseConnections: 20,
    dataDir: resolve(".data"),
    publicUrl: "http://localhost:3000",
    nextAuthSecret: undefined,
    fetchAllowHosts: [],
    snapshotsCitedPages: true,
    wayback: undefined,
    imageHosts: [],
    sharedCacheSeconds: 0,
    digestAt: { hour: 7, minute: 0, timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone },
    mail: undefined,
    signIn: { providers: [], passwordsOff: false },
  });
});

describe("settings that can be used", () => {
  test.each([
    [{ PORT: "" }, { port: 3000 }],
    [{ PORT: "4000" }, { port: 4000, publicUrl: "http://localhost:4000" }],
    [{ PUBLIC_URL: "https://facts.example.org/" }, { publicUrl: "https://facts.example.org" }],
    [{ DATABASE_URL: "postgres://u:p@h/d" }, { databaseUrl: "postgres://u:p@h/d" }],
    [{ OBELUS_DATA_DIR: "/somewhere/else" }, { dataDir: "/somewhere/else" }],
    [{ HOST: "0.0.0.0" }, { host: "0.0.0.0" }],
    [
      { OBELUS_FETCH_ALLOW_HOSTS: "Intra.example, 10.0.0.5:80" },
      { fetchAllowHosts: ["intra.example", "10.0.0.5:80"] },
    ],
    [{ OBELUS_SNAPSHOTS: "manual" }, { snapshotsCitedPages: false }],
    [{ OBELUS_WAYBACK_KEYS: "abc:def" }, { wayback: { url: "https://web.archive.org", keys: "abc:def" } }],
    [{ OBELUS_IMAGE_HOSTS: "Images.example.org, " }, { imageHosts: ["images.example.org"] }],
    [{ OBELUS_SHARED_CACHE_SECONDS: "60" }, { sharedCacheSeconds: 60 }],
    [
      { OBELUS_DIGEST_AT: "18:30 Europe/Berlin" },
      { digestAt: { hour: 18, minute: 30, timeZone: "Europe/Berlin" } },
    ],
    [
      { SMTP_URL: "smtp://mail.example.org:587", MAIL_FROM: "The desk <desk@example.org>" },
      { mail: { url: "smtp://mail.example.org:587", from: "The desk <desk@example.org>" } },
    ],
    [{ SMTP_URL: "", MAIL_FROM: "" }, { mail: undefined }],
    [
      { OIDC_ISSUER: "https://id.example.org", OIDC_CLIENT_ID: "obelus", OIDC_CLIENT_SECRET: "s" },
      {
        signIn: {
          providers: [
            {
              id: "oidc",
              name: "your organisation",
              issuer: "https://id.example.org",
              clientId: "obelus",
              clientSecret: "s",
            },
          ],
        },
      },
    ],
    [
      {
        GOOGLE_CLIENT_ID: "g",
        GOOGLE_CLIENT_SECRET: "gs",
        GITHUB_CLIENT_ID: "h",
        GITHUB_CLIENT_SECRET: "hs",
      },
      {
        signIn: {
          providers: [
            { id: "google", clientId: "g" },
            { id: "github", clientSecret: "hs" },
          ],
        },
      },
    ],
    [
      { OBELUS_PASSWORDS: "off", GITHUB_CLIENT_ID: "h", GITHUB_CLIENT_SECRET: "hs" },
      { signIn: { passwordsOff: true } },
    ],
  ])("%j", (variables, expected) => {
    expect(parseEnv(variables)).toMatchObject(expected);
  });
});

describe("settings that cannot", () => {
  test.each([
    [{ PORT: "abc" }, "The setting PORT=abc is not a number."],
    [{ PORT: "3.5" }, "The setting PORT=3.5 is not a whole number."],
    [{ PORT: "0" }, "The setting PORT=0 is below 1."],
    [{ PORT: "65536" }, "The setting PORT=65536 is above 65535."],
    [
      { DATABASE_URL: "mysql://u:secret@h/d" },
      "The setting DATABASE_URL=mysql://…@h/d does not begin with postgresql://.",
    ],
    [
      { PUBLIC_URL: "ftp://example.org" },
      "The setting PUBLIC_URL=ftp://example.org is not an http or https address.",
    ],
    [
      { OBELUS_FETCH_ALLOW_HOSTS: "http://x/y" },
      "The setting OBELUS_FETCH_ALLOW_HOSTS=http://x/y is not a list",
    ],
    [
      { OBELUS_SHARED_CACHE_SECONDS: "1.5" },
      "The setting OBELUS_SHARED_CACHE_SECONDS=1.5 is not a whole number.",
    ],
    [
      { OBELUS_SHARED_CACHE_SECONDS: "90000" },
      "The setting OBELUS_SHARED_CACHE_SECONDS=90000 is above 86400",
    ],
    [{ OBELUS_SNAPSHOTS: "never" }, "The setting OBELUS_SNAPSHOTS=never is neither"],
    [{ OBELUS_WAYBACK_KEYS: "only-one" }, "The setting OBELUS_WAYBACK_KEYS=… is not an access key"],
    [{ NEXTAUTH_SECRET: "short" }, "The setting NEXTAUTH_SECRET"],
    [{ SMTP_URL: "mail.example.org" }, "The setting SMTP_URL=mail.example.org does not begin with smtp://"],
    [{ SMTP_URL: "smtp://mail.example.org" }, "SMTP_URL is set, but MAIL_FROM is not. Set both, or neither."],
    [{ MAIL_FROM: "desk@example.org" }, "MAIL_FROM is set, but SMTP_URL is not."],
    [{ SMTP_URL: "smtp://h", MAIL_FROM: "a@b.org\r\nBcc: c@d.org" }, "is not a sender"],
    [{ OIDC_ISSUER: "https://id.example.org" }, "OIDC_ISSUER is set, but OIDC_CLIENT_ID is not."],
    [{ OIDC_CLIENT_SECRET: "s" }, "OIDC_CLIENT_SECRET is set, but OIDC_ISSUER is not."],
    [{ GOOGLE_CLIENT_ID: "g" }, "GOOGLE_CLIENT_ID is set, but GOOGLE_CLIENT_SECRET is not."],
    [{ GITHUB_CLIENT_SECRET: "h" }, "GITHUB_CLIENT_SECRET is set, but GITHUB_CLIENT_ID is not."],
    [{ OBELUS_PASSWORDS: "off" }, "OBELUS_PASSWORDS=off leaves no way to sign in."],
    [{ OBELUS_PASSWORDS: "maybe" }, "The setting OBELUS_PASSWORDS=maybe is neither on nor off."],
  ])("%j", (variables, message) => {
    expect(() => parseEnv(variables)).toThrow(message);
  });

  test("no message shows a secret", () => {
    expect(() => parseEnv({ NEXTAUTH_SECRET: "hunter2" })).not.toThrow(/hunter2/);
    expect(() => parseEnv({ DATABASE_URL: "mysql://u:secret@h/d" })).not.toThrow(/secret/);
    expect(() => parseEnv({ SMTP_URL: "http://u:secret@h" })).not.toThrow(/secret/);
    expect(() => parseEnv({ GITHUB_CLIENT_SECRET: "hunter2" })).not.toThrow(/hunter2/);
  });
});
